import type { Happening } from '../kernel/index.ts';

export type CalendarChanged = Happening<
  'calendars.calendar.changed',
  {
    readonly calendar: string;
    readonly added: number;
    readonly removed: number;
    readonly weekend: readonly number[] | null;
  }
>;
