import type { StoryView } from '@baraza/contracts/knowledge';
import { Icon, PageHead, Rows, Section, Split, State, Title } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  ReadingText,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { chainQuery } from '../lineage/index.ts';
import { recommendationsQuery, storyQuery } from './knowledge.queries.ts';
import { LanguageLine } from './language-line.tsx';
import { ReadingList } from './reading-list.tsx';
import { numberSources, SourceList, SourceNote } from './sources.tsx';
import { StoryAside } from './story-aside.tsx';
import { Result } from './story-result.tsx';
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
      side={<StoryAside story={story} />}
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
