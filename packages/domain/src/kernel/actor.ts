/** What a member may do beyond being one; given by an administrator, dated, and recorded. */
export const roles = [
  'member',
  'moderator',
  'broker',
  'lead_broker',
  'organiser',
  'editor',
  'me_officer',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** What a person is to an organisation. A focal point answers for it, a delegate acts for it. */
export const affiliationRoles = ['focal_point', 'delegate', 'staff', 'expert'] as const;
export type AffiliationRole = (typeof affiliationRoles)[number];

/**
 * Who is asking. `visitor` has no account, `system` is a timer or an import.
 * `affiliations` holds the active ones only; `actingFor` is one of them, or null when a person speaks for themself.
 */
export interface Actor {
  readonly kind: 'visitor' | 'member' | 'system';
  readonly id: string | null;
  readonly roles: readonly Role[];
  readonly affiliations: readonly { readonly organisationId: string; readonly role: AffiliationRole }[];
  readonly actingFor: string | null;
  readonly clusterIds: readonly string[];
}

export const visitor: Actor = {
  kind: 'visitor',
  id: null,
  roles: [],
  affiliations: [],
  actingFor: null,
  clusterIds: [],
};
export const system: Actor = { ...visitor, kind: 'system' };

export const isMember = (actor: Actor): boolean => actor.kind === 'member';

/** Belongs to the organisation in any capacity: enough to be partial (invariant I11). */
export const belongsTo = (actor: Actor, organisationId: string | null): boolean =>
  organisationId !== null && actor.affiliations.some((a) => a.organisationId === organisationId);

/** May speak for the organisation: its focal point or a delegate. */
export const actsFor = (actor: Actor, organisationId: string | null): boolean =>
  organisationId !== null &&
  actor.affiliations.some(
    (a) => a.organisationId === organisationId && (a.role === 'focal_point' || a.role === 'delegate'),
  );

/** Answers for the organisation: only a focal point commits a city (invariant I6). */
export const isFocalPointOf = (actor: Actor, organisationId: string | null): boolean =>
  organisationId !== null &&
  actor.affiliations.some((a) => a.organisationId === organisationId && a.role === 'focal_point');
