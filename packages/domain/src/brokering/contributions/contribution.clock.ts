import { brokerOr, defineClock, organisation, type Plans } from '../clock.ts';
import type { ContributionFacts } from './contribution.facts.ts';
import type { ContributionMove, OpenContributionState } from './contribution.machine.ts';
import { partiesOfContribution } from './contribution.policy.ts';

const plans: Plans<OpenContributionState, ContributionFacts, ContributionMove> = {
  given: (contribution, { terms: { contribution: t } }) => ({
    since: contribution.stateSince,
    rungs: [
      {
        who: organisation(
          partiesOfContribution(contribution).find((id) => id !== contribution.organisationId) ??
            contribution.organisationId,
        ),
        what: 'brokering.step.confirmContribution',
        within: t.confirmWithin,
        remind: t.confirmReminders,
        otherwise: 'escalate',
      },
      {
        who: brokerOr(contribution.partnership.claimedBy),
        what: 'brokering.step.chaseContribution',
        within: t.brokerWithin,
        otherwise: 'again',
      },
    ],
  }),
};

export const contributionClock = defineClock('contribution', plans);
