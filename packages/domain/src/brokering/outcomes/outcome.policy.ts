import { allOf, anyOf, belongsTo, can, type Policy, type Rule } from '../../kernel/index.ts';
import { partyOf } from '../matches/index.ts';
import { partiesOfPartnership, partnershipPolicy } from '../partnerships/index.ts';
import { actsForThe, impartialBroker, impartialOfficer, inState } from '../rules.ts';
import type { OutcomeFacts } from './outcome.facts.ts';
import { type OutcomeMove, signedOutcomeStates } from './outcome.machine.ts';

export const partiesOfOutcome = ({ partnership }: OutcomeFacts): readonly string[] => partiesOfPartnership(partnership);

const claimant = actsForThe<OutcomeFacts>(({ claimantId }) => claimantId);
/** Speaks for another party, and has no place in the claimant's own house (invariant I10). */
const otherSide: Rule<OutcomeFacts> = (actor, { partnership, claimantId }) =>
  partyOf(actor, partnership.parties) !== undefined && !belongsTo(actor, claimantId);
const broker = impartialBroker<OutcomeFacts>(partiesOfOutcome);
const officer = impartialOfficer<OutcomeFacts>(partiesOfOutcome);
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
