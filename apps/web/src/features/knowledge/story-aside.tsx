import type { StoryView } from '@baraza/contracts/knowledge';
import { Facts, Move, Moves, Section } from '@baraza/ui';
import { ActionForm, FormProblem, Hidden, Submit, useApi, useData, useI18n } from '../../platform/index.ts';
import { chainQuery, HowItBegan } from '../lineage/index.ts';
import { Themes } from './taxonomy.tsx';

/** Beside a story: the steps it may take, where and by whom it was told, and how it began. */
export function StoryAside({ story }: { story: StoryView }) {
  const i18n = useI18n();
  const { beads } = useData(chainQuery(useApi(), 'story', story.id));
  const { organisations, cluster, speakers, webinars, recordings } = story;
  const facts = [
    {
      term: i18n.t('knowledge.story.place'),
      value: <bdi lang={story.title.locale}>{story.place}</bdi>,
    },
    organisations.length > 0 && {
      term: i18n.t('knowledge.story.cities'),
      value: (
        <ul>
          {organisations.map(({ slug, name }) => (
            <li key={slug}>
              <a href={`/cities/${slug}`}>
                <bdi>{name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      ),
    },
    speakers.length > 0 && {
      term: i18n.t('knowledge.story.speakers'),
      value: (
        <ul>
          {speakers.map(({ name, title, organisation }) => (
            <li key={name} lang="en" dir="auto">
              {name}
              <span className="hint">{[title, organisation].join(', ')}</span>
            </li>
          ))}
        </ul>
      ),
    },
    cluster && {
      term: i18n.t('knowledge.story.forum'),
      value: (
        <a href={`/clusters/${cluster.slug}`}>
          <bdi>{cluster.name}</bdi>
        </a>
      ),
    },
    webinars.length > 0 && {
      term: i18n.t('knowledge.story.webinars'),
      value: (
        <ul>
          {webinars.map(({ id, number }) => (
            <li key={id}>
              <a href={`/programme/sessions/${id}`}>{i18n.t('knowledge.story.webinar', { number })}</a>
            </li>
          ))}
        </ul>
      ),
    },
    recordings.length > 0 && {
      term: i18n.t('knowledge.story.recordings'),
      value: (
        <ul>
          {recordings.map((url) => (
            <li key={url}>
              <a href={url} rel="external noopener noreferrer">
                {i18n.t('knowledge.story.recordings')}
              </a>{' '}
              <span className="hint">{i18n.t('knowledge.story.leaves', { host: new URL(url).host })}</span>
            </li>
          ))}
        </ul>
      ),
    },
    story.sdgs.length > 0 && {
      term: i18n.t('knowledge.story.sdgs'),
      value: (
        <ul>
          {story.sdgs.map((goal) => (
            <li key={goal}>
              <a className="plain" href={`/stories?sdg=${goal}`}>
                {`${i18n.number(goal)} ${i18n.say(`sdg.${goal}`)}`}
              </a>
            </li>
          ))}
        </ul>
      ),
    },
    story.moves.length > 0 &&
      story.reviewBy && { term: i18n.t('knowledge.story.reviewBy'), value: i18n.date(story.reviewBy) },
  ];
  return (
    <>
      {story.moves.length > 0 && (
        <Section title={i18n.t('knowledge.story.steps')}>
          <Moves>
            {story.moves.map((move) => (
              <Move key={move}>
                <ActionForm operation="knowledge.moveStory" params={{ slug: story.slug }} name={`move-${move}`}>
                  <FormProblem />
                  <Hidden name="move" value={move} />
                  <Hidden name="version" value={story.version} />
                  <Submit kind="plain">{i18n.t(`knowledge.move.story.${move}`)}</Submit>
                </ActionForm>
              </Move>
            ))}
          </Moves>
        </Section>
      )}
      <Section title={i18n.t('knowledge.story.facts')}>
        <div className="story-facts">
          <Facts facts={facts} />
        </div>
      </Section>
      <Section title={i18n.t('knowledge.story.themes')}>
        <Themes themes={story.themes} at="/stories" />
      </Section>
      <HowItBegan beads={beads} />
    </>
  );
}
