import {
  type Actor,
  addDays,
  addWorkingDays,
  isFocalPointOf,
  Refusal,
  workingDaysBetween,
} from '../../kernel/index.ts';
import type { LocalizedText } from '../../translation/index.ts';
import type { BrokeringContext, MoveInput } from '../subject.ts';
import {
  type Clarification,
  type Declined,
  minimumFields,
  missingOf,
  type Proposal,
  type RequestFacts,
  remainingLines,
} from './request.facts.ts';
import type { HoldableState, RequestMove } from './request.machine.ts';
import { mayWaiveEffort } from './request.policy.ts';

type Effect = (
  request: RequestFacts,
  input: MoveInput,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) => Partial<RequestFacts>;

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
  const lacking = (those: readonly string[]) =>
    Object.fromEntries(minimumFields.map((field) => [field, those.includes(field) ? 'missing' : 'there']));
  const fields = missing.map((field) => ({
    path: field === 'window' ? 'window.start' : field,
    sentence: 'brokering.refuse.stillNeeded',
    args: lacking([field]),
  }));
  throw new Refusal('unmet-condition', 'brokering.refuse.incomplete', lacking(missing), fields[0]?.path, fields);
};

const propose =
  (move: Proposal['move']): Effect =>
  (_request, { reason, note }, actor, now) => ({
    proposal: { move, by: actor.id ?? 'system', at: now.toISOString(), reason: reason ?? null, note: note ?? null },
  });

/** Agreed to as it was proposed. */
const declined = ({ proposal }: RequestFacts, actor: Actor, now: Date): Declined => ({
  reason: proposal?.reason ?? 'other',
  note: proposal?.note ?? null,
  by: [...(proposal ? [proposal.by] : []), ...(actor.id ? [actor.id] : [])],
  at: now.toISOString(),
});

const lease = (now: Date, { desk, terms }: BrokeringContext, within = terms.request.leaseWithin): Date =>
  addWorkingDays(now, within, desk);

const holdEnd = ({ until }: MoveInput, now: Date, { terms }: BrokeringContext): Date => {
  const most = terms.request.holdDays;
  if (!until || until <= now || until > addDays(now, most))
    throw new Refusal('unmet-condition', 'brokering.refuse.holdUntil', { days: most }, 'until');
  return until;
};

/** The present hold, which ends now: what was left of its time before it is left after it. */
const released = ({ expiresAt, stateSince, holds }: RequestFacts, now: Date): Partial<RequestFacts> => ({
  heldFrom: null,
  heldUntil: null,
  holds: holds.map((hold, i) => (i === holds.length - 1 ? { ...hold, until: now.toISOString() } : hold)),
  ...(expiresAt && { expiresAt: new Date(expiresAt.getTime() + now.getTime() - stateSince.getTime()) }),
});

/** It has stood where it stands since it first did. */
const resumed: Effect = (request, _input, _actor, now) => ({
  ...released(request, now),
  stateSince: new Date(request.holds.at(-1)?.stateSince ?? now),
});

/** Open for its whole time from now on. */
const renewed: Effect = (_request, _input, _actor, now, { terms }) => ({
  lastConfirmedAt: now,
  expiresAt: addDays(now, terms.request.openDays),
});

/** What finds a partner after all was not over: an answer given in time is taken up when the list has let it go. */
const revived: Effect = (request, ...asked) =>
  request.state === 'expired' ? { ...renewed(request, ...asked), enough: null } : {};

const upheld: Effect = ({ decline }) => ({
  endReason: decline?.reason ?? 'other',
  endNote: decline?.note ?? null,
});

export const requestEffects: Partial<Record<RequestMove, Effect>> = {
  submit: (request, _input, actor, now) => {
    refuseIncomplete(request);
    const approvedBy = isFocalPointOf(actor, request.organisationId) ? actor.id : null;
    return { approvedBy, submittedAt: now };
  },
  approve: (_request, _input, actor, now) => ({ approvedBy: actor.id, stateSince: now }),
  claim: ({ reviewLeft }, _input, actor, now, ctx) => ({
    claimedBy: actor.id,
    leaseUntil: lease(now, ctx, reviewLeft ?? undefined),
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
  publish: (request, input, actor, now, ctx) => ({
    ...renewed(request, input, actor, now, ctx),
    publishedAt: now,
    leaseUntil: null,
    proposal: null,
  }),
  proposePublish: propose('publish'),
  proposeDecline: propose('decline'),
  sendBack: (_request, _input, _actor, now, ctx) => ({ proposal: null, leaseUntil: lease(now, ctx) }),
  decline: (request, _input, actor, now) => ({
    decline: declined(request, actor, now),
    proposal: null,
    leaseUntil: null,
  }),
  appeal: (_request, { note }, actor, now) => ({
    appeal: { grounds: note as LocalizedText, by: actor.id ?? 'system', at: now.toISOString() },
  }),
  endDecline: upheld,
  uphold: upheld,
  // Whoever finds the appeal right reads it again themself.
  grant: (_request, _input, actor, now, ctx) => ({
    claimedBy: actor.id,
    leaseUntil: lease(now, ctx),
    decline: null,
  }),
  readAnew: () => ({ claimedBy: null, leaseUntil: null, reviewLeft: null, decline: null }),
  hold: ({ state, stateSince, holds }, input, _actor, now, ctx) => {
    const until = holdEnd(input, now, ctx);
    const hold = { since: now.toISOString(), until: until.toISOString(), stateSince: stateSince.toISOString() };
    return { heldFrom: state as HoldableState, heldUntil: until, holds: [...holds, hold] };
  },
  resume: resumed,
  resumeMatching: resumed,
  resumePartnering: resumed,
  startMatching: revived,
  fulfil: () => ({ partnered: true }),
  startPartnering: (request, input, actor, now, ctx) => ({
    partnered: true,
    ...revived(request, input, actor, now, ctx),
    ...(request.heldFrom && released(request, now)),
  }),
  enough: (_request, { note }, actor, now) => ({
    enough: { note: note as LocalizedText, by: actor.id ?? 'system', at: now.toISOString() },
  }),
  confirm: renewed,
  keepOpen: renewed,
  reactivate: (request, input, actor, now, ctx) => {
    const { expiresAt } = request;
    const { terms } = ctx;
    if (expiresAt && now > addDays(expiresAt, terms.request.reactivateDays))
      throw new Refusal('unmet-condition', 'brokering.refuse.tooLateToReactivate', {
        days: terms.request.reactivateDays,
      });
    return revived(request, input, actor, now, ctx);
  },
  resumeSearch: ({ expiresAt }, _input, _actor, now, { terms }) => {
    const atLeast = addDays(now, terms.request.reopenedDays);
    return { expiresAt: expiresAt && expiresAt > atLeast ? expiresAt : atLeast, enough: null };
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
    if ((reason === 'partnered' || reason === 'partly_partnered') && !request.partnered)
      throw new Refusal('unmet-condition', 'brokering.refuse.noPartnership', {}, 'reason');
    const remain = remainingLines(request.lines).length;
    if (reason === 'partnered' && remain > 0)
      throw new Refusal('unmet-condition', 'brokering.refuse.linesRemain', { remain }, 'reason');
    return {};
  },
};
