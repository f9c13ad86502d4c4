import type { RecommendationView } from '@baraza/contracts/knowledge';
import { PageHead, Section } from '@baraza/ui';
import { type ApiClient, PageTitle, ReadingText, useApi, useData, useI18n } from '../../platform/index.ts';
import { recommendationsQuery } from './knowledge.queries.ts';
import { LanguageLine } from './language-line.tsx';
import { ReadingList } from './reading-list.tsx';
import { numberSources, SourceList, SourceNote } from './sources.tsx';
import './knowledge.css';

export const data = (api: ApiClient) => [recommendationsQuery(api)];

/** What the sources advise, with what to do first and the stories it rests on. */
export default function RecommendationsPage() {
  const i18n = useI18n();
  const { items } = useData(recommendationsQuery(useApi()));
  const { sources, numberOf } = numberSources(items.map((item) => item.citation));
  return (
    <div className="stack">
      <PageTitle>{i18n.t('knowledge.recommendations.title')}</PageTitle>
      <PageHead title={i18n.t('knowledge.recommendations.title')}>
        <p>{i18n.t('knowledge.recommendations.lead')}</p>
        <LanguageLine reading={items[0]?.title} />
      </PageHead>
      {items.map((item) => (
        <Recommendation key={item.slug} item={item} source={numberOf(item.citation)} />
      ))}
      <SourceList sources={sources} />
    </div>
  );
}

function Recommendation({ item, source }: { item: RecommendationView; source: number }) {
  const i18n = useI18n();
  const { title, measures, stories, clusters } = item;
  return (
    <Section
      id={item.slug}
      title={
        <span lang={title.locale} dir="auto">
          {title.text}
        </span>
      }
      note={i18n.t(`knowledge.recommendations.${item.kind}`)}
    >
      <div className="recommendation">
        <ReadingText reading={item.text} />
        <div className="two-parts">
          {measures.length > 0 && (
            <div>
              <h3>{i18n.t('knowledge.recommendations.measures')}</h3>
              <ReadingList readings={measures} />
            </div>
          )}
          {stories.length > 0 && (
            <div>
              <h3>{i18n.t('knowledge.recommendations.stories')}</h3>
              <ul>
                {stories.map((story) => (
                  <li key={story.slug}>
                    <a href={`/stories/${story.slug}`} lang={story.title.locale} dir="auto">
                      {story.title.text}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
        {clusters.length > 0 && (
          <p className="small">
            {i18n.t('knowledge.recommendations.clusters')}{' '}
            {clusters.map(({ slug, name }, index) => (
              <span key={slug}>
                {index > 0 && ' · '}
                <a href={`/clusters/${slug}`}>
                  <bdi>{name}</bdi>
                </a>
              </span>
            ))}
          </p>
        )}
        <SourceNote citation={item.citation} number={source} />
      </div>
    </Section>
  );
}
