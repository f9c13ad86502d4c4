import { type Actor, actsFor } from '@baraza/domain/kernel';

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** What the policies ask of an actor, for their twins in SQL. */
export interface ReaderFacts {
  readonly id: string | null;
  readonly member: boolean;
  readonly broker: boolean;
  readonly officer: boolean;
  /** Organisations spoken for. */
  readonly acts: readonly string[];
  /** Organisations belonged to in any capacity. */
  readonly belongs: readonly string[];
  readonly clusters: readonly string[];
}

export const readerFacts = (actor: Actor): ReaderFacts => {
  const belongs = unique(actor.affiliations.map((a) => a.organisationId));
  return {
    id: actor.id,
    member: actor.kind === 'member',
    broker: actor.roles.includes('broker') || actor.roles.includes('lead_broker'),
    officer: actor.roles.includes('me_officer'),
    acts: belongs.filter((id) => actsFor(actor, id)),
    belongs,
    clusters: actor.clusterIds,
  };
};

/** Any of the conditions; none at all is never. */
export const either = (conditions: readonly (string | false)[]): string => {
  const given = conditions.filter((condition) => condition !== false);
  return given.length === 0 ? 'false' : `(${given.join(' or ')})`;
};
