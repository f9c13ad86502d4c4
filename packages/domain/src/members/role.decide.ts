import { type Actor, type Deadline, type Decision, demand, Refusal, type Role } from '../kernel/index.ts';
import type { RoleGiven, RoleTaken } from './members.events.ts';
import type { AccountFacts } from './members.facts.ts';

/** Who gives, and takes back, which role. `member` comes with the account and is nobody's to give. */
const givers: Readonly<Record<Role, readonly Role[]>> = {
  member: [],
  moderator: ['admin'],
  broker: ['admin', 'lead_broker'],
  lead_broker: ['admin'],
  organiser: ['admin'],
  editor: ['admin'],
  me_officer: ['admin'],
  admin: ['admin'],
};

/** The system gives any role: an installation's first administrator comes from its operator. */
export const mayGive = (actor: Actor, role: Role): boolean =>
  role !== 'member' && (actor.kind === 'system' || givers[role].some((giver) => actor.roles.includes(giver)));

const demandGiver = (actor: Actor, role: Role): void => {
  if (!mayGive(actor, role)) throw new Refusal('not-permitted', 'members.refuse.roleNotYours');
};

export function giveRole(
  account: AccountFacts,
  role: Role,
  actor: Actor,
): Decision<Pick<AccountFacts, 'roles'>, RoleGiven> {
  demandGiver(actor, role);
  demand(account.id !== actor.id, 'members.refuse.roleToSelf');
  demand(account.state === 'active', 'members.refuse.accountNotActive');
  if (account.roles.includes(role)) throw new Refusal('already-done', 'members.refuse.roleHeld');
  return {
    change: { roles: [...account.roles, role] },
    happening: { name: 'members.role.given', stream: `member:${account.id}`, data: { memberId: account.id, role } },
  };
}

export const roleLapses = 'members.role.lapse';
export const subjectOfRole = (memberId: string, role: Role): string => `role:${memberId}:${role}`;
/** A role given until a day ends on it, and what was in its holder's hands goes into others'. */
export const roleDeadline = (memberId: string, role: Role, until: Date): Deadline => ({
  subject: subjectOfRole(memberId, role),
  kind: roleLapses,
  dueAt: until,
  responsible: { kind: 'member', id: memberId },
});

/** Its day has come. */
export const lapseRole = (memberId: string, role: Role): RoleTaken => ({
  name: 'members.role.taken',
  stream: `member:${memberId}`,
  data: { memberId, role },
});

/** `admins`: how many active administrators there are. One may lay down one's own role, but not the last of its kind. */
export function takeRole(
  account: AccountFacts,
  role: Role,
  actor: Actor,
  { admins }: { admins: number },
): Decision<Pick<AccountFacts, 'roles'>, RoleTaken> {
  if (actor.id !== account.id) demandGiver(actor, role);
  if (!account.roles.includes(role)) throw new Refusal('already-done', 'members.refuse.roleNotHeld');
  demand(role !== 'admin' || account.state !== 'active' || admins > 1, 'members.refuse.lastAdmin');
  return {
    change: { roles: account.roles.filter((held) => held !== role) },
    happening: { name: 'members.role.taken', stream: `member:${account.id}`, data: { memberId: account.id, role } },
  };
}
