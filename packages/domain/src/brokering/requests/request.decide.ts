import {
  type Actor,
  addDays,
  addWorkingDays,
  isFocalPointOf,
  Refusal,
  workingDaysBetween,
} from '../../kernel/index.ts';
import type { LocalizedText } from '../../translation/index.ts';
import { type Decision, defineMoves, type MoveForm } from '../decide.ts';
import type { BrokeringContext, MoveInput } from '../subject.ts';
import { requestClock } from './request.clock.ts';
import type { RequestHappening } from './request.events.ts';
import { type Clarification, minimumFields, missingOf, partiesOfRequest, type RequestFacts } from './request.facts.ts';
import { type RequestMove, requestMachine } from './request.machine.ts';
import { mayWaiveEffort, requestPolicy } from './request.policy.ts';

export const requestForms: Partial<Record<RequestMove, MoveForm>> = {
  ask: { note: 'brokering.refuse.questionMissing' },
  answer: { note: 'brokering.refuse.answerMissing' },
  decline: {
    reasons: ['incomplete', 'duplicate', 'out_of_scope', 'not_a_city', 'safeguard', 'other'],
    note: 'brokering.refuse.remedyMissing',
  },
  close: {
    reasons: ['partnered', 'partly_partnered', 'met_elsewhere', 'no_match', 'duplicate', 'superseded', 'out_of_scope'],
  },
  withdraw: { reasons: ['unstated', 'met_elsewhere', 'priorities_changed', 'no_funding', 'other'] },
  lapse: { reasons: ['lapsed'] },
  archive: { reasons: ['archived'] },
};

/** The form of `ask` requires the note that is the question. */
const questionOf = (question: LocalizedText, actor: Actor, now: Date): Clarification => ({
  question,
  askedBy: actor.id ?? 'system',
  askedAt: now.toISOString(),
  answer: null,
  answeredBy: null,
  answeredAt: null,
});

const refuseIncomplete = (request: RequestFacts): void => {
  const missing = missingOf(request);
  if (missing.length === 0) return;
  const args = minimumFields.map((field) => [field, missing.includes(field) ? 'missing' : 'there'] as const);
  throw new Refusal('unmet-condition', 'brokering.refuse.incomplete', Object.fromEntries(args), missing[0]);
};

const { movesFor, makeMove } = defineMoves<RequestFacts['state'], RequestMove, RequestFacts, MoveInput>({
  machine: requestMachine,
  policy: requestPolicy,
  clock: requestClock,
  partiesOf: partiesOfRequest,
  forms: requestForms,
  timed: ['releaseClaim', 'park', 'expire', 'lapse', 'archive'],
  guards: {
    approve: ({ approvedBy }) => (approvedBy === null ? null : 'brokering.refuse.alreadyApproved'),
    claim: ({ approvedBy }) => (approvedBy === null ? 'brokering.refuse.notApproved' : null),
    releaseClaim: ({ claimedBy }) => (claimedBy === null ? 'brokering.refuse.notClaimed' : null),
  },
  effects: {
    submit: (request, _input, actor, now) => {
      refuseIncomplete(request);
      const approvedBy = isFocalPointOf(actor, request.organisationId) ? actor.id : null;
      return { approvedBy, submittedAt: now };
    },
    approve: (_request, _input, actor, now) => ({ approvedBy: actor.id, stateSince: now }),
    claim: ({ reviewLeft }, _input, actor, now, { desk, terms }) => ({
      claimedBy: actor.id,
      leaseUntil: addWorkingDays(now, reviewLeft ?? terms.request.leaseWithin, desk),
      reviewLeft: null,
    }),
    releaseClaim: (_request, _input, _actor, now) => ({
      claimedBy: null,
      leaseUntil: null,
      reviewLeft: null,
      stateSince: now,
    }),
    ask: ({ clarifications, leaseUntil }, { note }, actor, now, { desk }) => ({
      clarifications: [...clarifications, questionOf(note as LocalizedText, actor, now)],
      reviewLeft: Math.max(1, leaseUntil ? workingDaysBetween(now, leaseUntil, desk) : 1),
      leaseUntil: null,
    }),
    answer: ({ clarifications }, { note }, actor, now) => ({
      clarifications: clarifications.map((c) =>
        c.answer === null ? { ...c, answer: note ?? null, answeredBy: actor.id, answeredAt: now.toISOString() } : c,
      ),
    }),
    park: () => ({ claimedBy: null, reviewLeft: null, leaseUntil: null }),
    publish: (_request, _input, _actor, now, { terms }) => ({
      publishedAt: now,
      lastConfirmedAt: now,
      expiresAt: addDays(now, terms.request.openDays),
      leaseUntil: null,
    }),
    confirm: (_request, _input, _actor, now, { terms }) => ({
      lastConfirmedAt: now,
      expiresAt: addDays(now, terms.request.openDays),
    }),
    keepOpen: (_request, _input, _actor, now, { terms }) => ({
      lastConfirmedAt: now,
      expiresAt: addDays(now, terms.request.openDays),
    }),
    reactivate: ({ expiresAt }, _input, _actor, now, { terms }) => {
      if (expiresAt && now > addDays(expiresAt, terms.request.reactivateDays))
        throw new Refusal('unmet-condition', 'brokering.refuse.tooLateToReactivate', {
          days: terms.request.reactivateDays,
        });
      return { lastConfirmedAt: now, expiresAt: addDays(now, terms.request.openDays) };
    },
    resumeSearch: ({ expiresAt }, _input, _actor, now, { terms }) => {
      const atLeast = addDays(now, terms.request.reopenedDays);
      return { expiresAt: expiresAt && expiresAt > atLeast ? expiresAt : atLeast };
    },
    close: (request, { reason }, actor, _now, { terms }) => {
      const needed = terms.request.suggestionsBeforeNoMatch;
      if (reason === 'no_match' && request.suggestions < needed && !mayWaiveEffort(actor, request))
        throw new Refusal(
          'unmet-condition',
          'brokering.refuse.noMatchNeedsEffort',
          { needed, made: request.suggestions },
          'reason',
        );
      return {};
    },
  },
});

export const requestMovesFor = movesFor;

export function makeRequestMove(
  request: RequestFacts,
  asked: RequestMove,
  input: MoveInput,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
): Decision<RequestFacts, RequestHappening> {
  const { change, deadline, move, from, to, reason } = makeMove(request, asked, input, actor, now, ctx);
  const data = { requestId: request.id, organisationId: request.organisationId, move, from, to, reason };
  return {
    change,
    deadline,
    happening: { name: 'brokering.request.moved', stream: `request:${request.id}`, data },
  };
}
