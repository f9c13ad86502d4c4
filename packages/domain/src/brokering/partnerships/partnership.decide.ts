import { type Actor, addDays, belongsTo, can, Refusal } from '../../kernel/index.ts';
import { type Decision, defineMoves, type MoveForm } from '../decide.ts';
import { isIntroduced, type MatchFacts, matchPolicy, partiesOfMatch } from '../matches/index.ts';
import { isPartial } from '../rules.ts';
import { type BrokeringContext, begun } from '../subject.ts';
import { checkInDay, partnershipClock } from './partnership.clock.ts';
import type { AboutPartnership, PartnershipHappening } from './partnership.events.ts';
import {
  type PartnershipFacts,
  type PartnershipInput,
  type PartnershipParty,
  type PartyDraft,
  partiesOfPartnership,
  type Rhythm,
  refuseUnlessInOrder,
  unsigned,
} from './partnership.facts.ts';
import { type PartnershipMove, type PartnershipState, partnershipMachine } from './partnership.machine.ts';
import { partnershipPolicy, signableBy } from './partnership.policy.ts';

export const partnershipForms: Partial<Record<PartnershipMove, MoveForm>> = {
  close: { reasons: ['completed', 'partly_completed', 'silent', 'no_funding', 'priorities_changed', 'other'] },
  cancel: { reasons: ['no_fit', 'no_capacity', 'no_response', 'no_funding', 'priorities_changed', 'other'] },
  suspend: { reasons: ['no_capacity', 'no_funding', 'election', 'emergency', 'other'], until: true },
  lapse: { reasons: ['dormant'] },
  endWithMatch: { reasons: ['match_dropped'] },
};

const signed = (
  { parties }: PartnershipFacts,
  own: PartnershipParty | undefined,
  { name }: PartnershipInput,
  actor: Actor,
  now: Date,
) => {
  const typed = name?.trim();
  if (!typed) throw new Refusal('unmet-condition', 'brokering.refuse.signatureMissing', {}, 'name');
  const acceptance = { by: actor.id ?? 'system', name: typed, at: now.toISOString() };
  return parties.map((p) => (p === own ? { ...p, acceptance } : p));
};

/** The first check-in whose day is still to come: of days that went by unasked only the last is asked for. */
function nextAhead(partnership: PartnershipFacts, now: Date, ctx: BrokeringContext): number {
  let done = partnership.checkIns;
  while (checkInDay(partnership, done, ctx) <= now) done += 1;
  return done;
}

const { movesFor, makeMove } = defineMoves<PartnershipState, PartnershipMove, PartnershipFacts, PartnershipInput>({
  machine: partnershipMachine,
  policy: partnershipPolicy,
  clock: partnershipClock,
  partiesOf: partiesOfPartnership,
  forms: partnershipForms,
  timed: ['askCheckIn', 'resume', 'lapse'],
  completes: ({ parties }, move) =>
    move === 'accept' && parties.filter((p) => p.acceptance === null).length === 1 ? 'agree' : move,
  effects: {
    // What somebody signed is not what it says now: everybody is asked again.
    amend: (partnership, input) => {
      refuseUnlessInOrder(partnership);
      return { parties: unsigned(partnership.introducedIds, input.parties ?? partnership.parties) };
    },
    accept: (partnership, input, actor, now) => ({
      parties: signed(partnership, signableBy(actor, partnership), input, actor, now),
    }),
    agree: (partnership, input, actor, now) => ({
      parties: signed(partnership, signableBy(actor, partnership), input, actor, now),
      agreedAt: now,
    }),
    start: (_partnership, _input, _actor, now) => ({ activeSince: now, rhythmSince: now }),
    askCheckIn: (partnership, _input, _actor, now, ctx) => ({ checkIns: nextAhead(partnership, now, ctx) }),
    suspend: (_partnership, { until: resumeAt }, _actor, now, { terms }) => {
      const days = terms.partnership.suspendDays;
      if (!resumeAt || resumeAt <= now || resumeAt > addDays(now, days))
        throw new Refusal('unmet-condition', 'brokering.refuse.resumeDate', { days }, 'until');
      return { resumeAt };
    },
    resume: ({ rhythmSince, stateSince }, _input, _actor, now) => ({
      resumeAt: null,
      rhythmSince: new Date((rhythmSince ?? stateSince).getTime() + now.getTime() - stateSince.getTime()),
    }),
    cancel: () => ({ resumeAt: null }),
    wake: (partnership, _input, _actor, now, ctx) => ({ checkIns: nextAhead(partnership, now, ctx) }),
  },
});

export const partnershipMovesFor = movesFor;

export const aboutPartnership = (partnership: PartnershipFacts): AboutPartnership => ({
  partnershipId: partnership.id,
  matchId: partnership.matchId,
  requestId: partnership.requestId,
  organisationIds: partiesOfPartnership(partnership),
});

export function makePartnershipMove(
  partnership: PartnershipFacts,
  asked: PartnershipMove,
  input: PartnershipInput,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
): Decision<PartnershipFacts, PartnershipHappening> {
  const { change, deadline, move, from, to, reason } = makeMove(partnership, asked, input, actor, now, ctx);
  const stream = `partnership:${partnership.id}`;
  const party = asked === 'accept' ? signableBy(actor, partnership) : undefined;
  if (party) {
    const name = move === 'agree' ? 'brokering.partnership.agreed' : 'brokering.partnership.accepted';
    const data = {
      ...aboutPartnership(partnership),
      acceptedFor: party.organisationId,
      name: input.name?.trim() ?? '',
    };
    return { change, deadline, happening: { name, stream, data } };
  }
  const data = { ...aboutPartnership({ ...partnership, ...change }), move, from, to, reason };
  return { change, deadline, happening: { name: 'brokering.partnership.moved', stream, data } };
}

export interface PartnershipDraft {
  readonly id: string;
  readonly parties: readonly PartyDraft[];
  readonly confidential?: boolean;
  readonly startsAt?: Date | null;
  readonly endsOn?: string | null;
  readonly rhythm?: Rhythm;
}

/** Proposed by one of those introduced, or by a broker without a side; everybody introduced is a party to it. */
export function proposePartnership(
  match: MatchFacts,
  draft: PartnershipDraft,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  if (!can(matchPolicy, actor, 'propose', match)) throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  if (!isIntroduced(match)) throw new Refusal('unmet-condition', 'brokering.refuse.notIntroduced');
  const introducedIds = partiesOfMatch(match);
  const parties = unsigned(introducedIds, draft.parties);
  if (
    !introducedIds.some((id) => belongsTo(actor, id)) &&
    isPartial(
      actor,
      parties.map((p) => p.organisationId),
    )
  )
    throw new Refusal('not-permitted', 'brokering.refuse.ownOrganisation');
  const partnership: PartnershipFacts = {
    confidential: false,
    startsAt: null,
    endsOn: null,
    rhythm: 'standard',
    ...draft,
    ...begun(now),
    state: partnershipMachine.initial,
    matchId: match.id,
    requestId: match.requestId,
    parties,
    introducedIds,
    claimedBy: match.request.claimedBy,
    agreedAt: null,
    activeSince: null,
    rhythmSince: null,
    checkIns: 0,
    resumeAt: null,
  };
  refuseUnlessInOrder(partnership);
  const happening: PartnershipHappening = {
    name: 'brokering.partnership.proposed',
    stream: `partnership:${partnership.id}`,
    data: aboutPartnership(partnership),
  };
  return { partnership, happening, deadline: partnershipClock.deadlineOf(partnership, now, ctx) };
}
