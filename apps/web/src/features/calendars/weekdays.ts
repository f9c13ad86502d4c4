import { useI18n } from '../../platform/index.ts';

/** The name of a day of the week in the reader's language, 0 = Sunday. */
export function useWeekdays(): (day: number) => string {
  const { locale } = useI18n();
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return (day) => format.format(Date.UTC(2023, 0, 1 + day)); // the first of January 2023 was a Sunday
}
