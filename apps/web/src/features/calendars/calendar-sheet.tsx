import type { CalendarView } from '@baraza/contracts/calendars';
import { Buttons, FormActions, Rows, Section } from '@baraza/ui';
import { ActionForm, Checkboxes, FormProblem, Submit, TextArea, TextInput, useI18n } from '../../platform/index.ts';
import { FileIntoText } from './file-into-text.tsx';
import { FoundDays } from './found-days.tsx';
import { useWeekdays } from './weekdays.ts';

const week = [1, 2, 3, 4, 5, 6, 0] as const;

/** A calendar as its keeper sees it: what a file would bring, what there is, and the ways to add to it. */
export function CalendarSheet({ calendar, path }: { calendar: CalendarView; path: string }) {
  const i18n = useI18n();
  const { key, found, sources } = calendar;
  return (
    <>
      {found && <FoundDays found={found} calendar={key} path={path} />}
      <Weekend calendar={calendar} />
      <Section title={i18n.t('calendars.holidays')} open>
        {sources.length === 0 && <p className="soft">{i18n.t('calendars.none')}</p>}
        {sources.map((one) => (
          <Source key={one.source} calendar={key} {...one} />
        ))}
      </Section>
      <Section title={i18n.t('calendars.import.title')} open>
        <p className="hint">{i18n.t('calendars.import.how')}</p>
        <ActionForm className="form" operation="calendars.look" params={{ key }} next={`${path}?import=:import#found`}>
          <FormProblem />
          <FileIntoText into="text" />
          <TextArea name="text" rows={6} label={i18n.t('calendars.import.text')} required />
          <TextInput
            name="source"
            label={i18n.t('calendars.import.source')}
            hint={i18n.t('calendars.import.sourceHint')}
            maxLength={100}
          />
          <FormActions note={i18n.t('calendars.import.note')}>
            <Submit>{i18n.t('calendars.import.look')}</Submit>
          </FormActions>
        </ActionForm>
      </Section>
      <Section title={i18n.t('calendars.day.title')} open>
        <ActionForm className="form" operation="calendars.addDay" params={{ key }}>
          <FormProblem />
          <TextInput name="day" type="date" label={i18n.t('calendars.day.day')} required />
          <TextInput name="name" label={i18n.t('calendars.day.name')} maxLength={200} required />
          <FormActions>
            <Submit kind="plain">{i18n.t('calendars.day.add')}</Submit>
          </FormActions>
        </ActionForm>
      </Section>
    </>
  );
}

function Weekend({ calendar: { key, weekend, ownWeekend } }: { calendar: CalendarView }) {
  const i18n = useI18n();
  const nameOf = useWeekdays();
  return (
    <Section title={i18n.t('calendars.weekend')} open>
      <p>{i18n.list(weekend.map(nameOf))}</p>
      {!ownWeekend && <p className="hint">{i18n.t('calendars.weekendUsual')}</p>}
      <ActionForm className="form" operation="calendars.setWeekend" params={{ key }}>
        <FormProblem />
        <Checkboxes
          name="days"
          legend={i18n.t('calendars.weekendDays')}
          hint={i18n.t('calendars.weekendNone')}
          options={week.map((day) => ({ value: String(day), label: nameOf(day) }))}
          chosen={ownWeekend ? weekend.map(String) : []}
        />
        <FormActions>
          <Submit kind="plain">{i18n.t('calendars.weekendSave')}</Submit>
        </FormActions>
      </ActionForm>
    </Section>
  );
}

/** The days of one source: each, or all of them, can be taken away. */
function Source({ calendar, source, days }: CalendarView['sources'][number] & { calendar: string }) {
  const i18n = useI18n();
  const name = source || 'hand';
  return (
    <div className="stack">
      <h3>{source ? <bdi>{source}</bdi> : i18n.t('calendars.byHand')}</h3>
      <ActionForm operation="calendars.removeDay" params={{ key: calendar }} name={`days-${name}`}>
        <FormProblem />
        <Rows brief>
          {days.map((holiday) => (
            <li key={holiday.day}>
              <p className="meta">
                <span>{i18n.date(holiday.day, 'full')}</span>
                <bdi>{holiday.name}</bdi>
                <Submit kind="link" name="day" value={holiday.day}>
                  {i18n.t('calendars.remove')} <span className="vh">{i18n.date(holiday.day, 'day')}</span>
                </Submit>
              </p>
            </li>
          ))}
        </Rows>
      </ActionForm>
      {source && days.length > 1 && (
        <ActionForm operation="calendars.removeSource" params={{ key: calendar, source }} name={`source-${name}`}>
          <FormProblem />
          <Buttons>
            <Submit kind="plain">{i18n.t('calendars.removeAll', { count: days.length })}</Submit>
          </Buttons>
        </ActionForm>
      )}
    </div>
  );
}
