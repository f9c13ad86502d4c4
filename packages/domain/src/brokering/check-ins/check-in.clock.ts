import { addDays } from '../../kernel/index.ts';
import { brokerOr, defineClock, organisation, type Plan, type Plans } from '../clock.ts';
import type { BrokeringContext } from '../subject.ts';
import { type CheckInFacts, waitedFor, wantsDesk } from './check-in.facts.ts';
import type { CheckInMove, OpenCheckInState } from './check-in.machine.ts';

/** The day by which all should have answered. */
export const answersDue = ({ stateSince }: CheckInFacts, { terms }: BrokeringContext): Date =>
  addDays(stateSince, terms.checkIn.answerDays);

const firstOf = ({ sides }: CheckInFacts): string => sides[0]?.organisationId ?? '';

const plans: Plans<OpenCheckInState, CheckInFacts, CheckInMove> = {
  planned: (checkIn) => ({
    since: checkIn.stateSince,
    rungs: [
      {
        who: organisation(firstOf(checkIn)),
        what: 'brokering.step.lookBack',
        until: checkIn.opensAt,
        otherwise: 'ask',
      },
    ],
  }),

  open: (checkIn, ctx): Plan<CheckInMove> => {
    const { answerDaysBefore, brokerWithin } = ctx.terms.checkIn;
    if (checkIn.referredAt)
      return {
        since: checkIn.referredAt,
        rungs: [
          {
            who: brokerOr(checkIn.partnership.claimedBy),
            what: wantsDesk(checkIn) ? 'brokering.step.getInTouch' : 'brokering.step.askForCheckIn',
            within: brokerWithin,
            otherwise: 'again',
          },
        ],
      };
    const due = answersDue(checkIn, ctx);
    return {
      since: checkIn.stateSince,
      rungs: [
        {
          who: organisation(waitedFor(checkIn)[0]?.organisationId ?? firstOf(checkIn)),
          what: 'brokering.step.checkIn',
          until: due,
          remind: answerDaysBefore.map((days) => addDays(due, -days)),
          otherwise: 'lapse',
        },
      ],
    };
  },
};

export const checkInClock = defineClock('check_in', plans);
