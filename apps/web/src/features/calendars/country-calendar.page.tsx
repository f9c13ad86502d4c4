import { PageHead, Stack } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { AdminTabs } from '../members/index.ts';
import { CalendarSheet } from './calendar-sheet.tsx';
import { calendarQuery } from './calendars.queries.ts';

const queryOf = (api: ApiClient, { params, search }: Located) => calendarQuery(api, params['key'] ?? '', search);

export const data = (api: ApiClient, at: Located) => [queryOf(api, at)];

/** The days of rest of a country, or of the desk. */
export default function CountryCalendarPage(at: PageProps) {
  const i18n = useI18n();
  const calendar = useData(queryOf(useApi(), at));
  const title = calendar.country ? i18n.country(calendar.country) : i18n.t('calendars.desk');
  return (
    <Stack>
      <PageTitle>{`${title} · ${i18n.t('calendars.title')}`}</PageTitle>
      <PageHead title={title} mid>
        <p>
          {calendar.kind === 'desk'
            ? i18n.t('calendars.deskCounts')
            : i18n.t('calendars.countryCounts', { count: calendar.organisations })}
        </p>
      </PageHead>
      <AdminTabs at="calendars" />
      <CalendarSheet calendar={calendar} path={`/admin/calendars/${calendar.key}`} />
    </Stack>
  );
}
