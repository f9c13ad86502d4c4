import type { HomeView } from '@baraza/contracts/home';
import { Band, Clocks, Title } from '@baraza/ui';
import { useClocks, useI18n } from '../../platform/index.ts';

/** The session that comes next, by the reader's clock and by its host's. */
export function NextSession({ session }: { session: NonNullable<HomeView['session']> }) {
  const i18n = useI18n();
  const { line, startsAt, live } = session;
  const clocksOf = useClocks();
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
      <Clocks clocks={clocksOf(startsAt, session.timeZone)} />
      <p className="small">
        <a href="/programme">{i18n.t('home.programme')}</a>
      </p>
    </Band>
  );
}
