import {
  type Actor,
  type AffiliationRole,
  addDays,
  addWorkingDays,
  calendarOf,
  type Deadline,
  demandMove,
  hasRole,
  type Law,
  lawfulMoves,
  Refusal,
  type TimedDecision,
} from '../kernel/index.ts';
import { type AffiliationMove, type AffiliationState, affiliationMachine } from './affiliation.machine.ts';
import { affiliationPolicy } from './affiliation.policy.ts';
import type { AffiliationMoved, AffiliationRequested } from './members.events.ts';
import type { AffiliationFacts, Verification } from './members.facts.ts';
import { type MemberTerms, memberTerms } from './members.terms.ts';

const law: Law<AffiliationState, AffiliationMove, AffiliationFacts> = {
  machine: affiliationMachine,
  policy: affiliationPolicy,
  notFound: 'members.refuse.affiliationNotFound',
  notPermitted: 'members.refuse.affiliationNotYours',
  noSuchMove: 'members.refuse.affiliationMoved',
};

export const affiliationMovesFor = (actor: Actor, affiliation: AffiliationFacts): AffiliationMove[] =>
  lawfulMoves(law, affiliation.state, actor, affiliation);

/** What fires when nobody has answered in time, and when a verified affiliation runs out. */
export const affiliationTimers = { verify: 'members.affiliation.verify', lapse: 'members.affiliation.lapse' } as const;

/** Administrators serve every time zone; their days are counted by UTC, Monday to Friday. */
const adminDesk = calendarOf(null, 'UTC');

/** The one thing owed next on an open affiliation. */
export function affiliationDeadline(
  affiliation: Pick<AffiliationFacts, 'id' | 'memberId' | 'state' | 'validUntil'>,
  since: Date,
  terms: MemberTerms = memberTerms,
): Deadline | null {
  const subject = `affiliation:${affiliation.id}`;
  if (affiliation.state === 'pending') {
    const responsible = { kind: 'role', id: 'admin' } as const;
    const dueAt = addWorkingDays(since, terms.verifyDays, adminDesk);
    return { subject, kind: affiliationTimers.verify, dueAt, responsible };
  }
  if (affiliation.state !== 'active' || !affiliation.validUntil) return null;
  const responsible = { kind: 'member', id: affiliation.memberId } as const;
  return { subject, kind: affiliationTimers.lapse, dueAt: affiliation.validUntil, responsible };
}

export interface AffiliationWish {
  readonly id: string;
  readonly organisationId: string;
  readonly role: AffiliationRole;
}
type NewAffiliation = Omit<AffiliationFacts, 'version'>;

/** A member says where they work. One live affiliation per member and organisation. */
export function requestAffiliation(
  wish: AffiliationWish,
  existing: readonly AffiliationFacts[],
  actor: Actor,
  now: Date,
  terms: MemberTerms = memberTerms,
): TimedDecision<NewAffiliation, AffiliationRequested> {
  if (actor.id === null) throw new Refusal('not-permitted', 'members.refuse.signInFirst');
  const memberId = actor.id;
  const { id, organisationId, role } = wish;
  const live = existing.some(
    (a) =>
      a.memberId === memberId && a.organisationId === organisationId && (a.state === 'pending' || a.state === 'active'),
  );
  if (live) throw new Refusal('already-done', 'members.refuse.affiliationExists');
  const change: NewAffiliation = {
    id,
    memberId,
    organisationId,
    role,
    state: affiliationMachine.initial,
    verifiedBy: null,
    validFrom: null,
    validUntil: null,
  };
  return {
    change,
    happening: {
      name: 'members.affiliation.requested',
      stream: `affiliation:${id}`,
      data: { affiliationId: id, memberId, organisationId, role },
    },
    deadline: affiliationDeadline(change, now, terms),
  };
}

/** How this actor's word counts: the platform's is the address, an administrator's their own, a focal point's a colleague's. */
const verificationBy = (actor: Actor, letter: boolean): Verification => {
  if (actor.kind === 'system') return 'email_domain';
  if (!hasRole('admin')(actor, null)) return 'vouch';
  return letter ? 'letter' : 'admin';
};

const earlier = (end: Date | null, now: Date): Date => (end && end < now ? end : now);

export type AffiliationChange = Pick<AffiliationFacts, 'state' | 'verifiedBy' | 'validFrom' | 'validUntil'>;

/** `letter`: an administrator has seen a letter of the organisation. */
export function makeAffiliationMove(
  affiliation: AffiliationFacts,
  move: AffiliationMove,
  actor: Actor,
  now: Date,
  { letter = false, terms = memberTerms }: { letter?: boolean; terms?: MemberTerms } = {},
): TimedDecision<AffiliationChange, AffiliationMoved> {
  const to = demandMove(law, affiliation.state, move, actor, affiliation);
  const { id, memberId, organisationId, role, state: from } = affiliation;
  const change: AffiliationChange =
    to === 'active'
      ? {
          state: to,
          verifiedBy: verificationBy(actor, letter),
          validFrom: affiliation.validFrom ?? now,
          validUntil: addDays(now, terms.affiliationDays),
        }
      : {
          state: to,
          verifiedBy: affiliation.verifiedBy,
          validFrom: affiliation.validFrom,
          validUntil: from === 'active' ? earlier(affiliation.validUntil, now) : null,
        };
  return {
    change,
    happening: {
      name: 'members.affiliation.moved',
      stream: `affiliation:${id}`,
      data: { affiliationId: id, memberId, organisationId, role, move, from, to, verifiedBy: change.verifiedBy },
    },
    deadline: affiliationDeadline({ id, memberId, ...change }, now, terms),
  };
}
