import { addDays, instantAt, Refusal } from '../../kernel/index.ts';
import { brokerOr, defineClock, organisation, type Plans } from '../clock.ts';
import type { BrokeringContext } from '../subject.ts';
import type { MilestoneFacts } from './milestone.facts.ts';
import type { MilestoneMove, OpenMilestoneState } from './milestone.machine.ts';

type Planned = Pick<MilestoneFacts, 'due' | 'ownerId'>;
/** An hour of the day it is due, by the clock of whoever owes it. */
const onTheDay = ({ due, ownerId }: Planned, hour: string, { calendarOf }: BrokeringContext): Date =>
  instantAt(due, hour, calendarOf(ownerId).timeZone);
/** It may be done until its day is over. */
export const lastMomentOf = (planned: Planned, ctx: BrokeringContext): Date => onTheDay(planned, '23:59', ctx);

/** One of the parties owes it, by a day that is still to come; `fields` are those to mend. */
export function refuseUnlessAhead(
  planned: Planned,
  parties: readonly string[],
  now: Date,
  ctx: BrokeringContext,
  fields: Readonly<Record<keyof Planned, string>> = { due: 'due', ownerId: 'ownerId' },
): void {
  if (!parties.includes(planned.ownerId))
    throw new Refusal('unmet-condition', 'brokering.refuse.nextOwner', {}, fields.ownerId);
  if (lastMomentOf(planned, ctx) <= now)
    throw new Refusal('unmet-condition', 'brokering.refuse.dueAhead', {}, fields.due);
}

const plans: Plans<OpenMilestoneState, MilestoneFacts, MilestoneMove> = {
  planned: (milestone, ctx) => {
    const { dueDaysBefore, brokerWithin } = ctx.terms.milestone;
    const morning = onTheDay(milestone, '09:00', ctx);
    return {
      since: milestone.stateSince,
      rungs: [
        {
          who: organisation(milestone.ownerId),
          what: 'brokering.step.reachMilestone',
          until: lastMomentOf(milestone, ctx),
          remind: dueDaysBefore.map((days) => addDays(morning, -days)),
          otherwise: 'escalate',
        },
        {
          who: brokerOr(milestone.partnership.claimedBy),
          what: 'brokering.step.chaseMilestone',
          within: brokerWithin,
          otherwise: 'again',
        },
      ],
    };
  },
};

export const milestoneClock = defineClock('milestone', plans);
