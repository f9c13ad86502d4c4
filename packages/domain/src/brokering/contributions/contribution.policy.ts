import { anyOf, can, type Policy } from '../../kernel/index.ts';
import { partiesOfItsPartnership, partnershipPolicy, speaksForAnother } from '../partnerships/index.ts';
import { actsForThe, impartialBroker } from '../rules.ts';
import type { ContributionFacts } from './contribution.facts.ts';
import type { ContributionMove } from './contribution.machine.ts';

const giver = actsForThe<ContributionFacts>(({ organisationId }) => organisationId);
const broker = impartialBroker<ContributionFacts>(partiesOfItsPartnership);

export const contributionPolicy: Policy<'view' | ContributionMove, ContributionFacts> = {
  view: (actor, { partnership, state }) =>
    can(partnershipPolicy, actor, state === 'confirmed' ? 'view' : 'readFile', partnership),
  confirm: (actor, { partnership, organisationId }) => speaksForAnother(actor, partnership, organisationId),
  withdraw: anyOf(giver, broker),
};
