import { addWorkingDays } from '../../kernel/index.ts';
import {
  brokerOr,
  defineClock,
  goesOn,
  latest,
  leadBrokers,
  organisation,
  type Pause,
  type Plan,
  type Plans,
} from '../clock.ts';
import { pausesOf } from '../requests/index.ts';
import type { BrokeringContext } from '../subject.ts';
import { type MatchFacts, partiesOfMatch, requestsOf } from './match.facts.ts';
import type { MatchMove, OpenMatchState } from './match.machine.ts';

/** A hold of any request it answers stops the clock of all. */
const pausesIn = (match: MatchFacts): Pause[] => pausesOf(...requestsOf(match));

/** The owner moves it on; silence is the broker's task; then the owner drops it or explains, or it is the broker's again. */
const keptMoving =
  (what: `brokering.step.${string}`) =>
  (match: MatchFacts, { terms: { match: t } }: BrokeringContext): Plan<MatchMove> => {
    const owner = organisation(match.request.organisationId);
    const broker = brokerOr(match.request.claimedBy);
    const revive = { who: broker, what: 'brokering.step.reviveMatch', within: t.brokerWithin } as const;
    const when = { since: match.lastActivityAt, pauses: pausesIn(match) };
    const end = [
      { who: owner, what: 'brokering.step.dropOrExplain', within: t.ownerWithin, otherwise: 'escalate' },
      { ...revive, otherwise: 'again' },
    ] as const;
    // Who has to sign is asked by the clock of the partnership, and nobody for the same thing by this one.
    if (match.inWords)
      return {
        ...when,
        rungs: [
          { who: broker, what: 'brokering.step.awaitSignatures', within: t.signedWithin, otherwise: 'escalate' },
          ...end,
        ],
      };
    return {
      ...when,
      rungs: [
        { who: owner, what, within: t.quietWithin, remind: t.quietReminders, otherwise: 'escalate' },
        { ...revive, otherwise: 'escalate' },
        ...end,
      ],
    };
  };

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
    // All are asked at once, until the same day, and reminded together; the step is the first one's who has not answered. What
    // one of them answers moves no day of another.
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
          among: partiesOfMatch(match),
          otherwise: 'lapse',
        },
      ],
    };
  },
  introduced: keptMoving('brokering.step.meet'),
  scoping: keptMoving('brokering.step.proposePartnership'),
};

/**
 * The day that whoever has answered waits for, as often as that day passes: it goes by when all were first asked, and by
 * nothing that any of them answered.
 */
export function answersBy(
  asked: Date,
  organisationIds: readonly string[],
  now: Date,
  { calendarOf, terms }: BrokeringContext,
): Date {
  let by = asked;
  do by = latest(organisationIds.map((id) => addWorkingDays(by, terms.match.answerWithin, calendarOf(id))));
  while (by <= now);
  return by;
}

export const matchClock = defineClock('match', plans);
