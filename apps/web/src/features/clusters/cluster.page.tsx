import { Button, Buttons, Icon, PageHead, Rows, Section, Split, State } from '@baraza/ui';
import { useQueryClient } from '@tanstack/react-query';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  ReadingText,
  useApi,
  useData,
  useI18n,
  useStream,
} from '../../platform/index.ts';
import {
  LanguageLine,
  numberSources,
  ReadingList,
  SourceList,
  StoryRow,
  storiesQuery,
  Themes,
} from '../knowledge/index.ts';
import { ClusterRow } from './cluster-row.tsx';
import { clusterQuery } from './clusters.queries.ts';
import { Asking, ClusterSteps, MembershipBox } from './membership.tsx';
import './clusters.css';

const slugOf = (params: Located['params']) => params['slug'] ?? '';

export const data = (api: ApiClient, { params }: Located) => [
  clusterQuery(api, slugOf(params)),
  storiesQuery(api, { cluster: slugOf(params), limit: 5 }),
];

/** What a cluster is for, who takes part, and the way in. */
export default function ClusterPage({ params }: PageProps) {
  const i18n = useI18n();
  const api = useApi();
  const queries = useQueryClient();
  const cluster = useData(clusterQuery(api, slugOf(params)));
  const { items: stories } = useData(storiesQuery(api, { cluster: slugOf(params), limit: 5 }));
  const again = () => void queries.invalidateQueries({ queryKey: ['clusters'] });
  useStream(`cluster:${cluster.id}`, cluster.seq, { onNews: again, onReset: again });
  const { parent, purposes, guidingQuestions, forums, cities, description } = cluster;
  const { sources } = numberSources(cluster.grounding);
  return (
    <Split
      lead={
        <>
          <PageTitle>{cluster.name}</PageTitle>
          <PageHead
            title={<bdi>{cluster.name}</bdi>}
            meta={
              <>
                <span>
                  <Icon name={cluster.kind === 'forum' ? 'forums' : 'people'} size="s" />{' '}
                  {i18n.t(`clusters.kind.${cluster.kind}`)}
                </span>
                <span>{i18n.t('clusters.organisations', { count: cluster.organisations })}</span>
                <span>{i18n.t('clusters.members', { count: cluster.members })}</span>
                {cluster.state !== 'active' && (
                  <State square={cluster.state === 'archived' ? 'cross' : 'open'} tone="soft">
                    {i18n.t(`clusters.state.cluster.${cluster.state}`)}
                  </State>
                )}
              </>
            }
          >
            <div className="lede">
              <ReadingText reading={description} />
            </div>
            <LanguageLine reading={description} />
            {parent && (
              <p className="small">
                {i18n.rich('clusters.partOf', {
                  cluster: parent.name,
                  link: (words: (string | React.ReactNode)[]) => (
                    <a key={parent.slug} href={`/clusters/${parent.slug}`}>
                      {words}
                    </a>
                  ),
                })}
              </p>
            )}
          </PageHead>
          {cluster.kind === 'forum' && (
            <Buttons>
              <Button kind={cluster.joined ? 'go' : 'plain'} href={`/forums/${cluster.slug}`}>
                {i18n.t('clusters.openForum')}
              </Button>
            </Buttons>
          )}
        </>
      }
      early={<MembershipBox cluster={cluster} />}
      side={
        <>
          <Asking cluster={cluster} />
          <ClusterSteps cluster={cluster} />
          <Section title={i18n.t('clusters.cities')} note={i18n.number(cities.length)}>
            <ul className="cluster-cities">
              {cities.map(({ slug, name, country }) => (
                <li key={slug}>
                  <a className="plain" href={`/cities/${slug}`}>
                    <bdi>{name}</bdi>
                  </a>{' '}
                  {country && <span className="small soft">{i18n.country(country)}</span>}
                </li>
              ))}
            </ul>
          </Section>
        </>
      }
    >
      {purposes.length > 0 && (
        <Section title={i18n.t('clusters.purposes')}>
          <ReadingList readings={purposes} />
        </Section>
      )}
      {guidingQuestions.length > 0 && (
        <Section title={i18n.t('clusters.questions')}>
          <ReadingList readings={guidingQuestions} ordered />
        </Section>
      )}
      {forums.length > 0 && (
        <Section title={i18n.t('clusters.forums')}>
          <Rows>
            {forums.map((forum) => (
              <ClusterRow key={forum.slug} cluster={forum} />
            ))}
          </Rows>
        </Section>
      )}
      {stories.length > 0 && (
        <Section title={i18n.t('knowledge.stories.title')}>
          <Rows brief>
            {stories.map((story) => (
              <StoryRow key={story.slug} story={story} brief />
            ))}
          </Rows>
        </Section>
      )}
      {cluster.themes.length > 0 && (
        <Section title={i18n.t('knowledge.story.themes')}>
          <Themes themes={cluster.themes} at="/cities" />
        </Section>
      )}
      <SourceList sources={sources} />
    </Split>
  );
}
