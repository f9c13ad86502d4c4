import { randomUUID } from 'node:crypto';
import {
  finalExpressionStates,
  finalMatchStates,
  isOver,
  matchMachine,
  type RequestMove,
  requestMachine,
} from '@baraza/domain/brokering';
import { hasMove, system } from '@baraza/domain/kernel';
import { moveExpression } from '../expressions/expression.moves.ts';
import type { ExpressionRow } from '../expressions/expression.row.ts';
import { introduceParties, moveMatch } from '../matches/match.moves.ts';
import { moveRequest } from '../requests/request.moves.ts';
import type { Case } from './case.ts';
import type { MatchFile, PartnershipFile } from './cases.repository.ts';
import { expressionsOf, matchesOf, partnershipsOf } from './hanging.repository.ts';

// What one move brings about elsewhere in its case, by the system's hand and in the same transaction.

const follow = async (c: Case, move: RequestMove): Promise<void> => {
  if (hasMove(requestMachine, c.request.state, move)) await moveRequest(c, move, {}, system);
};

/** A request that is over takes along whatever waits on it. */
export async function afterRequest(c: Case): Promise<void> {
  if (!isOver(c.request)) return;
  for (const row of await expressionsOf(c, finalExpressionStates))
    await moveExpression(c, row, 'endWithRequest', {}, system);
  for (const file of await matchesOf(c, finalMatchStates)) await moveMatch(c, file, 'endWithRequest', {}, system);
}

/** Accepted and confirmed: both are introduced, and the request is being matched. */
export async function afterExpression(c: Case, row: ExpressionRow): Promise<MatchFile | null> {
  if (row.state !== 'confirmed') return null;
  const file = await introduceParties(c, row, randomUUID());
  await follow(c, 'startMatching');
  return file;
}

export async function afterMatch(c: Case, { row }: MatchFile): Promise<void> {
  if (row.state === 'introduced') return follow(c, 'startMatching');
  if (row.state === 'dropped' && (await isQuiet(c))) await follow(c, 'resumeSearch');
}

/** Signed by all: the match has done its work, and the request has its partnership. */
export async function afterPartnership(c: Case, { row }: PartnershipFile): Promise<void> {
  if (row.state === 'agreed') {
    const [file] = await matchesOf(c, finalMatchStates, row.matchId);
    if (file && hasMove(matchMachine, file.row.state, 'agree')) await moveMatch(c, file, 'agree', {}, system);
    await follow(c, 'startPartnering');
  }
  if (row.state === 'cancelled' && (await isQuiet(c))) await follow(c, 'resumeSearch');
}

/** Nobody is introduced and nothing is agreed any more: the request looks for partners again. */
async function isQuiet(c: Case): Promise<boolean> {
  const live = (await matchesOf(c, finalMatchStates)).filter((file) => file.row.state !== 'suggested');
  return live.length === 0 && (await partnershipsOf(c)).length === 0;
}
