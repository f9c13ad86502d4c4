import { type Actor, can, isFinal, Refusal } from '../../kernel/index.ts';
import { type Decision, defineMoves, type MoveForm } from '../decide.ts';
import { isUnderWay, type PartnershipFacts, partiesOfPartnership, partnershipPolicy } from '../partnerships/index.ts';
import { type BrokeringContext, begun } from '../subject.ts';
import { lastMomentOf, milestoneClock } from './milestone.clock.ts';
import type { MilestoneHappening } from './milestone.events.ts';
import type { MilestoneFacts, MilestoneInput } from './milestone.facts.ts';
import { type MilestoneMove, type MilestoneState, milestoneMachine } from './milestone.machine.ts';
import { milestonePolicy, partiesOfMilestone } from './milestone.policy.ts';

export const milestoneForms: Partial<Record<MilestoneMove, MoveForm>> = {
  endWithPartnership: { reasons: ['case_ended'] },
};

type Planned = Pick<MilestoneFacts, 'due' | 'ownerId'>;
/** One of the parties owes it, by a day that is still to come. */
function agreed(planned: Planned, partnership: PartnershipFacts, now: Date, ctx: BrokeringContext): Planned {
  if (!partiesOfPartnership(partnership).includes(planned.ownerId))
    throw new Refusal('unmet-condition', 'brokering.refuse.nextOwner', {}, 'ownerId');
  if (lastMomentOf(planned, ctx) <= now) throw new Refusal('unmet-condition', 'brokering.refuse.dueAhead', {}, 'due');
  return planned;
}

const { movesFor, makeMove } = defineMoves<MilestoneState, MilestoneMove, MilestoneFacts, MilestoneInput>({
  machine: milestoneMachine,
  policy: milestonePolicy,
  clock: milestoneClock,
  partiesOf: partiesOfMilestone,
  forms: milestoneForms,
  timed: [],
  effects: {
    replan: ({ partnership, ...planned }, { due = planned.due, ownerId = planned.ownerId }, _actor, now, ctx) => ({
      ...agreed({ due, ownerId }, partnership, now, ctx),
      stateSince: now,
    }),
  },
});

export const milestoneMovesFor = movesFor;

const whatBy: Readonly<Record<MilestoneMove, MilestoneHappening['data']['what']>> = {
  reach: 'milestoneDone',
  replan: 'milestoneReplanned',
  drop: 'milestoneDropped',
  endWithPartnership: 'milestoneEnded',
};
const told = (
  milestone: MilestoneFacts,
  what: MilestoneHappening['data']['what'],
  to: MilestoneState,
): MilestoneHappening => ({
  name: 'brokering.partnership.recorded',
  stream: `milestone:${milestone.id}`,
  data: {
    partnershipId: milestone.partnershipId,
    organisationIds: partiesOfMilestone(milestone),
    what,
    recordId: milestone.id,
    to,
  },
});

/** Reached, put off or given up: done once, whoever is first. */
export function makeMilestoneMove(
  milestone: MilestoneFacts,
  asked: MilestoneMove,
  input: MilestoneInput,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
): Decision<MilestoneFacts, MilestoneHappening> {
  if (isFinal(milestoneMachine, milestone.state) && can(milestonePolicy, actor, asked, milestone))
    throw new Refusal('already-done', 'brokering.refuse.milestoneEnded');
  const { change, deadline, move, to } = makeMove(milestone, asked, input, actor, now, ctx);
  return { change, deadline, happening: told({ ...milestone, ...change }, whatBy[move], to) };
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
  if (!can(partnershipPolicy, actor, 'work', partnership))
    throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  return begin(partnership, draft, now, ctx);
}

/** The next step of a meeting that was held: whoever wrote the meeting down wrote it down too. */
export const planNextStep = (partnership: PartnershipFacts, draft: MilestoneDraft, now: Date, ctx: BrokeringContext) =>
  begin(partnership, draft, now, ctx);

function begin(partnership: PartnershipFacts, draft: MilestoneDraft, now: Date, ctx: BrokeringContext) {
  if (!isUnderWay(partnership)) throw new Refusal('unmet-condition', 'brokering.refuse.notUnderWay');
  agreed(draft, partnership, now, ctx);
  const milestone: MilestoneFacts = {
    ...draft,
    ...begun(now),
    state: milestoneMachine.initial,
    partnershipId: partnership.id,
    partnership,
  };
  return {
    milestone,
    happening: told(milestone, 'milestonePlanned', milestone.state),
    deadline: milestoneClock.deadlineOf(milestone, now, ctx),
  };
}
