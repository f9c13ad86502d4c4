import { addDays, instantAt } from '../../kernel/index.ts';
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
