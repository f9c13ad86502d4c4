import { PageHead, Stack, Table } from '@baraza/ui';
import { type ApiClient, PageTitle, useApi, useData, useI18n } from '../../platform/index.ts';
import { AdminTabs } from '../members/index.ts';
import { calendarsQuery } from './calendars.queries.ts';
import { useWeekdays } from './weekdays.ts';

export const data = (api: ApiClient) => [calendarsQuery(api)];

/** Who rests when: the desk, and every country that takes part. */
export default function CalendarsPage() {
  const i18n = useI18n();
  const { calendars } = useData(calendarsQuery(useApi()));
  const nameOf = useWeekdays();
  return (
    <Stack>
      <PageTitle>{i18n.t('calendars.title')}</PageTitle>
      <PageHead title={i18n.t('calendars.title')} mid>
        <p>{i18n.t('calendars.lead')}</p>
      </PageHead>
      <AdminTabs at="calendars" />
      <Table
        caption={i18n.t('calendars.title')}
        pile
        columns={[
          { label: i18n.t('calendars.whose') },
          { label: i18n.t('calendars.weekend') },
          { label: i18n.t('calendars.holidays') },
          { label: i18n.t('calendars.organisations'), numeric: true },
        ]}
        rows={calendars.map(({ key, country, weekend, ahead, until, organisations }) => [
          <a key={key} href={`/admin/calendars/${key}`}>
            {country ? i18n.country(country) : i18n.t('calendars.desk')}
          </a>,
          i18n.list(weekend.map(nameOf)),
          until && ahead > 0
            ? i18n.t('calendars.ahead', { count: ahead, until: i18n.date(until, 'short') })
            : i18n.t('calendars.none'),
          country ? i18n.number(organisations) : '',
        ])}
      />
    </Stack>
  );
}
