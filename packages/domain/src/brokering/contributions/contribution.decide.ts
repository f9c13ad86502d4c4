import { type Actor, belongsTo, Refusal } from '../../kernel/index.ts';
import { type Decision, defineMoves, type MoveForm } from '../decide.ts';
import { partyOf } from '../matches/index.ts';
import {
  type PartnershipFacts,
  partiesOfItsPartnership,
  recorded,
  refuseUnlessMayRecord,
} from '../partnerships/index.ts';
import { type BrokeringContext, begun, type MoveInput } from '../subject.ts';
import { contributionClock } from './contribution.clock.ts';
import type { ContributionHappening } from './contribution.events.ts';
import type { ContributionFacts } from './contribution.facts.ts';
import { type ContributionMove, type ContributionState, contributionMachine } from './contribution.machine.ts';
import { contributionPolicy } from './contribution.policy.ts';

export const contributionForms: Partial<Record<ContributionMove, MoveForm>> = {
  withdraw: { reasons: ['mistaken', 'not_agreed', 'superseded', 'other'] },
};

const { movesFor, makeMove } = defineMoves<ContributionState, ContributionMove, ContributionFacts, MoveInput>({
  machine: contributionMachine,
  policy: contributionPolicy,
  clock: contributionClock,
  partiesOf: partiesOfItsPartnership,
  forms: contributionForms,
  timed: [],
  over: ({ state }) =>
    state === 'confirmed' ? 'brokering.refuse.contributionConfirmed' : 'brokering.refuse.noSuchMove',
  effects: {
    confirm: ({ partnership }, _input, actor, now) => ({
      confirmedFor: partyOf(actor, partnership.parties)?.organisationId ?? null,
      confirmedAt: now,
    }),
  },
});

export const contributionMovesFor = movesFor;

const whatBy: Readonly<Record<ContributionMove, ContributionHappening['data']['what']>> = {
  confirm: 'contributionConfirmed',
  withdraw: 'contributionWithdrawn',
};

/** Confirmed or taken back: done once, whoever is first. */
export function makeContributionMove(
  contribution: ContributionFacts,
  asked: ContributionMove,
  input: MoveInput,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
): Decision<ContributionFacts, ContributionHappening> {
  const { partnership, organisationId } = contribution;
  if (asked === 'confirm' && partyOf(actor, partnership.parties) && belongsTo(actor, organisationId))
    throw new Refusal('not-permitted', 'brokering.refuse.ownContribution');
  const { change, deadline, move, to, reason } = makeMove(contribution, asked, input, actor, now, ctx);
  return { change, deadline, happening: recorded('contribution', contribution, whatBy[move], to, reason) };
}

type ContributionDraft = Pick<ContributionFacts, 'id' | 'kind' | 'quantity' | 'unit' | 'monetised' | 'date'>;
export function giveContribution(
  partnership: PartnershipFacts,
  draft: ContributionDraft,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  const { organisationId } = refuseUnlessMayRecord(actor, partnership);
  const contribution: ContributionFacts = {
    ...draft,
    ...begun(now),
    state: contributionMachine.initial,
    partnershipId: partnership.id,
    partnership,
    organisationId,
    confirmedFor: null,
    confirmedAt: null,
  };
  return {
    contribution,
    happening: recorded('contribution', contribution, 'contributionGiven', contribution.state),
    deadline: contributionClock.deadlineOf(contribution, now, ctx),
  };
}
