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
import { MeTabs } from '../members/index.ts';
import { CalendarSheet } from './calendar-sheet.tsx';
import { calendarQuery } from './calendars.queries.ts';

const queryOf = (api: ApiClient, { params, search }: Located) => calendarQuery(api, `@${params['slug'] ?? ''}`, search);

export const data = (api: ApiClient, at: Located) => [queryOf(api, at)];

/** The days on which an organisation rests beside those of its country. */
export default function OwnCalendarPage(at: PageProps) {
  const i18n = useI18n();
  const calendar = useData(queryOf(useApi(), at));
  const { country, countryDays, organisation } = calendar;
  return (
    <Stack>
      <PageTitle>{`${organisation?.name ?? ''} · ${i18n.t('calendars.title')}`}</PageTitle>
      <PageHead title={<bdi>{organisation?.name}</bdi>} mid>
        <p>{i18n.t('calendars.ownCounts')}</p>
        {country && countryDays > 0 && (
          <p>{i18n.t('calendars.besideCountry', { country: i18n.country(country), count: countryDays })}</p>
        )}
      </PageHead>
      <MeTabs at="organisations" />
      <CalendarSheet calendar={calendar} path={`/me/organisations/${organisation?.slug}/calendar`} />
    </Stack>
  );
}
