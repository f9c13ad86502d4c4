import type { SessionView } from '@baraza/contracts/programme';
import {
  Band,
  Button,
  Buttons,
  CalendarLink,
  Clocks,
  Facts,
  Meta,
  PageHead,
  Rows,
  Section,
  Split,
  Title,
} from '@baraza/ui';
import { useQueryClient } from '@tanstack/react-query';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  ReadingText,
  useApi,
  useClocks,
  useData,
  useI18n,
  useStream,
  useWorld,
} from '../../platform/index.ts';
import { chainQuery, HowItBegan } from '../lineage/index.ts';
import { Organise } from './organise.tsx';
import { sessionQuery } from './programme.queries.ts';
import { AskedCount } from './session-row.tsx';
import { SessionState } from './session-state.tsx';
import { Source } from './source.tsx';
import { Speakers } from './speakers.tsx';
import { When } from './when.tsx';

export const data = (api: ApiClient, { params }: Located) => [
  {
    ...sessionQuery(api, params['slug'] ?? ''),
    after: ({ id }: SessionView) => [chainQuery(api, 'session', id)],
  },
];

/** A session before, while and after it happens. */
export default function SessionPage({ params }: PageProps) {
  const i18n = useI18n();
  const query = sessionQuery(useApi(), params['slug'] ?? '');
  const session = useData(query);
  const { beads } = useData(chainQuery(useApi(), 'session', session.id));
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: query.queryKey });
  useStream(`session:${session.id}`, session.seq, { onNews: again, onReset: again });
  const { topic, kind, number, state, summary, stories } = session;
  return (
    <Split
      lead={
        <PageHead
          title={topic.text}
          lang={topic.locale}
          meta={
            <>
              <span>
                {i18n.t(`programme.kind.${kind}`)}
                {number !== null && <> · {i18n.t('programme.number', { number })}</>}
              </span>
              <SessionState state={state} />
            </>
          }
        />
      }
      early={<Moment session={session} />}
      side={
        <>
          <About session={session} />
          <HowItBegan beads={beads} />
          {session.grounding && <Source citation={session.grounding} />}
        </>
      }
    >
      <PageTitle>{topic.text}</PageTitle>
      {summary && <ReadingText reading={summary} />}
      <Speakers speakers={session.speakers} topic={topic.text} />
      <Record session={session} />
      {stories.length > 0 && (
        <Section title={i18n.t('programme.stories')}>
          <Rows brief>
            {stories.map(({ slug, title }) => (
              <li key={slug}>
                <Title as="h3" size="s" href={`/stories/${slug}`} lang={title.locale}>
                  {title.text}
                </Title>
              </li>
            ))}
          </Rows>
        </Section>
      )}
      <Organise session={session} />
    </Split>
  );
}

/** When it is by both clocks, and the way to its board. */
function Moment({ session: { slug, time, state, board } }: { session: SessionView }) {
  const i18n = useI18n();
  const { timeZone } = useWorld();
  const clocks = useClocks();
  const ahead = state === 'announced' || state === 'open' || state === 'running';
  const dated = time.precision === 'instant';
  const heading = state === 'running' ? i18n.t('programme.liveNow') : i18n.t(`programme.state.session.${state}`);
  const taking = board?.phase === 'collecting' || board?.phase === 'live';
  const words = taking ? i18n.t('programme.askNow') : i18n.t('programme.board');
  return (
    <Band heading={heading}>
      {dated ? (
        <>
          <p>
            <b>{i18n.date(time.startsAt, 'full', timeZone)}</b>
          </p>
          <Clocks clocks={clocks(time.startsAt, time.timeZone)} />
        </>
      ) : (
        <p>
          <b>
            <When time={time} />
          </b>
        </p>
      )}
      {time.basis && (
        <div className="small soft">
          <p>{i18n.t('programme.dateBasis')}</p>
          <p lang="en" dir="auto">
            {time.basis}
          </p>
        </div>
      )}
      {board && board.phase !== 'scheduled' && (
        <>
          <Buttons>
            <Button kind={taking ? 'go' : 'plain'} href={`/b/${board.code}`}>
              {words}
            </Button>
          </Buttons>
          <Meta>
            <AskedCount board={board} />
          </Meta>
        </>
      )}
      {ahead && dated && (
        <CalendarLink href={`/api/v1/sessions/${slug}/calendar.ics`} label={i18n.t('programme.toCalendar')} />
      )}
    </Band>
  );
}

function About({ session: { event, series, cluster, host, themes, slug } }: { session: SessionView }) {
  const i18n = useI18n();
  const facts = [
    host && {
      term: i18n.t('programme.form.host'),
      value: (
        <a href={`/cities/${host.slug}`}>
          <bdi>{host.name}</bdi>
        </a>
      ),
    },
    series && {
      term: i18n.t('programme.partOf'),
      value: (
        <a href={`/programme/series/${series.slug}`} lang={series.title.locale} dir="auto">
          {series.title.text}
        </a>
      ),
    },
    event.slug !== slug && {
      term: i18n.t('programme.form.topic'),
      value: (
        <span lang={event.title.locale} dir="auto">
          {event.title.text}
        </span>
      ),
    },
    cluster && {
      term: i18n.t('kernel.place.forums'),
      value: (
        <a href={`/clusters/${cluster.slug}`}>
          <bdi>{cluster.name}</bdi>
        </a>
      ),
    },
    themes.length > 0 && {
      term: i18n.t('programme.themes'),
      value: i18n.list(themes.map((theme) => i18n.say(`theme.${theme}`))),
    },
  ];
  return <Facts facts={facts} />;
}

/** Where the recording and the slides lie. They are on other people's servers, and the link says whose. */
function Record({ session: { recordingUrl, slidesUrl, noRecordReason, state } }: { session: SessionView }) {
  const i18n = useI18n();
  const links = [
    recordingUrl && { href: recordingUrl, label: i18n.t('programme.recording') },
    slidesUrl && { href: slidesUrl, label: i18n.t('programme.slides') },
  ].filter((link) => !!link);
  if (links.length === 0 && !(noRecordReason && (state === 'completed' || state === 'wrap_up'))) return null;
  return (
    <Section title={i18n.t('programme.record')}>
      {links.length === 0 && <p className="soft">{noRecordReason}</p>}
      <Rows brief>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href} rel="external noopener">
              {label}
            </a>{' '}
            <span className="small soft">{i18n.t('programme.onHost', { host: new URL(href).host })}</span>
          </li>
        ))}
      </Rows>
    </Section>
  );
}
