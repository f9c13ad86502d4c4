import type { CityFact, CityView } from '@baraza/contracts/cities';
import {
  Button,
  Buttons,
  type Clock,
  Clocks,
  Empty,
  Meta,
  Notice,
  PageHead,
  Ref,
  Rows,
  Section,
  Split,
  Title,
} from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  ownClock,
  type PageProps,
  PageTitle,
  ReadingText,
  useApi,
  useData,
  useI18n,
  useNow,
  useWorld,
} from '../../platform/index.ts';
import { offeringQuery } from '../brokering/index.ts';
import { ClusterRow, clustersQuery } from '../clusters/index.ts';
import {
  LanguageLine,
  numberSources,
  SourceList,
  SourceNote,
  StoryRow,
  storiesQuery,
  Themes,
} from '../knowledge/index.ts';
import { AtAGlance } from './at-a-glance.tsx';
import { cityQuery } from './cities.queries.ts';
import { FocalPoint } from './city-row.tsx';
import './cities.css';

const slugOf = (params: Located['params']) => params['slug'] ?? '';
type RequestFilter = NonNullable<Parameters<ApiClient['brokering']['requests']>[0]>['query'];
const openRequestsQuery = (api: ApiClient, slug: string) => ({
  queryKey: ['brokering', 'requests', 'of', slug],
  queryFn: () => api.brokering.requests({ query: { organisation: slug, limit: 10 } as RequestFilter }),
});
const answersQuery = (api: ApiClient, slug: string) => ({
  queryKey: ['brokering', 'answers', slug],
  queryFn: () => api.brokering.responsiveness({ params: { slug } }),
});
const queriesOf = (api: ApiClient, slug: string) => ({
  city: cityQuery(api, slug),
  stories: storiesQuery(api, { organisation: slug, limit: 10 }),
  clusters: clustersQuery(api, { organisation: slug }),
  requests: openRequestsQuery(api, slug),
  answers: answersQuery(api, slug),
  offering: offeringQuery(api, slug),
});

export const data = (api: ApiClient, { params }: Located) => Object.values(queriesOf(api, slugOf(params)));

/** A city or institution: what it offers, what it needs, and where that was said. */
export default function CityPage({ params }: PageProps) {
  const i18n = useI18n();
  const queries = queriesOf(useApi(), slugOf(params));
  const city = useData(queries.city);
  const { items: stories } = useData(queries.stories);
  const { items: clusters } = useData(queries.clusters);
  const { items: requests } = useData(queries.requests);
  const answers = useData(queries.answers);
  const { offerAs } = useData(queries.offering);
  const { strengths, challenges, lessons } = city;
  const said = [...strengths, ...challenges, ...lessons];
  const { sources, numberOf } = numberSources([
    ...said.map((fact) => fact.citation),
    city.population?.citation ?? null,
  ]);
  const facts = (title: string, list: readonly CityFact[]) =>
    list.length > 0 && (
      <Section title={title}>
        <div className="facts-of">
          <Rows>
            {list.map((fact) => (
              <Fact key={fact.text.text} fact={fact} source={numberOf(fact.citation)} />
            ))}
          </Rows>
        </div>
      </Section>
    );
  return (
    <Split
      lead={
        <>
          <PageTitle>{city.name}</PageTitle>
          <PageHead
            title={<bdi>{city.name}</bdi>}
            meta={
              <>
                <span>{i18n.say(`organisation.kind.${city.kind}`)}</span>
                {city.adminRegion && <bdi lang="en">{city.adminRegion}</bdi>}
                {city.country && <span>{i18n.country(city.country)}</span>}
                <FocalPoint present={city.focalPoint} />
              </>
            }
          >
            {city.localName && city.localName.text !== city.name && (
              <p className="title">
                <bdi lang={city.localName.lang}>{city.localName.text}</bdi>
              </p>
            )}
          </PageHead>
          {city.placeholder && <Notice>{i18n.t('cities.placeholder')}</Notice>}
        </>
      }
      early={
        <>
          <LocalTime city={city} />
          {offerAs.length > 0 && (
            <Buttons>
              <Button href={`/cities/${city.slug}/offer`}>{i18n.t('brokering.offer.open')}</Button>
            </Buttons>
          )}
        </>
      }
      side={<AtAGlance city={city} source={numberOf} />}
    >
      {said.length > 0 ? (
        <LanguageLine reading={said[0]?.text} />
      ) : (
        <Empty title={i18n.t('cities.strengths')}>{i18n.t('cities.noFacts')}</Empty>
      )}
      {facts(i18n.t('cities.strengths'), strengths)}
      {facts(i18n.t('cities.challenges'), challenges)}
      {facts(i18n.t('cities.lessons'), lessons)}
      {answers.asked > 0 && (
        <Section title={i18n.t('brokering.responsiveness.title')}>
          <p>{i18n.t('brokering.responsiveness.of', { answered: answers.answered, asked: answers.asked })}</p>
        </Section>
      )}
      {requests.length > 0 && (
        <Section title={i18n.t('cities.requests')}>
          <Rows brief>
            {requests.map(({ ref, kind, title }) => (
              <li key={ref}>
                <Title size="s" href={`/requests/${ref}`} lang={title?.locale}>
                  {title?.text ?? ref}
                </Title>
                <Meta>
                  <span>{i18n.t(`brokering.kind.${kind}`)}</span>
                  <Ref>{ref}</Ref>
                </Meta>
              </li>
            ))}
          </Rows>
        </Section>
      )}
      {stories.length > 0 && (
        <Section title={i18n.t('cities.stories')}>
          <Rows brief>
            {stories.map((story) => (
              <StoryRow key={story.slug} story={story} brief />
            ))}
          </Rows>
        </Section>
      )}
      {clusters.length > 0 && (
        <Section title={i18n.t('cities.clusters')}>
          <Rows brief>
            {clusters.map((cluster) => (
              <ClusterRow key={cluster.slug} cluster={cluster} />
            ))}
          </Rows>
        </Section>
      )}
      <SourceList sources={sources} />
    </Split>
  );
}

/** One statement, its themes, and where it was made. */
function Fact({ fact, source }: { fact: CityFact; source: number }) {
  return (
    <li>
      <ReadingText reading={fact.text} />
      <SourceNote citation={fact.citation} number={source} />
      <Themes themes={fact.tags} at="/cities" />
    </li>
  );
}

/** What the clock says there, beside the reader's own where that differs. */
function LocalTime({ city }: { city: CityView }) {
  const i18n = useI18n();
  const { timeZone } = useWorld();
  const now = useNow();
  const there = { time: i18n.time(now, city.timeZone), place: <bdi>{city.name}</bdi> };
  const here = { time: i18n.time(now, timeZone), place: ownClock({ i18n, timeZone }) };
  const clocks: Clock[] = here.time === there.time ? [there] : [here, there];
  return (
    <Section title={i18n.t('cities.localTime')}>
      <Clocks clocks={clocks} />
    </Section>
  );
}
