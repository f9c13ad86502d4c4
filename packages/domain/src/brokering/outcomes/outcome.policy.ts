import { allOf, anyOf, can, type Policy, type Rule } from '../../kernel/index.ts';
import { partiesOfItsPartnership, partnershipPolicy, speaksForAnother } from '../partnerships/index.ts';
import { actsForThe, impartialBroker, impartialOfficer, inState } from '../rules.ts';
import type { OutcomeFacts } from './outcome.facts.ts';
import { type OutcomeMove, signedOutcomeStates } from './outcome.machine.ts';

const claimant = actsForThe<OutcomeFacts>(({ claimantId }) => claimantId);
const otherSide: Rule<OutcomeFacts> = (actor, { partnership, claimantId }) =>
  speaksForAnother(actor, partnership, claimantId);
const broker = impartialBroker<OutcomeFacts>(partiesOfItsPartnership);
const officer = impartialOfficer<OutcomeFacts>(partiesOfItsPartnership);
/** Two sides stand behind it, and the partnership is no secret. */
const open = allOf<OutcomeFacts>(inState(...signedOutcomeStates), (actor, { partnership }) =>
  can(partnershipPolicy, actor, 'view', partnership),
);

export const outcomePolicy: Policy<'view' | OutcomeMove, OutcomeFacts> = {
  view: anyOf((actor, { partnership }) => can(partnershipPolicy, actor, 'readFile', partnership), open),
  report: claimant,
  countersign: otherSide,
  dispute: anyOf(otherSide, officer),
  settle: broker,
  verify: officer,
  withdraw: anyOf(claimant, allOf(broker, inState('claimed', 'disputed'))),
};
