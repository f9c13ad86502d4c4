import type { MeetingView, OrganisationRef } from '@baraza/contracts/brokering';
import { brokeringTerms } from '@baraza/domain/brokering';
import type { Translator } from '@baraza/i18n';
import { Details, Pair } from '@baraza/ui';
import {
  ActionForm,
  FormProblem,
  Hidden,
  Select,
  Submit,
  TextArea,
  TextInput,
  useI18n,
  useWorld,
} from '../../platform/index.ts';

const slotNumbers = [0, 1, 2] as const;
/** In minutes. */
const lengths = [30, 45, 60, 90, 120, 180, 240, 480] as const;

/** How long it lasts, as the reader's language says it. */
export const lengthOf = (i18n: Translator, minutes: number): string =>
  minutes % 60 === 0
    ? i18n.number(minutes / 60, { style: 'unit', unit: 'hour', unitDisplay: 'long' })
    : i18n.number(minutes, { style: 'unit', unit: 'minute', unitDisplay: 'long' });

/** What the forms need to know; where a meeting is proposed or written down decides which call it is. */
export interface Forms {
  readonly organisations: readonly OrganisationRef[];
  readonly propose:
    | { readonly operation: 'brokering.meetForMatch'; readonly params: { readonly id: string } }
    | { readonly operation: 'brokering.meetForPartnership'; readonly params: { readonly ref: string } };
  readonly record:
    | { readonly operation: 'brokering.recordMeetingForMatch'; readonly params: { readonly id: string } }
    | { readonly operation: 'brokering.recordMeetingForPartnership'; readonly params: { readonly ref: string } };
}

export function Accept({
  meeting: { id, version, slots, chosen },
  clocks,
}: {
  meeting: MeetingView;
  clocks: (at: string) => { time: string }[];
}) {
  const { i18n, timeZone } = useWorld();
  const open = chosen ? [chosen] : slots;
  return (
    <ActionForm operation="brokering.acceptMeeting" params={{ id }} name={`accept ${id}`} className="form">
      <FormProblem />
      <Hidden name="version" value={version} />
      <Select
        name="slot"
        label={i18n.t('brokering.meeting.choose')}
        options={open.map((slot) => ({
          value: slot,
          label: `${i18n.date(slot, 'weekday', timeZone)} · ${clocks(slot)
            .map(({ time }) => time)
            .join(' | ')}`,
        }))}
      />
      <Delegate />
      <Submit>{i18n.t('brokering.meeting.accept')}</Submit>
    </ActionForm>
  );
}

/** Other slots than those offered. */
export function Counter({ meeting: { id, version } }: { meeting: MeetingView }) {
  const i18n = useI18n();
  return (
    <Details summary={i18n.t('brokering.meeting.counter')}>
      <ActionForm operation="brokering.counterMeeting" params={{ id }} name={`counter ${id}`} className="form">
        <FormProblem />
        <Hidden name="version" value={version} />
        <Slots />
        <Delegate />
        <Submit>{i18n.t('brokering.meeting.counter')}</Submit>
      </ActionForm>
    </Details>
  );
}

/** Three times by the writer's own clock, which the words name. */
function Slots() {
  const { i18n, timeZone } = useWorld();
  return (
    <fieldset className="entry">
      <legend>{i18n.t('brokering.meeting.slots')}</legend>
      <span className="hint">{i18n.t('brokering.meeting.slotsHint', { city: i18n.zoneName(timeZone) })}</span>
      <Hidden name="timeZone" value={timeZone} />
      {slotNumbers.map((no) => (
        <TextInput
          key={no}
          name={`slots.${no}`}
          type="datetime-local"
          label={i18n.t('brokering.meeting.slot', { no: i18n.number(no + 1) })}
          required
        />
      ))}
    </fieldset>
  );
}

function Delegate() {
  const i18n = useI18n();
  return <TextInput name="delegate" label={i18n.t('brokering.meeting.delegate')} maxLength={120} required />;
}

export function Propose({ operation, params }: Forms['propose']) {
  const { i18n, locale } = useWorld();
  return (
    <Details summary={i18n.t('brokering.meeting.propose')}>
      <ActionForm operation={operation} params={params} className="form">
        <FormProblem />
        <Hidden name="language" value={locale} />
        <TextInput name="topic" label={i18n.t('brokering.meeting.topic')} maxLength={300} required />
        <Slots />
        <Select
          name="minutes"
          label={i18n.t('brokering.meeting.length')}
          options={lengths.map((minutes) => ({ value: String(minutes), label: lengthOf(i18n, minutes) }))}
          value={String(brokeringTerms.meeting.minutes)}
        />
        <Place />
        <Delegate />
        <Submit>{i18n.t('brokering.meeting.propose')}</Submit>
      </ActionForm>
    </Details>
  );
}

function Place() {
  const i18n = useI18n();
  return (
    <TextInput
      name="place"
      label={i18n.t('brokering.meeting.place')}
      hint={i18n.t('brokering.meeting.placeHint')}
      maxLength={300}
    />
  );
}

/** They met without having fixed it here. */
export function Report({ operation, params, organisations }: Forms['record'] & Pick<Forms, 'organisations'>) {
  const i18n = useI18n();
  return (
    <Details summary={i18n.t('brokering.meeting.record')}>
      <ActionForm operation={operation} params={params} name={operation} className="form">
        <FormProblem />
        <TextInput name="topic" label={i18n.t('brokering.meeting.topic')} maxLength={300} required />
        <TextInput name="on" type="date" label={i18n.t('brokering.meeting.on')} required />
        <Place />
        <Result organisations={organisations} />
        <Submit>{i18n.t('brokering.meeting.record')}</Submit>
      </ActionForm>
    </Details>
  );
}

export function Hold({
  meeting: { id, version, sides },
  organisations,
}: {
  meeting: MeetingView;
  organisations: readonly OrganisationRef[];
}) {
  const i18n = useI18n();
  return (
    <Details summary={i18n.t('brokering.meeting.hold')}>
      <ActionForm operation="brokering.holdMeeting" params={{ id }} name={`hold ${id}`} className="form">
        <FormProblem />
        <Hidden name="version" value={version} />
        <Result organisations={organisations} attendees={sides.flatMap(({ delegate }) => delegate ?? [])} />
        <Submit>{i18n.t('brokering.meeting.hold')}</Submit>
      </ActionForm>
    </Details>
  );
}

/** Who was there, what came of it, and who does what next. */
function Result({
  organisations,
  attendees = [],
}: Pick<Forms, 'organisations'> & { readonly attendees?: readonly string[] }) {
  const { i18n, locale } = useWorld();
  return (
    <>
      <Hidden name="language" value={locale} />
      <TextArea
        name="attendees"
        label={i18n.t('brokering.meeting.attendees')}
        hint={i18n.t('brokering.meeting.attendeesHint')}
        value={attendees.join('\n')}
        rows={3}
        required
      />
      <TextArea name="note" label={i18n.t('brokering.meeting.said')} rows={3} required />
      <TextInput name="next" label={i18n.t('brokering.meeting.next')} maxLength={600} required />
      <Pair>
        <Select
          name="nextOwnerId"
          label={i18n.t('brokering.milestone.owner')}
          options={organisations.map((organisation) => ({ value: organisation.id, label: organisation.name }))}
        />
        <TextInput name="nextDue" type="date" label={i18n.t('brokering.milestone.due')} required />
      </Pair>
    </>
  );
}
