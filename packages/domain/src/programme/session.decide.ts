import {
  type Actor,
  addDays,
  addWorkingDays,
  can,
  type Deadline,
  demand,
  demandMove,
  type Law,
  lawfulMoves,
  Refusal,
  type TimedDecision,
  type WorkingCalendar,
} from '../kernel/index.ts';
import type { SessionAnnounced, SessionMoved, SessionRescheduled } from './programme.events.ts';
import type { EventFacts, SessionFacts } from './programme.facts.ts';
import { type ProgrammeTerms, programmeTerms } from './programme.terms.ts';
import { type SessionMove, type SessionState, sessionMachine } from './session.machine.ts';
import { mayOrganise, organises, sessionPolicy } from './session.policy.ts';

const law: Law<SessionState, SessionMove, SessionFacts> = {
  machine: sessionMachine,
  policy: sessionPolicy,
  notFound: 'programme.refuse.sessionNotFound',
  notPermitted: 'programme.refuse.sessionNotYours',
  noSuchMove: 'programme.refuse.sessionMoved',
};

export const sessionMovesFor = (actor: Actor, session: SessionFacts): SessionMove[] =>
  lawfulMoves(law, session.state, actor, session);

export interface SessionContext {
  /** Of the organisers. */
  readonly calendar: WorkingCalendar;
  readonly terms?: ProgrammeTerms;
}
type OpenState = Exclude<SessionState, 'completed' | 'cancelled'>;
type Owed = Omit<Deadline, 'subject'>;

const organisers = { kind: 'role', id: 'organiser' } as const;
const clock = { kind: 'system', id: 'clock' } as const;

/** What each open state owes next; a state without an entry does not compile. */
const owed = {
  announced: ({ startsAt }, { opensBeforeDays }) => ({
    kind: 'open',
    dueAt: addDays(startsAt, -opensBeforeDays),
    responsible: clock,
  }),
  open: ({ startsAt }) => ({ kind: 'start', dueAt: startsAt, responsible: organisers }),
  running: ({ endsAt }) => ({ kind: 'finish', dueAt: endsAt, responsible: clock }),
  wrap_up: ({ endsAt }, { completeDays }, calendar) => ({
    kind: 'complete',
    dueAt: addWorkingDays(endsAt, completeDays, calendar),
    responsible: organisers,
  }),
} satisfies Record<OpenState, (session: SessionFacts, terms: ProgrammeTerms, calendar: WorkingCalendar) => Owed>;

export function sessionDeadline(
  session: SessionFacts,
  { calendar, terms = programmeTerms }: SessionContext,
): Deadline | null {
  const { id, state } = session;
  if (state === 'completed' || state === 'cancelled') return null;
  return { subject: `session:${id}`, ...owed[state](session, terms, calendar) };
}

const demandTimes = (startsAt: Date, endsAt: Date): void =>
  demand(startsAt < endsAt, 'programme.refuse.endsBeforeStart', {}, 'endsAt');

export type NewSession = Omit<SessionFacts, 'version'>;

export function announceSession(
  draft: Pick<SessionFacts, 'id' | 'startsAt' | 'endsAt' | 'timeZone'>,
  event: EventFacts,
  actor: Actor,
  context: SessionContext,
): TimedDecision<NewSession, SessionAnnounced> {
  if (!mayOrganise(actor, null) && !organises(actor, event))
    throw new Refusal('not-permitted', 'programme.refuse.announceNotYours');
  demandTimes(draft.startsAt, draft.endsAt);
  const change: NewSession = {
    ...draft,
    eventId: event.id,
    state: sessionMachine.initial,
    organiserIds: event.organiserIds,
    recordingUrl: null,
    slidesUrl: null,
    noRecordReason: null,
    boardSettled: true,
  };
  return {
    change,
    happening: {
      name: 'programme.session.announced',
      stream: `session:${draft.id}`,
      data: { sessionId: draft.id, eventId: event.id },
    },
    deadline: sessionDeadline({ ...change, version: 1 }, context),
  };
}

/** Another time, as long as it has not begun. */
export function rescheduleSession(
  session: SessionFacts,
  times: Pick<SessionFacts, 'startsAt' | 'endsAt' | 'timeZone'>,
  actor: Actor,
  context: SessionContext,
): TimedDecision<Pick<SessionFacts, 'startsAt' | 'endsAt' | 'timeZone'>, SessionRescheduled> {
  if (!can(sessionPolicy, actor, 'edit', session)) throw new Refusal('not-permitted', law.notPermitted);
  if (session.state !== 'announced' && session.state !== 'open')
    throw new Refusal('no-such-move', 'programme.refuse.begun');
  demandTimes(times.startsAt, times.endsAt);
  const { id: sessionId, eventId } = session;
  return {
    change: times,
    happening: {
      name: 'programme.session.rescheduled',
      stream: `session:${sessionId}`,
      data: { sessionId, eventId, startsAt: times.startsAt.toISOString(), endsAt: times.endsAt.toISOString() },
    },
    deadline: sessionDeadline({ ...session, ...times }, context),
  };
}

/** Complete means: the board is published, and there is a recording, slides, or a reason why not. */
export function makeSessionMove(
  session: SessionFacts,
  move: SessionMove,
  actor: Actor,
  context: SessionContext,
): TimedDecision<Pick<SessionFacts, 'state'>, SessionMoved> {
  const to = demandMove(law, session.state, move, actor, session);
  if (move === 'complete') {
    demand(session.boardSettled, 'programme.refuse.boardNotPublished');
    demand(
      session.recordingUrl !== null || session.slidesUrl !== null || (session.noRecordReason ?? '').trim() !== '',
      'programme.refuse.noRecord',
      {},
      'recordingUrl',
    );
  }
  const { id: sessionId, eventId, state: from } = session;
  return {
    change: { state: to },
    happening: {
      name: 'programme.session.moved',
      stream: `session:${sessionId}`,
      data: { sessionId, eventId, move, from, to },
    },
    deadline: sessionDeadline({ ...session, state: to }, context),
  };
}
