import { type Actor, actsFor, belongsTo, hasRole, isFocalPointOf, Refusal, type Rule } from '../kernel/index.ts';

type Of<Facts, Value> = (facts: Facts) => Value;

/** Focal point or delegate of the organisation. */
export const actsForThe =
  <F>(organisationOf: Of<F, string>): Rule<F> =>
  (actor, facts) =>
    actsFor(actor, organisationOf(facts));

export const focalPointOfThe =
  <F>(organisationOf: Of<F, string>): Rule<F> =>
  (actor, facts) =>
    isFocalPointOf(actor, organisationOf(facts));

/** Wrote it and is still of the organisation it was written for: whoever has left leaves their words behind. */
export const isAuthor: Rule<{ readonly authorId: string; readonly organisationId: string }> = (
  actor,
  { authorId, organisationId },
) => actor.id === authorId && belongsTo(actor, organisationId);

export const brokers = hasRole('broker', 'lead_broker');

export const isPartial = (actor: Actor, parties: readonly string[]): boolean =>
  parties.some((organisationId) => belongsTo(actor, organisationId));

/** A broker who may not because of a stake of their own is told so. */
export const notPermitted = (actor: Actor, parties: readonly string[]): Refusal =>
  new Refusal(
    'not-permitted',
    brokers(actor, parties) && isPartial(actor, parties)
      ? 'brokering.refuse.ownOrganisation'
      : 'brokering.refuse.notPermitted',
  );

/** A broker none of whose own organisations is a party (invariant I11). */
export const impartialBroker =
  <F>(partiesOf: Of<F, readonly string[]>): Rule<F> =>
  (actor, facts) =>
    brokers(actor, facts) && !isPartial(actor, partiesOf(facts));

/** A monitoring and evaluation officer none of whose own organisations is a party (invariant I11). */
export const impartialOfficer =
  <F>(partiesOf: Of<F, readonly string[]>): Rule<F> =>
  (actor, facts) =>
    actor.roles.includes('me_officer') && !isPartial(actor, partiesOf(facts));

export const inState =
  <F extends { readonly state: string }>(...states: readonly F['state'][]): Rule<F> =>
  (_, { state }) =>
    states.includes(state);

/** A move that only completes another: nobody asks for it. */
export const nobody: Rule<unknown> = () => false;
