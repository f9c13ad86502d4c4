import { allOf, anyOf, hasRole, isFocalPointOf, not, type Policy, type Rule, theSystem } from '../kernel/index.ts';
import type { AffiliationMove } from './affiliation.machine.ts';
import type { AffiliationFacts } from './members.facts.ts';

const isMine: Rule<AffiliationFacts> = (actor, affiliation) => actor.id !== null && actor.id === affiliation.memberId;
const isActive: Rule<AffiliationFacts> = (_, affiliation) => affiliation.state === 'active';
const answersForIt: Rule<AffiliationFacts> = (actor, affiliation) => isFocalPointOf(actor, affiliation.organisationId);
const commitsTheCity: Rule<AffiliationFacts> = (_, affiliation) => affiliation.role === 'focal_point';

/** A focal point vouches for colleagues; who commits a city is for an administrator. Nobody confirms themself. */
const mayConfirm = allOf(not(isMine), anyOf(hasRole('admin'), allOf(answersForIt, not(commitsTheCity))));
/** An address shows where somebody works, not that they may commit the city. */
const byItsAddress = allOf(theSystem, not(commitsTheCity));

export const affiliationPolicy: Policy<'view' | AffiliationMove, AffiliationFacts> = {
  view: anyOf(isActive, isMine, answersForIt, hasRole('admin')),
  verify: anyOf(mayConfirm, byItsAddress),
  renew: anyOf(mayConfirm, byItsAddress),
  leave: isMine,
  lapse: theSystem,
  revoke: mayConfirm,
};
