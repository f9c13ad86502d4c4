import { brokerOr, defineClock, organisation, type Plans } from '../clock.ts';
import { otherPartyThan } from '../partnerships/index.ts';
import type { OutcomeFacts } from './outcome.facts.ts';
import type { OpenOutcomeState, OutcomeMove } from './outcome.machine.ts';

const plans: Plans<OpenOutcomeState, OutcomeFacts, OutcomeMove> = {
  claimed: ({ stateSince, claimantId, partnership }, { terms: { outcome: t } }) => ({
    since: stateSince,
    rungs: [
      {
        who: organisation(otherPartyThan(partnership, claimantId)),
        what: 'brokering.step.countersignOutcome',
        within: t.countersignWithin,
        remind: t.countersignReminders,
        otherwise: 'escalate',
      },
      {
        who: brokerOr(partnership.claimedBy),
        what: 'brokering.step.chaseCountersignature',
        within: t.brokerWithin,
        otherwise: 'again',
      },
    ],
  }),

  countersigned: ({ stateSince }, { terms: { outcome: t } }) => ({
    since: stateSince,
    rungs: [
      {
        who: { kind: 'role', id: 'me_officer' },
        what: 'brokering.step.verifyOutcome',
        within: t.verifyWithin,
        remind: t.verifyReminders,
        otherwise: 'again',
      },
    ],
  }),

  disputed: ({ stateSince, partnership }, { terms: { outcome: t } }) => ({
    since: stateSince,
    rungs: [
      {
        who: brokerOr(partnership.claimedBy),
        what: 'brokering.step.settleDispute',
        within: t.settleWithin,
        otherwise: 'again',
      },
    ],
  }),
};

export const outcomeClock = defineClock('outcome', plans);
