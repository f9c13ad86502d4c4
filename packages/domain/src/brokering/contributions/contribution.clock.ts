import { brokerOr, defineClock, organisation, type Plans } from '../clock.ts';
import { otherPartyThan } from '../partnerships/index.ts';
import type { ContributionFacts } from './contribution.facts.ts';
import type { ContributionMove, OpenContributionState } from './contribution.machine.ts';

const plans: Plans<OpenContributionState, ContributionFacts, ContributionMove> = {
  given: ({ stateSince, organisationId, partnership }, { terms: { contribution: t } }) => ({
    since: stateSince,
    rungs: [
      {
        who: organisation(otherPartyThan(partnership, organisationId)),
        what: 'brokering.step.confirmContribution',
        within: t.confirmWithin,
        remind: t.confirmReminders,
        otherwise: 'escalate',
      },
      {
        who: brokerOr(partnership.claimedBy),
        what: 'brokering.step.chaseContribution',
        within: t.brokerWithin,
        otherwise: 'again',
      },
    ],
  }),
};

export const contributionClock = defineClock('contribution', plans);
