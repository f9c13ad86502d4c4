import {
  brokerOr,
  defineClock,
  goesOn,
  leadBrokers,
  organisation,
  type Pause,
  type Plan,
  type Plans,
} from '../clock.ts';
import { pausesOf } from '../requests/index.ts';
import type { BrokeringContext } from '../subject.ts';
import { type MatchFacts, requestsOf } from './match.facts.ts';
import type { MatchMove, OpenMatchState } from './match.machine.ts';

/** A hold of any request it answers stops the clock of all. */
const pausesIn = (match: MatchFacts): Pause[] => pausesOf(...requestsOf(match));

/** The owner moves it on; silence is the broker's task; then the owner drops it or explains, or it is the broker's again. */
const keptMoving =
  (what: `brokering.step.${string}`) =>
  (match: MatchFacts, { terms: { match: t } }: BrokeringContext): Plan<MatchMove> => ({
    since: match.lastActivityAt,
    pauses: pausesIn(match),
    rungs: [
      {
        who: organisation(match.request.organisationId),
        what,
        within: t.quietWithin,
        remind: t.quietReminders,
        otherwise: 'escalate',
      },
      {
        who: brokerOr(match.request.claimedBy),
        what: 'brokering.step.reviveMatch',
        within: t.brokerWithin,
        otherwise: 'escalate',
      },
      {
        who: organisation(match.request.organisationId),
        what: 'brokering.step.dropOrExplain',
        within: t.ownerWithin,
        otherwise: 'escalate',
      },
      {
        who: brokerOr(match.request.claimedBy),
        what: 'brokering.step.reviveMatch',
        within: t.brokerWithin,
        otherwise: 'again',
      },
    ],
  });

const plans: Plans<OpenMatchState, MatchFacts, MatchMove> = {
  referred: ({ stateSince, request }, { terms: { match: t } }) => ({
    since: stateSince,
    pauses: pausesOf(request),
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
  suggested: (match, { terms: { match: t } }) => {
    const { parties, request } = match;
    const when = { since: match.lastActivityAt, pauses: pausesIn(match) };
    const later = parties.flatMap(({ stance, until }) => (stance === 'not_now' && until ? [until] : []));
    // All are asked at once and reminded together; the step is the first one's who has not answered, and each answer gives
    // the next one the whole time.
    const unanswered = parties.find(({ stance }) => stance === 'unseen' || stance === 'seen');
    const [next] = later.sort((a, b) => a.getTime() - b.getTime());
    if (!unanswered && next)
      return {
        ...when,
        rungs: [
          {
            who: brokerOr(request.claimedBy),
            what: 'brokering.step.waitToAskAgain',
            // The day stands that was named, unless nobody could answer on it.
            until: goesOn(next, when.pauses),
            otherwise: 'askAgain',
          },
        ],
      };
    return {
      ...when,
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
