import type { FileRules } from '../../files/index.ts';
import { type Actor, actsFor, can } from '../../kernel/index.ts';
import { partnershipPolicy } from '../partnerships/index.ts';
import type { OutcomeFacts } from './outcome.facts.ts';
import { outcomePolicy } from './outcome.policy.ts';

/**
 * A figure is proven by whoever claims it. The parties, the desk and whoever verifies look first; everybody once another
 * party has signed, where the claimant shows it and nothing is confidential. What lay there at a signature stays there.
 */
export function outcomeFiles(actor: Actor, outcome: OutcomeFacts): FileRules {
  const { state, claimantId, sealedAt, partnership } = outcome;
  const visible = can(outcomePolicy, actor, 'view', outcome);
  const inside = can(partnershipPolicy, actor, 'readFile', partnership);
  const claims = actsFor(actor, claimantId);
  return {
    stream: `partnership:${partnership.id}`,
    visible,
    attachFor: claims && (state === 'claimed' || state === 'disputed') ? claimantId : null,
    mayRead: ({ open }) => inside || (open && visible),
    mayChange: () => claims && !partnership.confidential,
    // What a dispute is about stays until it is settled.
    mayRemove: ({ addedAt }) => claims && state === 'claimed' && (sealedAt === null || addedAt > sealedAt),
    closed: partnership.confidential,
  };
}
