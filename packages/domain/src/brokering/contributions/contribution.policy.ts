import { anyOf, belongsTo, can, type Policy, type Rule } from '../../kernel/index.ts';
import { partiesOfPartnership, partnershipPolicy } from '../partnerships/index.ts';
import { actsForThe, impartialBroker } from '../rules.ts';
import type { ContributionFacts } from './contribution.facts.ts';
import type { ContributionMove } from './contribution.machine.ts';

export const partiesOfContribution = ({ partnership }: ContributionFacts): readonly string[] =>
  partiesOfPartnership(partnership);

/** Speaks for another party, and has no place in the giver's own house (invariant I6). */
const otherSide: Rule<ContributionFacts> = (actor, { partnership, organisationId }) =>
  can(partnershipPolicy, actor, 'work', partnership) && !belongsTo(actor, organisationId);
const giver = actsForThe<ContributionFacts>(({ organisationId }) => organisationId);
const broker = impartialBroker<ContributionFacts>(partiesOfContribution);

export const contributionPolicy: Policy<'view' | ContributionMove, ContributionFacts> = {
  view: (actor, { partnership, state }) =>
    can(partnershipPolicy, actor, state === 'confirmed' ? 'view' : 'readFile', partnership),
  confirm: otherSide,
  withdraw: anyOf(giver, broker),
};
