import type { SessionTime } from '@baraza/contracts/programme';
import { type Clock, TwoClocks } from '@baraza/ui';
import { hourIn, useWorld } from '../../platform/index.ts';

/** A moment by the reader's clock, and by that of the place that hosts it where it is another; with the day if that differs too. */
export function useClocks(): (at: string, host: string) => Clock[] {
  const { i18n, timeZone } = useWorld();
  return (at, host) => {
    const day = (zone: string) => i18n.date(at, 'weekday', zone);
    const clock = (zone: string, place: Clock['place']): Clock => ({
      time: i18n.time(at, zone),
      place,
      hour: hourIn(zone, at),
    });
    const own = clock(timeZone, i18n.t('kernel.yourTime'));
    if (host === timeZone) return [own];
    const there = <bdi>{i18n.zoneName(host)}</bdi>;
    const place =
      day(host) === day(timeZone) ? (
        there
      ) : (
        <>
          {there}, {day(host)}
        </>
      );
    return [own, clock(host, place)];
  };
}

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
