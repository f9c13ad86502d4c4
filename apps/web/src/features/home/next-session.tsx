import type { HomeView } from '@baraza/contracts/home';
import { Band, Clocks, Title } from '@baraza/ui';
import { hourIn, useWorld } from '../../platform/index.ts';

/** The session that comes next, by the reader's clock and by its host's. */
export function NextSession({ session }: { session: NonNullable<HomeView['session']> }) {
  const { i18n, timeZone } = useWorld();
  const { line, startsAt, live } = session;
  const clock = (zone: string, place: string) => ({
    time: i18n.time(startsAt, zone),
    place: <bdi>{place}</bdi>,
    hour: hourIn(zone, startsAt),
  });
  const own = clock(timeZone, i18n.t('kernel.yourTime'));
  const host = clock(session.timeZone, i18n.zoneName(session.timeZone));
  return (
    <Band heading={live ? i18n.t('home.liveNow') : i18n.t('home.nextSession')}>
      <Title href={line.href} lang={line.locale}>
        {line.title}
      </Title>
      {line.by && (
        <p className="small soft">
          <bdi>{line.by}</bdi>
        </p>
      )}
      <p>
        <b>{i18n.date(startsAt, 'full')}</b>
      </p>
      <Clocks clocks={session.timeZone === timeZone ? [own] : [own, host]} />
      <p className="small">
        <a href="/programme">{i18n.t('home.programme')}</a>
      </p>
    </Band>
  );
}
