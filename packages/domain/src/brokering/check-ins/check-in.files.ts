import type { FileRules } from '../../files/index.ts';
import { type Actor, actsFor, can } from '../../kernel/index.ts';
import { partyOf } from '../matches/index.ts';
import type { CheckInFacts } from './check-in.facts.ts';
import { checkInPolicy } from './check-in.policy.ts';

/** What a party lays beside its own answer: for those who read the answers, and never shown further. */
export function checkInFiles(actor: Actor, checkIn: CheckInFacts): FileRules {
  const { state, sides, partnershipId } = checkIn;
  const visible = can(checkInPolicy, actor, 'view', checkIn);
  const lasts = state === 'open' || state === 'answered';
  const answered = sides.filter((side) => side.answer !== null);
  return {
    stream: `partnership:${partnershipId}`,
    visible,
    attachFor: (lasts && partyOf(actor, answered)?.organisationId) || null,
    mayRead: () => visible,
    mayChange: () => false,
    mayRemove: ({ organisationId }) => lasts && actsFor(actor, organisationId),
    closed: true,
  };
}
