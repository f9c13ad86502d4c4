import { allOf, anyOf, hasRole, members, not, type Policy, type Rule } from '../kernel/index.ts';
import type { AccountMove } from './account.machine.ts';
import type { AccountFacts } from './members.facts.ts';

const isMine: Rule<AccountFacts> = (actor, account) => actor.id !== null && actor.id === account.id;
const isOpen: Rule<AccountFacts> = (_, account) => account.state !== 'closed';
const isActive: Rule<AccountFacts> = (_, account) => account.state === 'active';
const runsTheHouse = hasRole('admin');

export const accountPolicy: Policy<'view' | 'rename' | 'seeContact' | AccountMove, AccountFacts> = {
  view: anyOf(isMine, runsTheHouse, allOf(members, isOpen)),
  rename: allOf(isMine, isActive),
  seeContact: anyOf(isMine, runsTheHouse),
  suspend: allOf(runsTheHouse, not(isMine)),
  restore: allOf(runsTheHouse, not(isMine)),
  close: anyOf(isMine, runsTheHouse),
};
