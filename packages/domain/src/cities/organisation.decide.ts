import { type Actor, can, type Decision, Refusal } from '../kernel/index.ts';
import type { OrganisationAdded, OrganisationEdited, OrganisationSettled } from './cities.events.ts';
import type { OrganisationFacts } from './organisation.facts.ts';
import { mayAddOrganisation, organisationPolicy } from './organisation.policy.ts';

type NewOrganisation = Omit<OrganisationFacts, 'version' | 'placeholder'>;

/** Everything enters the directory as a placeholder: somebody who speaks for it makes it real. */
export function addOrganisation(
  organisation: NewOrganisation,
  actor: Actor,
): Decision<NewOrganisation & { placeholder: true }, OrganisationAdded> {
  if (!mayAddOrganisation(actor, null)) throw new Refusal('not-permitted', 'cities.refuse.addNotYours');
  const { id, kind, country } = organisation;
  return {
    change: { ...organisation, placeholder: true },
    happening: {
      name: 'cities.organisation.added',
      stream: `organisation:${id}`,
      data: { organisationId: id, kind, country },
    },
  };
}

/** What its own people and the editors may say of it. Name, country and kind are changed under `rename`. */
export function editOrganisation<Fields extends object>(
  organisation: OrganisationFacts,
  fields: Fields,
  actor: Actor,
): Decision<Fields, OrganisationEdited> {
  const named = ['name', 'country', 'kind', 'type'].some((field) => field in fields);
  if (!can(organisationPolicy, actor, 'edit', organisation))
    throw new Refusal('not-permitted', 'cities.refuse.organisationNotYours');
  if (named && !can(organisationPolicy, actor, 'rename', organisation))
    throw new Refusal('not-permitted', 'cities.refuse.nameNotYours');
  const { id } = organisation;
  return {
    change: fields,
    happening: {
      name: 'cities.organisation.edited',
      stream: `organisation:${id}`,
      data: { organisationId: id, fields: Object.keys(fields).sort() },
    },
  };
}

/** Its first verified focal point or delegate has arrived: the placeholder becomes the organisation itself. */
export function settleOrganisation(
  organisation: OrganisationFacts,
  actor: Actor,
): Decision<Pick<OrganisationFacts, 'placeholder'>, OrganisationSettled> {
  if (!can(organisationPolicy, actor, 'settle', organisation))
    throw new Refusal('not-permitted', 'cities.refuse.organisationNotYours');
  if (!organisation.placeholder) throw new Refusal('already-done', 'cities.refuse.settledAlready');
  const { id } = organisation;
  return {
    change: { placeholder: false },
    happening: { name: 'cities.organisation.settled', stream: `organisation:${id}`, data: { organisationId: id } },
  };
}
