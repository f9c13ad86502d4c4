import type { FileRules } from '../../files/index.ts';
import { type Actor, actsFor, can } from '../../kernel/index.ts';
import { partyOf } from '../matches/index.ts';
import { impartialBroker, isPartial } from '../rules.ts';
import { type PartnershipFacts, partiesOfPartnership } from './partnership.facts.ts';
import { isPublicPartnership, partnershipPolicy } from './partnership.policy.ts';

const desk = impartialBroker<PartnershipFacts>(partiesOfPartnership);

/**
 * What was signed is the parties' and the desk's; everybody reads it only where the parties say so and nothing is
 * confidential. Once all have signed it stays as it is; a newer one is laid beside it.
 */
export function partnershipFiles(actor: Actor, partnership: PartnershipFacts): FileRules {
  const works = can(partnershipPolicy, actor, 'work', partnership);
  const inside = isPartial(actor, partiesOfPartnership(partnership)) || desk(actor, partnership);
  const signed = partnership.agreedAt !== null;
  const party = partnership.endedAt === null && works ? partyOf(actor, partnership.parties) : undefined;
  return {
    stream: `partnership:${partnership.id}`,
    visible: can(partnershipPolicy, actor, 'view', partnership),
    attachFor: party?.organisationId ?? null,
    mayRead: ({ open }) => inside || (open && isPublicPartnership(actor, partnership)),
    mayChange: () => works && !partnership.confidential,
    mayRemove: ({ organisationId }) => works && !signed && actsFor(actor, organisationId),
    signed,
    closed: partnership.confidential,
  };
}
