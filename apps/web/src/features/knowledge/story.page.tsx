import type { StoryView } from '@baraza/contracts/knowledge';
import { Facts, Icon, Move, Moves, PageHead, Rows, Section, Split, State, Title } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  Hidden,
  type Located,
  type PageProps,
  PageTitle,
  ReadingText,
  Submit,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { chainQuery, HowItBegan } from '../lineage/index.ts';
import { recommendationsQuery, storyQuery } from './knowledge.queries.ts';
import { LanguageLine } from './language-line.tsx';
import { ReadingList } from './reading-list.tsx';
import { numberSources, SourceList, SourceNote } from './sources.tsx';
import { Result } from './story-result.tsx';
import { Themes } from './taxonomy.tsx';
import './knowledge.css';

const slugOf = (params: Located['params']) => params['slug'] ?? '';

export const data = (api: ApiClient, { params }: Located) => [
  { ...storyQuery(api, slugOf(params)), after: ({ id }: StoryView) => [chainQuery(api, 'story', id)] },
  recommendationsQuery(api, { story: slugOf(params) }),
];

/** One story: what was the matter, what was done, what was measured, and what to mind. */
export default function StoryPage({ params }: PageProps) {
  const i18n = useI18n();
  const api = useApi();
  const story = useData(storyQuery(api, slugOf(params)));
  const { items: recommendations } = useData(recommendationsQuery(api, { story: slugOf(params) }));
  const { sources, numberOf } = numberSources([story.citation, ...story.results.map((result) => result.citation)]);
  const { title, fits, caution } = story;
  return (
    <Split
      lead={
        <>
          <PageTitle>{title.text}</PageTitle>
          <PageHead
            title={title.text}
            lang={title.locale}
            meta={
              <>
                <span>
                  <Icon name="story" size="s" /> {i18n.t('knowledge.stories.title')}
                </span>
                {story.publishedAt && <time dateTime={story.publishedAt}>{i18n.date(story.publishedAt)}</time>}
                {story.state !== 'published' && (
                  <State square={story.state === 'archived' ? 'cross' : 'half'} tone="due">
                    {i18n.t(`knowledge.state.story.${story.state}`)}
                  </State>
                )}
              </>
            }
          >
            <div className="lede">
              <ReadingText reading={story.summary} />
            </div>
            <LanguageLine reading={title} />
          </PageHead>
        </>
      }
      side={<Aside story={story} />}
    >
      <Section title={i18n.t('knowledge.story.challenge')}>
        <ReadingText reading={story.challenge} />
      </Section>
      <Section title={i18n.t('knowledge.story.solution')}>
        <ReadingText reading={story.solution} />
        <SourceNote citation={story.citation} number={numberOf(story.citation)} />
      </Section>
      {story.results.length > 0 && (
        <Section title={i18n.t('knowledge.story.results')}>
          <div className="results">
            <Rows>
              {story.results.map((result) => (
                <Result key={`${result.metric.text} ${result.citation.place}`} result={result} />
              ))}
            </Rows>
          </div>
        </Section>
      )}
      {story.lessons.length > 0 && (
        <Section title={i18n.t('knowledge.story.lessons')}>
          <ReadingList readings={story.lessons} ordered />
        </Section>
      )}
      {(fits || caution) && (
        <Section title={i18n.t('knowledge.story.elsewhere')}>
          <div className="two-parts">
            {fits && (
              <div>
                <h3>
                  <State square="check" tone="go">
                    {i18n.t('knowledge.story.fits')}
                  </State>
                </h3>
                <ReadingText reading={fits} />
              </div>
            )}
            {caution && (
              <div>
                <h3>
                  <span className="state due">
                    <Icon name="warn" size="s" /> {i18n.t('knowledge.story.caution')}
                  </span>
                </h3>
                <ReadingText reading={caution} />
              </div>
            )}
          </div>
        </Section>
      )}
      {recommendations.length > 0 && (
        <Section title={i18n.t('knowledge.recommendations.here')}>
          <Rows brief>
            {recommendations.map(({ slug, kind, title: words }) => (
              <li key={slug}>
                <Title size="s" href={`/recommendations#${slug}`} lang={words.locale}>
                  {words.text}
                </Title>
                <p className="small soft">{i18n.t(`knowledge.recommendations.${kind}`)}</p>
              </li>
            ))}
          </Rows>
        </Section>
      )}
      <SourceList sources={sources} />
    </Split>
  );
}

function Aside({ story }: { story: StoryView }) {
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
          <Facts facts={facts.filter((fact) => fact !== false && fact !== null && fact !== '')} />
        </div>
      </Section>
      <Section title={i18n.t('knowledge.story.themes')}>
        <Themes themes={story.themes} at="/stories" />
      </Section>
      <HowItBegan beads={beads} />
    </>
  );
}
