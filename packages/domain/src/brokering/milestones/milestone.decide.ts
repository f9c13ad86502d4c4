import type { Actor } from '../../kernel/index.ts';
import { type Decision, defineMoves, type MoveForm } from '../decide.ts';
import {
  type PartnershipFacts,
  partiesOfItsPartnership,
  partiesOfPartnership,
  recorded,
  refuseUnlessMayRecord,
} from '../partnerships/index.ts';
import { type BrokeringContext, begun } from '../subject.ts';
import { milestoneClock, refuseUnlessAhead } from './milestone.clock.ts';
import type { MilestoneHappening } from './milestone.events.ts';
import type { MilestoneFacts, MilestoneInput } from './milestone.facts.ts';
import { type MilestoneMove, type MilestoneState, milestoneMachine } from './milestone.machine.ts';
import { milestonePolicy } from './milestone.policy.ts';

export const milestoneForms: Partial<Record<MilestoneMove, MoveForm>> = {
  endWithPartnership: { reasons: ['case_ended'] },
};

const { movesFor, makeMove } = defineMoves<MilestoneState, MilestoneMove, MilestoneFacts, MilestoneInput>({
  machine: milestoneMachine,
  policy: milestonePolicy,
  clock: milestoneClock,
  partiesOf: partiesOfItsPartnership,
  forms: milestoneForms,
  timed: [],
  over: () => 'brokering.refuse.milestoneEnded',
  effects: {
    replan: ({ partnership, ...planned }, { due = planned.due, ownerId = planned.ownerId }, _actor, now, ctx) => {
      refuseUnlessAhead({ due, ownerId }, partiesOfPartnership(partnership), now, ctx);
      return { due, ownerId, stateSince: now };
    },
  },
});

export const milestoneMovesFor = movesFor;

const whatBy: Readonly<Record<MilestoneMove, MilestoneHappening['data']['what']>> = {
  reach: 'milestoneDone',
  replan: 'milestoneReplanned',
  drop: 'milestoneDropped',
  endWithPartnership: 'milestoneEnded',
};

/** Reached, put off or given up: done once, whoever is first. */
export function makeMilestoneMove(
  milestone: MilestoneFacts,
  asked: MilestoneMove,
  input: MilestoneInput,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
): Decision<MilestoneFacts, MilestoneHappening> {
  const { change, deadline, move, to, reason } = makeMove(milestone, asked, input, actor, now, ctx);
  return { change, deadline, happening: recorded('milestone', milestone, whatBy[move], to, reason) };
}

export type MilestoneDraft = Pick<MilestoneFacts, 'id' | 'title' | 'due' | 'ownerId'>;
/** Agreed by the parties while the work is under way, and written down by one of them. */
export function planMilestone(
  partnership: PartnershipFacts,
  draft: MilestoneDraft,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  refuseUnlessMayRecord(actor, partnership);
  return planNextStep(partnership, draft, now, ctx);
}

/** The next step of a meeting that was held: whoever wrote the meeting down wrote it down too. Meetings end with the work. */
export function planNextStep(partnership: PartnershipFacts, draft: MilestoneDraft, now: Date, ctx: BrokeringContext) {
  refuseUnlessAhead(draft, partiesOfPartnership(partnership), now, ctx);
  const milestone: MilestoneFacts = {
    ...draft,
    ...begun(now),
    state: milestoneMachine.initial,
    partnershipId: partnership.id,
    partnership,
  };
  return {
    milestone,
    happening: recorded('milestone', milestone, 'milestonePlanned', milestone.state),
    deadline: milestoneClock.deadlineOf(milestone, now, ctx),
  };
}
