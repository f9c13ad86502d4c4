import { actsFor, anyOf, anyone, hasRole, type Policy, type Rule, theSystem } from '../kernel/index.ts';
import type { OrganisationFacts } from './organisation.facts.ts';

const speaksForIt: Rule<OrganisationFacts> = (actor, organisation) => actsFor(actor, organisation.id);

/** The directory is public. What a city says of itself is its own; what commits its name is the administrators'. */
export const organisationPolicy: Policy<'view' | 'edit' | 'rename' | 'settle', OrganisationFacts> = {
  view: anyone,
  edit: anyOf(speaksForIt, hasRole('admin', 'editor')),
  rename: hasRole('admin'),
  settle: anyOf(hasRole('admin'), theSystem),
};

/** Brokers and administrators add to the directory; a member who misses their city asks one of them. */
export const mayAddOrganisation: Rule<unknown> = anyOf(hasRole('admin', 'broker', 'lead_broker'), theSystem);
