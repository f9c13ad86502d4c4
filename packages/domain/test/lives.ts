import fc from 'fast-check';
import type { Clock } from '../src/brokering/clock.ts';
import {
  askClarification,
  type BrokeringHappening,
  type CheckInInput,
  checkInClock,
  checkInForms,
  checkInMachine,
  checkInMovesFor,
  clarificationClock,
  clarificationForms,
  clarificationMachine,
  clarificationMovesFor,
  contributionClock,
  contributionForms,
  contributionMachine,
  contributionMovesFor,
  expressionClock,
  expressionForms,
  expressionMachine,
  expressionMovesFor,
  type MeetingInput,
  type MilestoneInput,
  type MoveForm,
  makeCheckInMove,
  makeClarificationMove,
  makeContributionMove,
  makeExpressionMove,
  makeMatchMove,
  makeMeetingMove,
  makeMilestoneMove,
  makeOutcomeMove,
  makePartnershipMove,
  makeRequestMove,
  matchClock,
  matchForms,
  matchMachine,
  matchMovesFor,
  meetingClock,
  meetingForms,
  meetingMachine,
  meetingMovesFor,
  milestoneClock,
  milestoneForms,
  milestoneMachine,
  milestoneMovesFor,
  type OutcomeInput,
  outcomeClock,
  outcomeForms,
  outcomeMachine,
  outcomeMovesFor,
  type PartnershipInput,
  partnershipClock,
  partnershipForms,
  partnershipMachine,
  partnershipMovesFor,
  type RequestFacts,
  refer,
  requestClock,
  requestForms,
  requestMachine,
  requestMovesFor,
  type Subject,
} from '../src/brokering/index.ts';
import {
  type Actor,
  addDays,
  type Deadline,
  isFinal,
  type Machine,
  movesOf,
  Refusal,
  system,
} from '../src/kernel/index.ts';
import {
  aCheckIn,
  aContribution,
  aMeeting,
  aMilestone,
  anExpression,
  anOutcome,
  aPartnership,
  aRequest,
  aRing,
  ctx,
  inState,
  people,
  said,
  start,
} from './brokering.ts';

interface Made<F> {
  readonly change: Partial<F>;
  readonly happening: BrokeringHappening;
  readonly deadline: Deadline | null;
}
type Said = PartnershipInput & CheckInInput & MeetingInput & OutcomeInput & MilestoneInput;
export interface Kind<S extends string, M extends string, F extends Subject<S>> {
  readonly begin: () => F;
  readonly machine: Machine<S, M>;
  readonly forms: Partial<Record<M, MoveForm>>;
  readonly clock: Clock<F>;
  readonly movesFor: (actor: Actor, facts: F, now: Date) => M[];
  readonly make: (facts: F, move: M, input: Said, actor: Actor, now: Date, context: typeof ctx) => Made<F>;
  /** What only this kind is asked for. */
  readonly says?: (facts: F, now: Date) => Said;
}

const referred = () => {
  const hint = { id: 'm2', organisationId: 'zhalantun', waiting: [] };
  return refer(aRequest({ state: 'published' }), hint, people.member, start, ctx).match;
};
export const requests: Kind<RequestFacts['state'], keyof typeof requestMachine.moves, RequestFacts> = {
  begin: () => aRequest({ counterpartIds: ['zhalantun'] }),
  machine: requestMachine,
  forms: requestForms,
  clock: requestClock,
  movesFor: requestMovesFor,
  make: makeRequestMove,
};
export const expressions = {
  begin: () => anExpression(),
  machine: expressionMachine,
  forms: expressionForms,
  clock: expressionClock,
  movesFor: expressionMovesFor,
  make: makeExpressionMove,
};
export const matches = {
  begin: referred,
  machine: matchMachine,
  forms: matchForms,
  clock: matchClock,
  movesFor: matchMovesFor,
  make: makeMatchMove,
};
/** A ring of three: the same rules, one yes more. */
export const circles = { ...matches, begin: () => aRing() };
export const partnerships = {
  begin: () => aPartnership(),
  machine: partnershipMachine,
  forms: partnershipForms,
  clock: partnershipClock,
  movesFor: partnershipMovesFor,
  make: makePartnershipMove,
};
const answer = { going: 'yes', happened: null, next: null, hindrance: null, deskWanted: false } as const;
export const checkIns = {
  begin: () => aCheckIn(),
  machine: checkInMachine,
  forms: checkInForms,
  clock: checkInClock,
  movesFor: checkInMovesFor,
  make: makeCheckInMove,
  says: () => ({ answer }),
};
export const meetings = {
  begin: () => aMeeting(),
  machine: meetingMachine,
  forms: meetingForms,
  clock: meetingClock,
  movesFor: meetingMovesFor,
  make: makeMeetingMove,
  says: ({ chosen, slots }: ReturnType<typeof aMeeting>, now: Date) => ({
    slot: chosen ?? slots.find((slot) => slot > now),
    slots: [2, 3, 4].map((days) => addDays(now, days)),
    delegate: 'Chen',
    attendees: ['Bola', 'Chen'],
    next: { what: said('Envoyer le support'), ownerId: 'benin', due: '2026-03-31' },
  }),
};
export const milestones = {
  begin: () => aMilestone(),
  machine: milestoneMachine,
  forms: milestoneForms,
  clock: milestoneClock,
  movesFor: milestoneMovesFor,
  make: makeMilestoneMove,
  says: () => ({ due: '2026-09-30', ownerId: 'benin' }),
};
export const contributions = {
  begin: () => aContribution(),
  machine: contributionMachine,
  forms: contributionForms,
  clock: contributionClock,
  movesFor: contributionMovesFor,
  make: makeContributionMove,
};
export const outcomes = {
  begin: () => anOutcome(),
  machine: outcomeMachine,
  forms: outcomeForms,
  clock: outcomeClock,
  movesFor: outcomeMovesFor,
  make: makeOutcomeMove,
  says: () => ({ actual: { value: 760, date: '2026-12-31', evidence: 'Relevé de décembre' } }),
};

