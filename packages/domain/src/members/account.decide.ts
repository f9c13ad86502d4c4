import { type Actor, can, type Decision, demand, demandMove, type Law, lawfulMoves, Refusal } from '../kernel/index.ts';
import { type AccountMove, type AccountState, accountMachine } from './account.machine.ts';
import { accountPolicy } from './account.policy.ts';
import { displayName } from './display-name.ts';
import type { AccountMoved, AccountRenamed } from './members.events.ts';
import type { AccountFacts } from './members.facts.ts';

const law: Law<AccountState, AccountMove, AccountFacts> = {
  machine: accountMachine,
  policy: accountPolicy,
  notFound: 'members.refuse.accountNotFound',
  notPermitted: 'members.refuse.accountNotYours',
  noSuchMove: 'members.refuse.accountMoved',
};

export const accountMovesFor = (actor: Actor, account: AccountFacts): AccountMove[] =>
  lawfulMoves(law, account.state, actor, account);

/** `admins`: how many active administrators there are; the last one cannot lock the house behind them. */
export function makeAccountMove(
  account: AccountFacts,
  move: AccountMove,
  actor: Actor,
  { admins }: { admins: number },
): Decision<Pick<AccountFacts, 'state'>, AccountMoved> {
  const to = demandMove(law, account.state, move, actor, account);
  const isLast = account.state === 'active' && account.roles.includes('admin') && admins <= 1;
  demand(to === 'active' || !isLast, 'members.refuse.lastAdmin');
  const { id: memberId, state: from } = account;
  return {
    change: { state: to },
    happening: { name: 'members.account.moved', stream: `member:${memberId}`, data: { memberId, move, from, to } },
  };
}

export function renameAccount(
  account: AccountFacts,
  raw: string,
  actor: Actor,
): Decision<Pick<AccountFacts, 'displayName'>, AccountRenamed> {
  if (!can(accountPolicy, actor, 'rename', account)) throw new Refusal('not-permitted', law.notPermitted);
  const name = displayName(raw);
  const { id: memberId } = account;
  return {
    change: { displayName: name },
    happening: { name: 'members.account.renamed', stream: `member:${memberId}`, data: { memberId, name } },
  };
}
