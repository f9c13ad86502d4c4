import type { SessionLine } from '@baraza/contracts/programme';
import { Band, Button, Buttons, CalendarLink, Clocks, Title } from '@baraza/ui';
import { useClocks, useI18n, useWorld } from '../../platform/index.ts';

const taking = ['collecting', 'live'];

/** The session that matters most now: what it is about, when by both clocks, and the way onto its board. */
export function NextBand({ session }: { session: SessionLine }) {
  const i18n = useI18n();
  const { timeZone } = useWorld();
  const clocks = useClocks();
  const { slug, topic, time, state, host, board } = session;
  const live = state === 'running';
  return (
    <Band heading={live ? i18n.t('programme.liveNow') : i18n.t('programme.next')}>
      <Title href={`/programme/sessions/${slug}`} lang={topic.locale}>
        {topic.text}
      </Title>
      {host && (
        <p className="small soft">
          <bdi>{host.name}</bdi>
        </p>
      )}
      <p>
        <b>{i18n.date(time.startsAt, 'full', timeZone)}</b>
      </p>
      <Clocks clocks={clocks(time.startsAt, time.timeZone)} />
      {board && taking.includes(board.phase) && (
        <Buttons>
          <Button kind="go" href={`/b/${board.code}`}>
            {live ? i18n.t('programme.join') : i18n.t('programme.askNow')}
          </Button>
        </Buttons>
      )}
      <CalendarLink href={`/api/v1/sessions/${slug}/calendar.ics`} label={i18n.t('programme.toCalendar')} />
    </Band>
  );
}
