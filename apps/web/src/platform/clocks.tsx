import type { Clock } from '@baraza/ui';
import { useWorld, type World } from './world.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** To make one takes longer than all else a clock needs. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formats.set(timeZone, made);
  return made;
}

/** Hours since midnight on a clock of that place. */
function hourIn(timeZone: string, at: string): number {
  const [hour = '0', minute = '0'] = formatIn(timeZone).format(new Date(at)).split(':');
  return Number(hour) + Number(minute) / 60;
}

/** What the reader's own clock is called: until the platform knows where they are it keeps universal time, and says so. */
export const ownClock = ({ i18n, timeZone }: Pick<World, 'i18n' | 'timeZone'>): string =>
  timeZone === 'UTC' ? timeZone : i18n.t('kernel.yourTime');

/** The clocks of a moment: the reader's own first, then those of the places it is about, with the day where it is another there. */
export function useClocks(): (at: string, ...places: readonly (string | null)[]) => Clock[] {
  const { i18n, timeZone } = useWorld();
  return (at, ...places) => {
    const clock = (zone: string, place: Clock['place']): Clock => ({
      time: i18n.time(at, zone),
      place,
      hour: hourIn(zone, at),
    });
    const day = (zone: string) => i18n.date(at, 'weekday', zone);
    const there = (zone: string) => {
      const name = <bdi>{i18n.zoneName(zone)}</bdi>;
      if (day(zone) === day(timeZone)) return name;
      return (
        <>
          {name} · {day(zone)}
        </>
      );
    };
    const others = [...new Set(places)].flatMap((zone) => (zone && zone !== timeZone ? [zone] : []));
    return [clock(timeZone, ownClock({ i18n, timeZone })), ...others.map((zone) => clock(zone, there(zone)))];
  };
}
