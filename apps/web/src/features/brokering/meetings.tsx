import type { MeetingView, OrganisationRef } from '@baraza/contracts/brokering';
import { CalendarLink, Clocks, Facts, Meta, Rows, Section, State, TwoClocks } from '@baraza/ui';
import { ReadingText, useClocks, useI18n, useWorld } from '../../platform/index.ts';
import { Accept, Counter, type Forms, Hold, lengthOf, Propose, Report } from './meeting-forms.tsx';
import { MoveList } from './move-form.tsx';
import { StepChip } from './step.tsx';

const looks = {
  proposed: ['open', 'pen'],
  accepted: ['half', 'go'],
  held: ['check', 'go'],
  no_show: ['cross', 'due'],
  cancelled: ['cross', 'soft'],
} as const;
const ownForms = new Set(['accept', 'counter', 'hold']);
interface Props extends Pick<Forms, 'organisations'> {
  readonly meetings: readonly MeetingView[];
  readonly propose: Forms['propose'] | null;
  readonly record: Forms['record'] | null;
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
      value: lengthOf(i18n, meeting.minutes),
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
      {offers('counter') && <Counter meeting={meeting} />}
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
