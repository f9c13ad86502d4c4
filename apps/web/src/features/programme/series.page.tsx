import type { SeriesView } from '@baraza/contracts/programme';
import { Facts, PageHead, Rows, Section, Split } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { seriesQuery } from './programme.queries.ts';
import { SessionRow } from './session-row.tsx';
import { Source } from './source.tsx';

export const data = (api: ApiClient, { params }: Located) => [seriesQuery(api, params['slug'] ?? '')];

/** A run of events under one name, with all its sessions. */
export default function SeriesPage({ params }: PageProps) {
  const i18n = useI18n();
  const series = useData(seriesQuery(useApi(), params['slug'] ?? ''));
  const { title, startsOn, endsOn, events, purposes, grounding } = series;
  const single = events.every(({ lines }) => lines.length === 1);
  return (
    <Split
      lead={
        <PageHead
          title={title.text}
          lang={title.locale}
          meta={
            <>
              {startsOn && <span>{endsOn ? i18n.range(startsOn, endsOn) : i18n.date(startsOn)}</span>}
              <span>{i18n.t('programme.sessions', { count: series.sessions })}</span>
            </>
          }
        />
      }
      early={<Organisers series={series} />}
      side={
        <>
          {purposes.length > 0 && (
            <Section title={i18n.t('programme.purposes')}>
              <Rows brief>
                {purposes.map((purpose) => (
                  <li key={purpose.text} lang={purpose.locale} dir="auto">
                    {purpose.text}
                  </li>
                ))}
              </Rows>
            </Section>
          )}
          {grounding && <Source citation={grounding} />}
        </>
      }
    >
      <PageTitle>{title.text}</PageTitle>
      {single ? (
        <Section title={i18n.t('programme.sessions', { count: series.sessions })} quiet>
          <Rows ordered>
            {events
              .flatMap(({ lines }) => lines)
              .map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
          </Rows>
        </Section>
      ) : (
        events.map(({ slug, kind, title: name, summary, lines }) => (
          <Section key={slug} title={i18n.t(`programme.kind.${kind}`)} note={<bdi lang={name.locale}>{name.text}</bdi>}>
            {summary && (
              <p className="small soft" lang={summary.locale} dir="auto">
                {summary.text}
              </p>
            )}
            <Rows ordered>
              {lines.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </Rows>
          </Section>
        ))
      )}
    </Split>
  );
}

function Organisers({ series: { organisers } }: { series: SeriesView }) {
  const i18n = useI18n();
  if (organisers.length === 0) return null;
  return (
    <Facts
      facts={[
        {
          term: i18n.t('programme.organisers'),
          value: organisers.map(({ slug, name }, i) => (
            <span key={slug}>
              {i > 0 && <br />}
              <a href={`/cities/${slug}`}>
                <bdi>{name}</bdi>
              </a>
            </span>
          )),
        },
      ]}
    />
  );
}
