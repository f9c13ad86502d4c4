import type { CalendarView } from '@baraza/contracts/calendars';
import { Buttons, Section, Table } from '@baraza/ui';
import { ActionForm, FormProblem, Submit, useI18n } from '../../platform/index.ts';

/** What a file would bring, before anybody's deadline moves. */
export function FoundDays({
  found: { id, source, days, leftOut },
  calendar,
  path,
}: {
  found: NonNullable<CalendarView['found']>;
  calendar: string;
  path: string;
}) {
  const i18n = useI18n();
  const fresh = days.filter(({ there }) => !there).length;
  return (
    <Section id="found" title={i18n.t('calendars.found.title')} open>
      <p>
        <bdi>{source}</bdi>: {i18n.t('calendars.found.days', { count: days.length, fresh })}
      </p>
      {leftOut > 0 && <p className="hint">{i18n.t('calendars.found.leftOut', { count: leftOut })}</p>}
      <Table
        caption={i18n.t('calendars.found.title')}
        small
        columns={[
          { label: i18n.t('calendars.day.day') },
          { label: i18n.t('calendars.day.name') },
          { label: i18n.t('calendars.found.state') },
        ]}
        rows={days.map(({ day, name, there }) => [
          i18n.date(day, 'full'),
          <bdi key={day}>{name}</bdi>,
          there ? i18n.t('calendars.found.there') : i18n.t('calendars.found.new'),
        ])}
      />
      {fresh > 0 && (
        <ActionForm operation="calendars.take" params={{ key: calendar, id }} next={path}>
          <FormProblem />
          <Buttons>
            <Submit>{i18n.t('calendars.found.take', { count: fresh })}</Submit>
          </Buttons>
        </ActionForm>
      )}
    </Section>
  );
}
