import type { SessionTime } from '@baraza/contracts/programme';
import { TwoClocks } from '@baraza/ui';
import { useClocks, useWorld } from '../../platform/index.ts';

/** The date of a session as well as anybody knows it: two clocks where the hour is known, a day or two days where it is not. */
export function When({ time, clocks = true }: { time: SessionTime; clocks?: boolean }) {
  const { i18n, timeZone } = useWorld();
  const clocksOf = useClocks();
  const day = (at: string) => i18n.date(at.slice(0, 10), 'day');
  if (time.precision === 'day') return <span>{day(time.startsAt)}</span>;
  if (time.precision === 'period')
    return <span>{i18n.t('programme.between', { from: day(time.startsAt), to: day(time.endsAt) })}</span>;
  return (
    <>
      <span>{i18n.date(time.startsAt, 'full', timeZone)}</span>
      {clocks && <TwoClocks clocks={clocksOf(time.startsAt, time.timeZone)} />}
    </>
  );
}
