import { addDays } from '../../kernel/index.ts';
import { brokerOr, defineClock, leadBrokers, member, organisation, type Plans } from '../clock.ts';
import type { BrokeringTerms } from '../terms.ts';
import { pausesOf, type RequestFacts, wantsSuggestions } from './request.facts.ts';
import type { OpenRequestState, RequestMove } from './request.machine.ts';
import { reviewPlans } from './request.review.ts';

/** When it leaves the list unless somebody confirms it. */
const expiryOf = (request: RequestFacts, openDays: number): Date =>
  request.expiresAt ?? addDays(request.stateSince, openDays);

const renewals = (expiry: Date, { renewalDaysBefore }: BrokeringTerms['request']): Date[] =>
  renewalDaysBefore.map((days) => addDays(expiry, -days));

const plans: Plans<OpenRequestState, RequestFacts, RequestMove> = {
  ...reviewPlans,

  draft: (request, { terms: { request: t } }) => ({
    since: request.lastActivityAt,
    rungs: [
      {
        who: member(request.authorId),
        what: 'brokering.step.finishRequest',
        until: addDays(request.lastActivityAt, t.draftKeptDays),
        remind: [addDays(request.lastActivityAt, t.draftNudgeDays)],
        otherwise: 'archive',
      },
    ],
  }),

  published: (request, { terms }) => {
    const { request: t } = terms;
    const expiry = expiryOf(request, t.openDays);
    const renewal = renewals(expiry, t);
    const keepOpen = {
      who: organisation(request.organisationId),
      what: 'brokering.step.confirmRequest',
      until: expiry,
      remind: renewal,
      otherwise: 'expire',
    } as const;
    if (!wantsSuggestions(request, terms)) return { since: request.stateSince, rungs: [keepOpen] };
    const suggest = { who: brokerOr(request.claimedBy), what: 'brokering.step.suggestPartners' } as const;
    const [first = expiry] = renewal;
    return {
      since: request.stateSince,
      pauses: pausesOf(request),
      rungs: [
        { ...suggest, within: t.suggestWithin, otherwise: 'escalate' },
        { ...suggest, within: t.suggestWithin, otherwise: 'escalate' },
        // The owner is asked whether it stays open all the same: the last word on that is theirs.
        {
          ...suggest,
          who: leadBrokers,
          within: t.suggestLeadWithin,
          before: addDays(first, -1),
          otherwise: 'again',
        },
        keepOpen,
      ],
    };
  },

  in_matching: (request, { terms: { request: t } }) => ({
    since: request.lastActivityAt,
    rungs: [
      {
        who: brokerOr(request.claimedBy),
        what: 'brokering.step.followMatch',
        within: t.quietWithin,
        otherwise: 'escalate',
      },
      {
        who: organisation(request.organisationId),
        what: 'brokering.step.continueOrClose',
        within: t.quietOwnerWithin,
        otherwise: 'escalate',
      },
      {
        who: brokerOr(request.claimedBy),
        what: 'brokering.step.followMatch',
        within: t.quietWithin,
        otherwise: 'again',
      },
    ],
  }),

  in_partnering: (request, { terms: { request: t } }) => {
    const { lastConfirmedAt, expiresAt, stateSince } = request;
    const ownerDecides = { who: organisation(request.organisationId), what: 'brokering.step.settleRemaining' } as const;
    const keptUntil = lastConfirmedAt && lastConfirmedAt > stateSince ? expiresAt : null;
    return {
      since: stateSince,
      pauses: pausesOf(request),
      rungs: [
        keptUntil
          ? { ...ownerDecides, until: keptUntil, remind: renewals(keptUntil, t), otherwise: 'escalate' }
          : { ...ownerDecides, within: t.settleWithin, remind: t.settleReminders, otherwise: 'escalate' },
        {
          who: brokerOr(request.claimedBy),
          what: 'brokering.step.settleRemaining',
          within: t.settleBrokerWithin,
          otherwise: 'again',
        },
      ],
    };
  },

  on_hold: ({ organisationId, stateSince, heldUntil }, { terms: { request: t } }) => {
    const until = heldUntil ?? stateSince;
    return {
      since: stateSince,
      rungs: [
        {
          who: organisation(organisationId),
          what: 'brokering.step.resumeRequest',
          until,
          remind: t.holdDaysBefore.map((days) => addDays(until, -days)),
          otherwise: 'resume',
        },
      ],
    };
  },

  expired: (request, { terms: { request: t } }) => {
    const until = addDays(expiryOf(request, t.openDays), t.reactivateDays);
    const remind = t.reactivateDaysBefore.map((days) => addDays(until, -days));
    return {
      since: request.stateSince,
      rungs: [
        {
          who: organisation(request.organisationId),
          what: 'brokering.step.reactivateRequest',
          until,
          remind,
          otherwise: 'lapse',
        },
      ],
    };
  },
};

export const requestClock = defineClock('request', plans);
