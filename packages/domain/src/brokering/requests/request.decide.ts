import type { Actor } from '../../kernel/index.ts';
import { type Decision, defineMoves, type MoveForm } from '../decide.ts';
import type { BrokeringContext, MoveInput } from '../subject.ts';
import { brokeringTerms } from '../terms.ts';
import { requestClock } from './request.clock.ts';
import { requestEffects } from './request.effects.ts';
import type { RequestHappening } from './request.events.ts';
import { nothingRemains, partiesOfRequest, type RequestFacts, wantsSuggestions } from './request.facts.ts';
import { type RequestMove, requestMachine } from './request.machine.ts';
import { requestPolicy } from './request.policy.ts';
import { needsSecondLook } from './request.second-look.ts';

/** Why a request ends of which no partnership came. */
const unpartnered = ['met_elsewhere', 'no_match', 'duplicate', 'superseded', 'out_of_scope'] as const;

export const requestForms: Partial<Record<RequestMove, MoveForm>> = {
  ask: { note: 'brokering.refuse.questionMissing' },
  answer: { note: 'brokering.refuse.answerMissing' },
  decline: {
    reasons: ['incomplete', 'duplicate', 'out_of_scope', 'not_a_city', 'safeguard', 'other'],
    note: 'brokering.refuse.remedyMissing',
  },
  appeal: { note: 'brokering.refuse.groundsMissing' },
  hold: { reasons: ['no_capacity', 'no_funding', 'priorities_changed', 'timing', 'other'], until: true },
  enough: { note: 'brokering.refuse.enoughUnsaid' },
  carryOn: { note: 'brokering.refuse.carryOnUnsaid' },
  close: { reasons: ['partnered', 'partly_partnered', ...unpartnered] },
  withdraw: { reasons: ['unstated', 'met_elsewhere', 'priorities_changed', 'no_funding', 'other'] },
  fulfil: { reasons: ['partnered'] },
  lapse: { reasons: ['lapsed'] },
  archive: { reasons: ['archived'] },
};

const withoutPartnership = { ...requestForms, close: { reasons: unpartnered } };

/** What each move asks for now: nobody is offered a reason that would be refused. */
export const requestFormsOf = ({ partnered }: Pick<RequestFacts, 'partnered'>): typeof requestForms =>
  partnered ? requestForms : withoutPartnership;

const proposed = ({ proposal }: RequestFacts) => (proposal ? 'brokering.refuse.awaitsSecond' : null);
const nothingProposed = ({ proposal }: RequestFacts) => (proposal ? null : 'brokering.refuse.nothingProposed');
const enoughSaid = (request: RequestFacts) =>
  wantsSuggestions(request, brokeringTerms) ? null : 'brokering.refuse.enoughAlready';
const frozen = ({ safeguard }: RequestFacts) => (safeguard === 'red' ? 'brokering.refuse.frozen' : null);
const resumes = { published: 'resume', in_matching: 'resumeMatching', in_partnering: 'resumePartnering' } as const;

const { movesFor, makeMove } = defineMoves<RequestFacts['state'], RequestMove, RequestFacts, MoveInput>({
  machine: requestMachine,
  policy: requestPolicy,
  clock: requestClock,
  partiesOf: partiesOfRequest,
  forms: requestForms,
  timed: ['releaseClaim', 'sendBack', 'park', 'endDecline', 'readAnew', 'expire', 'resume', 'lapse', 'archive'],
  guards: {
    approve: ({ approvedBy }) => (approvedBy === null ? null : 'brokering.refuse.alreadyApproved'),
    claim: (request) => (request.approvedBy === null ? 'brokering.refuse.notApproved' : proposed(request)),
    releaseClaim: (request) => (request.claimedBy === null ? 'brokering.refuse.notClaimed' : proposed(request)),
    ask: proposed,
    publish: (request) => proposed(request) ?? frozen(request),
    decline: proposed,
    agree: (request) => nothingProposed(request) ?? (request.proposal?.move === 'publish' ? frozen(request) : null),
    sendBack: nothingProposed,
    enough: enoughSaid,
    keepOpen: (request) => (nothingRemains(request) ? 'brokering.refuse.nothingRemains' : null),
    fulfil: (request) => (nothingRemains(request) ? null : 'brokering.refuse.noSuchMove'),
  },
  completes: (request, move, _input, _actor, now, ctx) => {
    if (move === 'publish' && needsSecondLook(request, now, ctx)) return 'proposePublish';
    // Declining takes two: whoever proposes it, a lead broker who is not the same agrees.
    if (move === 'decline') return 'proposeDecline';
    if (move === 'agree' && request.proposal) return request.proposal.move;
    if (move === 'resume') return resumes[request.heldFrom ?? 'published'];
    return move;
  },
  effects: requestEffects,
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
  const { change, deadline, move, from, to, ...made } = makeMove(request, asked, input, actor, now, ctx);
  const reason = made.reason ?? change.decline?.reason ?? null;
  const data = { requestId: request.id, organisationId: request.organisationId, move, from, to, reason };
  return {
    change,
    deadline,
    happening: { name: 'brokering.request.moved', stream: `request:${request.id}`, data },
  };
}
