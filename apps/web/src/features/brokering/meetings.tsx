import type { MeetingView, OrganisationRef } from '@baraza/contracts/brokering';
import { brokeringTerms } from '@baraza/domain/brokering';
import type { Translator } from '@baraza/i18n';
import { CalendarLink, Clocks, Details, Facts, Meta, Pair, Rows, Section, State, TwoClocks } from '@baraza/ui';
import {
  ActionForm,
  FormProblem,
  Hidden,
  ReadingText,
  Select,
  Submit,
  TextArea,
  TextInput,
  useClocks,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import { MoveList } from './move-form.tsx';
import { StepChip } from './step.tsx';

const looks = {
  proposed: ['open', 'pen'],
  accepted: ['half', 'go'],
  held: ['check', 'go'],
  no_show: ['cross', 'due'],
  cancelled: ['cross', 'soft'],
} as const;
const slotNumbers = [0, 1, 2] as const;
const ownForms = new Set(['accept', 'counter', 'hold']);
/** In minutes. */
const lengths = [30, 45, 60, 90, 120, 180, 240, 480] as const;

const inWords = (i18n: Translator, minutes: number): string =>
  minutes % 60 === 0
    ? i18n.number(minutes / 60, { style: 'unit', unit: 'hour', unitDisplay: 'long' })
    : i18n.number(minutes, { style: 'unit', unit: 'minute', unitDisplay: 'long' });

interface Props {
  readonly meetings: readonly MeetingView[];
  readonly organisations: readonly OrganisationRef[];
  readonly propose:
    | { readonly operation: 'brokering.meetForMatch'; readonly params: { readonly id: string } }
    | { readonly operation: 'brokering.meetForPartnership'; readonly params: { readonly ref: string } }
    | null;
  readonly record:
    | { readonly operation: 'brokering.recordMeetingForMatch'; readonly params: { readonly id: string } }
    | { readonly operation: 'brokering.recordMeetingForPartnership'; readonly params: { readonly ref: string } }
    | null;
}

/** The meetings of those introduced, or of the parties: proposed, fixed, written down. */
export function Meetings({ meetings, organisations, propose, record }: Props) {
  const i18n = useI18n();
  if (meetings.length === 0 && !propose && !record) return null;
  return (
    <div className="no-print">
      <Section title={i18n.t('brokering.meeting.title')} note={i18n.t('brokering.conversation.private')}>
        {meetings.length > 0 && (
          <Rows>
            {meetings.map((meeting) => (
              <Meeting key={meeting.id} meeting={meeting} organisations={organisations} />
            ))}
          </Rows>
        )}
        {propose && <Propose {...propose} />}
        {record && <Report {...record} organisations={organisations} />}
      </Section>
    </div>
  );
}

function Meeting({ meeting, organisations }: { meeting: MeetingView; organisations: readonly OrganisationRef[] }) {
  const { i18n, timeZone } = useWorld();
  const clocksOf = useClocks();
  const { id, version, chosen, outcome } = meeting;
  const [square, tone] = looks[meeting.state];
  const calendar = `/api/v1/meetings/${id}/calendar.ics`;
  const offers = (move: string) => meeting.moves.some((one) => one.move === move);
  const clocks = (at: string) => clocksOf(at, ...organisations.map((organisation) => organisation.timeZone));
  /** Everybody who comes has said so: it was fixed, and may stand in their calendars. */
  const fixed = chosen && meeting.sides.every(({ delegate }) => delegate !== null);
  const facts = [
    // Of one that was only written down afterwards nobody said how long it lasted.
    meeting.slots.length > 0 && {
      term: i18n.t('brokering.meeting.length'),
      value: inWords(i18n, meeting.minutes),
    },
    meeting.place && { term: i18n.t('brokering.meeting.place'), value: <bdi>{meeting.place}</bdi> },
    ...meeting.sides.map(
      ({ organisation, delegate }) =>
        delegate && { term: <bdi>{organisation.name}</bdi>, value: <bdi>{delegate}</bdi> },
    ),
    outcome && {
      term: i18n.t('brokering.meeting.attendees'),
      value: <bdi>{i18n.list(outcome.attendees)}</bdi>,
    },
  ];
  return (
    <li>
      <Meta>
        <State square={square} tone={tone}>
          {i18n.t(`brokering.state.meeting.${meeting.state}`)}
        </State>
        {chosen && <time dateTime={chosen}>{i18n.date(chosen, 'weekday', timeZone)}</time>}
        {meeting.end && meeting.state === 'cancelled' && (
          <span>{i18n.say(`brokering.reason.${meeting.end.reason}`)}</span>
        )}
      </Meta>
      <ReadingText reading={meeting.topic} />
      {chosen && meeting.state === 'accepted' && (
        <>
          <Clocks clocks={clocks(chosen)} />
          <CalendarLink href={calendar} label={i18n.t('brokering.meeting.toCalendar')} />
        </>
      )}
      {fixed && meeting.state === 'cancelled' && (
        <CalendarLink href={calendar} label={i18n.t('brokering.meeting.outOfCalendar')} />
      )}
      {!chosen && meeting.state === 'proposed' && (
        <ul>
          {meeting.slots.map((slot) => (
            <li key={slot}>
              {i18n.date(slot, 'weekday', timeZone)} <TwoClocks clocks={clocks(slot)} />
            </li>
          ))}
        </ul>
      )}
      <Facts facts={facts} />
      {outcome && (
        <>
          <ReadingText reading={outcome.said} />
          <p>
            <b>{i18n.t('brokering.nextStep')}</b> <bdi>{outcome.nextOwner.name}</bdi>,{' '}
            {i18n.t('kernel.by', { date: i18n.date(outcome.nextDue, 'day') })}
          </p>
          <ReadingText reading={outcome.next} />
        </>
      )}
      {meeting.nextStep && <StepChip step={meeting.nextStep} />}
      {offers('accept') && <Accept meeting={meeting} clocks={clocks} />}
      {offers('counter') && (
        <Details summary={i18n.t('brokering.meeting.counter')}>
          <ActionForm operation="brokering.counterMeeting" params={{ id }} name={`counter ${id}`} className="form">
            <FormProblem />
            <Hidden name="version" value={version} />
            <Slots />
            <Delegate />
            <Submit>{i18n.t('brokering.meeting.counter')}</Submit>
          </ActionForm>
        </Details>
      )}
      {offers('hold') && <Hold meeting={meeting} organisations={organisations} />}
      <MoveList
        subject="meeting"
        moves={meeting.moves.filter(({ move }) => !ownForms.has(move))}
        version={version}
        params={{ id }}
      />
    </li>
  );
}

function Accept({
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

function Propose({ operation, params }: NonNullable<Props['propose']>) {
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
          options={lengths.map((minutes) => ({ value: String(minutes), label: inWords(i18n, minutes) }))}
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
function Report({ operation, params, organisations }: NonNullable<Props['record']> & Pick<Props, 'organisations'>) {
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

function Hold({
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
}: Pick<Props, 'organisations'> & { readonly attendees?: readonly string[] }) {
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