export const clarifications = {
  begin: () =>
    askClarification(
      inState('published', { suggestions: 1, counterpartIds: ['zhalantun'] }),
      { id: 'c1', organisationId: 'zhalantun', question: said('Quel budget ?'), open: true },
      people.otherDelegate,
      start,
      ctx,
    ).clarification,
  machine: clarificationMachine,
  forms: clarificationForms,
  clock: clarificationClock,
  movesFor: clarificationMovesFor,
  make: makeClarificationMove,
};

/** All that has a life of its own in this room, each shown with the types of its own. */
export function eachKind(
  show: <S extends string, M extends string, F extends Subject<S>>(name: string, kind: Kind<S, M, F>) => void,
): void {
  show('a request', requests);
  show('an expression of interest', expressions);
  show('a match', matches);
  show('a ring of three', circles);
  show('a partnership', partnerships);
  show('a check-in', checkIns);
  show('a meeting', meetings);
  show('a milestone', milestones);
  show('a contribution', contributions);
  show('an outcome', outcomes);
  show('a clarification', clarifications);
}

export const crowd = Object.values(people);
/** The same lives every time, so that a test may ask whether they went everywhere. */
export const runs = { seed: 20260217, numRuns: 70 };

const steps = ['go on', 'go on', 'go on', 'go on', 'end', 'anything', 'clock'] as const;
/** What is tried at one moment: a move somebody is offered, any move by anybody, or what the clock fires next. */
export const attempts = fc.array(
  fc.record({
    how: fc.constantFrom<'go on' | 'end' | 'anything' | 'clock'>(...steps),
    pick: fc.nat(),
    says: fc.integer({ min: 0, max: 5 }).map((die) => die > 0),
    wait: fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 4 }) }, { weight: 1, arbitrary: fc.nat({ max: 200 }) }),
  }),
  { minLength: 12, maxLength: 24, size: 'max' },
);

interface Stop<F> {
  readonly facts: F;
  readonly before: F;
  readonly actor: Actor;
  readonly now: Date;
  readonly made: Made<F>;
}

/** Lives a random life, and shows every step that was not refused. */
export function live<S extends string, M extends string, F extends Subject<S>>(
  kind: Kind<S, M, F>,
  tried: typeof attempts extends fc.Arbitrary<infer T> ? T : never,
  show: (stop: Stop<F>) => void,
): void {
  const isEnd = (move: M): boolean => isFinal(kind.machine, kind.machine.moves[move].to);
  const all = crowd.flatMap((actor) => movesOf(kind.machine).map((move) => ({ actor, move })));
  let facts = kind.begin();
  let now = start;
  for (const { how, pick, says, wait } of tried) {
    const armed = kind.clock.deadlineOf(facts, now, ctx);
    now = how === 'clock' && armed && armed.dueAt > now ? armed.dueAt : addDays(now, wait);
    const offers = crowd.flatMap((actor) => kind.movesFor(actor, facts, now).map((move) => ({ actor, move })));
    const fired = kind.clock.deadlineOf(facts, now, ctx)?.kind;
    const choice = {
      'go on': offers.filter(({ move }) => !isEnd(move)),
      end: offers,
      anything: all,
      clock: offers.filter(({ actor, move }) => actor === system && move === fired),
    }[how];
    const chosen = choice[pick % choice.length];
    if (!chosen) continue;
    const { actor, move } = chosen;
    const reasons = kind.forms[move]?.reasons;
    const input = says
      ? {
          reason: reasons?.[pick % reasons.length],
          note: said('voici pourquoi'),
          name: 'Signature',
          ...kind.says?.(facts, now),
          until: addDays(now, 30),
        }
      : {};
    try {
      const made = kind.make(facts, move, input, actor, now, ctx);
      const before = facts;
      facts = { ...facts, ...made.change };
      show({ facts, before, actor, now, made });
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
    }
  }
}
