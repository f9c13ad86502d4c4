import type { HomeView } from '@baraza/contracts/home';
import { Button, Buttons, PageHead, Split } from '@baraza/ui';
import type { ReactNode } from 'react';
import { type ApiClient, PageTitle, useApi, useData, useI18n, useReader, useWorld } from '../../platform/index.ts';
import { mineQuery } from '../brokering/index.ts';
import { homeQuery } from './home.queries.ts';
import { Lines } from './lines.tsx';
import { NextSession } from './next-session.tsx';
import { NeedsYou, WaitingOnOthers } from './waiting.tsx';
import './home.css';

export const data = (api: ApiClient) => [homeQuery(api)];

/** The first page: for a visitor what this is and what happens now, for a member what needs them. */
export default function HomePage() {
  return useReader() ? <MembersHome /> : <VisitorsHome />;
}

function VisitorsHome() {
  const i18n = useI18n();
  const { totals, promise, ...now } = useData(homeQuery(useApi()));
  const lead = (
    <>
      <PageTitle>{i18n.t('home.title')}</PageTitle>
      <PageHead title={i18n.t('home.title')} lead={i18n.t('home.lead')} />
      <div>
        <Buttons>
          <Button kind="go" href="/stories">
            {i18n.t('home.readStory')}
          </Button>
          <Button href="/requests">{i18n.t('home.seeRequests')}</Button>
          <Button href="/join">{i18n.t('home.join')}</Button>
        </Buttons>
        <p className="small soft home-figures">
          {i18n.t('home.totals', totals)}
          {promise && (
            <>
              <br />
              <a href="/promise">{i18n.t('home.promise', { requests: promise.requests, days: promise.workingDays })}</a>
            </>
          )}
        </p>
      </div>
    </>
  );
  return (
    <Columns lead={lead} session={now.session} stories={now.stories} threads={now.threads}>
      <Lines
        title={i18n.t('home.newRequests')}
        lines={now.requests}
        all={{ href: '/requests', label: i18n.t('home.allRequests') }}
      />
    </Columns>
  );
}

const listed = 8;
/** What has more working days than this presses nobody yet. */
const pressing = 30;

function MembersHome() {
  const { i18n, timeZone, now } = useWorld();
  const api = useApi();
  const { requests, ...home } = useData(homeQuery(api));
  const mine = useData(mineQuery(api));
  const waiting = mine.requests.filter(({ nextStep }) => nextStep && nextStep.who !== 'you').slice(0, listed);
  const owed = mine.owed.filter(({ step }) => step.workingDays <= pressing);
  const later = mine.owed.filter(({ step }) => step.workingDays > pressing);
  const title = i18n.t('home.needsYou', { count: owed.length });
  const lead = (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHead title={title} meta={<span>{i18n.date(new Date(now), 'full', timeZone)}</span>}>
        {owed.length === 0 && (
          <>
            <p className="soft">{i18n.t('home.nothingWaits')}</p>
            <Buttons>
              <Button kind="go" href="/requests/new">
                {i18n.t('home.newRequest')}
              </Button>
            </Buttons>
          </>
        )}
      </PageHead>
      <NeedsYou owed={owed} />
    </>
  );
  return (
    <Columns lead={lead} session={home.session} stories={home.stories} threads={home.threads} own>
      <WaitingOnOthers requests={waiting} />
      <NeedsYou owed={later.slice(0, listed)} later />
      <Lines
        title={i18n.t('home.newNear')}
        lines={requests}
        all={{ href: '/requests', label: i18n.t('home.allRequests') }}
      />
    </Columns>
  );
}

type Now = Pick<HomeView, 'session' | 'stories' | 'threads'>;

/** Both kinds of home have the same places: what comes first, the next session, and what is new beside it. */
function Columns({
  lead,
  session,
  stories,
  threads,
  own,
  children,
}: Now & { lead: ReactNode; own?: boolean; children: ReactNode }) {
  const i18n = useI18n();
  return (
    <Split
      lead={
        <>
          {lead}
          {children}
        </>
      }
      early={session && <NextSession session={session} />}
      side={
        <>
          <Lines
            title={own ? i18n.t('home.yourClusters') : i18n.t('home.threads')}
            lines={threads}
            all={{ href: '/forums', label: i18n.t('home.allThreads') }}
            brief
          />
          <Lines
            title={i18n.t('home.stories')}
            lines={stories}
            all={{ href: '/stories', label: i18n.t('home.allStories') }}
            brief
          />
        </>
      }
    />
  );
}
