import { addDays } from '../../kernel/index.ts';
import { brokerOr, defineClock, focalPoint, organisation, type Plan, type Plans } from '../clock.ts';
import type { BrokeringContext } from '../subject.ts';
import type { PartnershipFacts } from './partnership.facts.ts';
import type { OpenPartnershipState, PartnershipMove } from './partnership.machine.ts';

const leadOf = ({ parties }: PartnershipFacts): string => parties[0]?.organisationId ?? '';

const thenTheBroker = (
  { claimedBy }: PartnershipFacts,
  what: `brokering.step.${string}`,
  { terms }: BrokeringContext,
) => ({ who: brokerOr(claimedBy), what, within: terms.partnership.brokerWithin, otherwise: 'again' }) as const;

/** The check-in that is due next: the listed days after the start, then once a year. */
const checkInDue = (since: Date, done: number, days: readonly number[]): Date => {
  const last = days.at(-1) ?? 0;
  return addDays(since, days[done] ?? last + 365 * (done - days.length + 1));
};

const plans: Plans<OpenPartnershipState, PartnershipFacts, PartnershipMove> = {
  scoping: (partnership, ctx): Plan<PartnershipMove> => {
    const { acceptWithin, acceptReminders } = ctx.terms.partnership;
    const next = partnership.parties.find((p) => p.acceptance === null)?.organisationId ?? leadOf(partnership);
    return {
      since: partnership.lastActivityAt,
      rungs: [
        {
          who: focalPoint(next),
          what: 'brokering.step.acceptPartnership',
          within: acceptWithin,
          remind: acceptReminders,
          otherwise: 'escalate',
        },
        thenTheBroker(partnership, 'brokering.step.helpAgree', ctx),
      ],
    };
  },

  agreed: (partnership, ctx) => {
    const { startWithin, startReminders } = ctx.terms.partnership;
    const { startsAt, stateSince } = partnership;
    return {
      since: startsAt && startsAt > stateSince ? startsAt : stateSince,
      rungs: [
        {
          who: organisation(leadOf(partnership)),
          what: 'brokering.step.startPartnership',
          within: startWithin,
          remind: startReminders,
          otherwise: 'escalate',
        },
        thenTheBroker(partnership, 'brokering.step.helpStart', ctx),
      ],
    };
  },

  active: (partnership, ctx) => {
    const { checkInDays, checkInDaysBefore } = ctx.terms.partnership;
    const since = partnership.activeSince ?? partnership.stateSince;
    const due = checkInDue(since, partnership.checkIns, checkInDays);
    return {
      since,
      rungs: [
        {
          who: organisation(leadOf(partnership)),
          what: 'brokering.step.checkIn',
          until: due,
          remind: checkInDaysBefore.map((days) => addDays(due, -days)),
          otherwise: 'escalate',
        },
        thenTheBroker(partnership, 'brokering.step.askForCheckIn', ctx),
      ],
    };
  },
};

export const partnershipClock = defineClock('partnership', plans);
