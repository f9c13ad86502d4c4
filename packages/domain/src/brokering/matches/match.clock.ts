import { brokerOr, defineClock, organisation, type Plan, type Plans } from '../clock.ts';
import type { BrokeringContext } from '../subject.ts';
import { isYes, type MatchFacts } from './match.facts.ts';
import type { MatchMove, OpenMatchState } from './match.machine.ts';

/** The owner moves it on; silence is the broker's task; then the owner drops it or explains. */
const keptMoving =
  (what: `brokering.step.${string}`) =>
  ({ lastActivityAt, request }: MatchFacts, { terms: { match: t } }: BrokeringContext): Plan<MatchMove> => ({
    since: lastActivityAt,
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
        otherwise: 'again',
      },
    ],
  });

const plans: Plans<OpenMatchState, MatchFacts, MatchMove> = {
  suggested: ({ lastActivityAt, parties, request }, { terms: { match: t } }) => ({
    since: lastActivityAt,
    rungs: [
      {
        // Whoever has not said yes yet, one after the other; the owner answers for its own request.
        who: organisation(parties.find((p) => !isYes(p.stance))?.organisationId ?? request.organisationId),
        what: 'brokering.step.answerSuggestion',
        within: t.answerWithin,
        remind: t.answerReminders,
        otherwise: 'lapse',
      },
    ],
  }),
  introduced: keptMoving('brokering.step.meet'),
  scoping: keptMoving('brokering.step.proposePartnership'),
};

export const matchClock = defineClock('match', plans);
