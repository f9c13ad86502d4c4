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

/** The day of the check-in after so many: the listed days after the start, then once a year. */
export function checkInDay(
  { rhythm, rhythmSince, stateSince }: PartnershipFacts,
  done: number,
  { terms }: BrokeringContext,
): Date {
  const days = terms.partnership.rhythms[rhythm];
  const last = days.at(-1) ?? 0;
  return addDays(rhythmSince ?? stateSince, days[done] ?? last + 365 * (done - days.length + 1));
}

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
    const day = checkInDay(partnership, partnership.checkIns, ctx);
    return {
      since: partnership.stateSince,
      rungs: [
        {
          who: organisation(leadOf(partnership)),
          what: 'brokering.step.workUntilCheckIn',
          until: day,
          remind: ctx.terms.partnership.checkInDaysBefore.map((days) => addDays(day, -days)),
          otherwise: 'askCheckIn',
        },
      ],
    };
  },

  finalising: (partnership, ctx) => {
    const { finaliseWithin, finaliseReminders } = ctx.terms.partnership;
    return {
      since: partnership.stateSince,
      rungs: [
        {
          who: focalPoint(leadOf(partnership)),
          what: 'brokering.step.closePartnership',
          within: finaliseWithin,
          remind: finaliseReminders,
          otherwise: 'escalate',
        },
        thenTheBroker(partnership, 'brokering.step.helpClose', ctx),
      ],
    };
  },

  suspended: (partnership, ctx) => {
    const { suspendDays, resumeDaysBefore } = ctx.terms.partnership;
    const until = partnership.resumeAt ?? addDays(partnership.stateSince, suspendDays);
    return {
      since: partnership.stateSince,
      rungs: [
        {
          who: organisation(leadOf(partnership)),
          what: 'brokering.step.resumePartnership',
          until,
          remind: resumeDaysBefore.map((days) => addDays(until, -days)),
          otherwise: 'resume',
        },
      ],
    };
  },

  dormant: (partnership, ctx) => {
    const { dormantDays, dormantDaysBefore } = ctx.terms.partnership;
    const until = addDays(partnership.stateSince, dormantDays);
    return {
      since: partnership.stateSince,
      rungs: [
        {
          who: brokerOr(partnership.claimedBy),
          what: 'brokering.step.wakePartnership',
          until,
          remind: dormantDaysBefore.map((days) => addDays(until, -days)),
          otherwise: 'lapse',
        },
      ],
    };
  },
};

export const partnershipClock = defineClock('partnership', plans);
