import { addDays, addWorkingDays } from '../../kernel/index.ts';
import {
  brokerOr,
  brokersDesk,
  focalPoint,
  leadBrokers,
  member,
  organisation,
  type Plan,
  type Plans,
} from '../clock.ts';
import type { BrokeringTerms } from '../terms.ts';
import type { Proposal, RequestFacts } from './request.facts.ts';
import type { RequestMove } from './request.machine.ts';

type Reviewed = 'submitted' | 'in_review' | 'needs_info' | 'declined' | 'appealed';

/** Where nobody agrees in time the case is its broker's again: a proposal never holds it up for good. */
const awaited = ({ move, at }: Proposal, t: BrokeringTerms['request']): Plan<RequestMove> =>
  move === 'publish'
    ? {
        since: new Date(at),
        rungs: [
          { who: brokersDesk, what: 'brokering.step.lookAgain', within: t.secondLookWithin, otherwise: 'escalate' },
          { who: leadBrokers, what: 'brokering.step.lookAgain', within: t.secondLookLeadWithin, otherwise: 'sendBack' },
        ],
      }
    : {
        since: new Date(at),
        rungs: [
          {
            who: leadBrokers,
            what: 'brokering.step.agreeDecline',
            within: t.agreeDeclineWithin,
            remind: t.agreeDeclineReminders,
            otherwise: 'sendBack',
          },
        ],
      };

/** Who owes what while a request is at the desk, before it is published and when it is not. */
export const reviewPlans: Plans<Reviewed, RequestFacts, RequestMove> = {
  submitted: (request, { terms: { request: t } }) => {
    const since = request.stateSince;
    if (request.approvedBy === null)
      return {
        since,
        rungs: [
          {
            who: focalPoint(request.organisationId),
            what: 'brokering.step.approveRequest',
            within: t.approveWithin,
            remind: t.approveReminders,
            otherwise: 'escalate',
          },
          {
            who: brokersDesk,
            what: 'brokering.step.findApproval',
            within: t.findApprovalWithin,
            otherwise: 'park',
          },
        ],
      };
    if (request.claimedBy !== null)
      return {
        since,
        rungs: [
          {
            who: member(request.claimedBy),
            what: 'brokering.step.readAnswer',
            within: request.reviewLeft ?? t.leaseWithin,
            otherwise: 'releaseClaim',
          },
        ],
      };
    return {
      since,
      rungs: [
        {
          who: brokersDesk,
          what: 'brokering.step.claimRequest',
          within: t.triageWithin,
          remind: t.triageReminders,
          otherwise: 'escalate',
        },
        { who: leadBrokers, what: 'brokering.step.claimRequest', within: t.lateTriageWithin, otherwise: 'again' },
      ],
    };
  },

  in_review: (request, { desk, terms: { request: t } }) => {
    if (request.proposal) return awaited(request.proposal, t);
    const leaseEnd = request.leaseUntil ?? addWorkingDays(request.stateSince, t.leaseWithin, desk);
    return {
      since: request.stateSince,
      rungs: [
        {
          who: brokerOr(request.claimedBy),
          what: 'brokering.step.decideRequest',
          until: leaseEnd,
          remind: t.leaseDaysBefore.map((days) => addDays(leaseEnd, -days)),
          otherwise: 'releaseClaim',
        },
      ],
    };
  },

  needs_info: (request, { terms: { request: t } }) => ({
    since: request.stateSince,
    rungs: [
      {
        who: organisation(request.organisationId),
        what: 'brokering.step.answerBroker',
        within: t.answerWithin,
        remind: t.answerReminders,
        otherwise: 'park',
      },
    ],
  }),

  declined: ({ organisationId, stateSince }, { terms: { request: t } }) => ({
    since: stateSince,
    rungs: [
      {
        who: focalPoint(organisationId),
        what: 'brokering.step.appealOrAccept',
        within: t.appealWithin,
        remind: t.appealReminders,
        otherwise: 'endDecline',
      },
    ],
  }),

  // Who appealed is not made to wait for good: an appeal that nobody judges is read anew.
  appealed: ({ stateSince }, { terms: { request: t } }) => ({
    since: stateSince,
    rungs: [
      {
        who: leadBrokers,
        what: 'brokering.step.decideAppeal',
        within: t.decideAppealWithin,
        remind: t.decideAppealReminders,
        otherwise: 'escalate',
      },
      { who: leadBrokers, what: 'brokering.step.decideAppeal', within: t.lateAppealWithin, otherwise: 'readAnew' },
    ],
  }),
};
