import { afterHold, brokerOr, defineClock, leadBrokers, organisation, type Plan, type Plans } from '../clock.ts';
import type { BrokeringContext } from '../subject.ts';
import type { MatchFacts } from './match.facts.ts';
import type { MatchMove, OpenMatchState } from './match.machine.ts';

/** The owner moves it on; silence is the broker's task; then the owner drops it or explains, or it is the broker's again. */
const keptMoving =
  (what: `brokering.step.${string}`) =>
  ({ lastActivityAt, request }: MatchFacts, { terms: { match: t } }: BrokeringContext): Plan<MatchMove> => ({
    since: afterHold(lastActivityAt, request),
    rungs: [
      {
        who: organisation(request.organisationId),
        what,
        within: t.quietWithin,
        remind: t.quietReminders,
        otherwise: 'escalate',
      },
      {
        who: brokerOr(request.claimedBy),
        what: 'brokering.step.reviveMatch',
        within: t.brokerWithin,
        otherwise: 'escalate',
      },
      {
        who: organisation(request.organisationId),
        what: 'brokering.step.dropOrExplain',
        within: t.ownerWithin,
        otherwise: 'escalate',
      },
      {
        who: brokerOr(request.claimedBy),
        what: 'brokering.step.reviveMatch',
        within: t.brokerWithin,
        otherwise: 'again',
      },
    ],
  });

const plans: Plans<OpenMatchState, MatchFacts, MatchMove> = {
  referred: ({ stateSince, request }, { terms: { match: t } }) => ({
    since: afterHold(stateSince, request),
    rungs: [
      {
        who: brokerOr(request.claimedBy),
        what: 'brokering.step.decideReferral',
        within: t.referralWithin,
        remind: t.referralReminders,
        otherwise: 'escalate',
      },
      { who: leadBrokers, what: 'brokering.step.decideReferral', within: t.lateReferralWithin, otherwise: 'again' },
    ],
  }),
  suggested: ({ lastActivityAt, parties, request }, { terms: { match: t } }) => {
    const since = afterHold(lastActivityAt, request);
    const later = parties.flatMap(({ stance, until }) => (stance === 'not_now' && until ? [until] : []));
    // Whoever has not answered yet, one after the other; the owner answers for its own request.
    const unanswered = parties.find(({ stance }) => stance === 'unseen' || stance === 'seen');
    const [next] = later.sort((a, b) => a.getTime() - b.getTime());
    if (!unanswered && next)
      return {
        since,
        rungs: [
          {
            who: brokerOr(request.claimedBy),
            what: 'brokering.step.waitToAskAgain',
            until: next,
            otherwise: 'askAgain',
          },
        ],
      };
    return {
      since,
      rungs: [
        {
          who: organisation(unanswered?.organisationId ?? request.organisationId),
          what: 'brokering.step.answerSuggestion',
          within: t.answerWithin,
          remind: t.answerReminders,
          otherwise: 'lapse',
        },
      ],
    };
  },
  introduced: keptMoving('brokering.step.meet'),
  scoping: keptMoving('brokering.step.proposePartnership'),
};

export const matchClock = defineClock('match', plans);
