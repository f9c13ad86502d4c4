import { randomUUID } from 'node:crypto';
import {
  coverLines,
  finalClarificationStates,
  finalExpressionStates,
  finalMatchStates,
  isAtTheDesk,
  isOver,
  matchMachine,
  nothingRemains,
  partiesOfRequest,
  type RequestMove,
  requestMachine,
  returnToDesk,
  suggest,
} from '@baraza/domain/brokering';
import { hasMove, system } from '@baraza/domain/kernel';
import { moveClarification, oweClarification } from '../clarifications/clarification.moves.ts';
import { moveExpression, oweExpression } from '../expressions/expression.moves.ts';
import { ExpressionRow } from '../expressions/expression.row.ts';
import { beginMatch, introduceParties, moveMatch, oweMatch, stirMatch } from '../matches/match.moves.ts';
import { endMeetings } from '../meetings/meeting.moves.ts';
import { lookedAfter, movePartnership, owePartnership } from '../partnerships/partnership.moves.ts';
import { PartnershipPartyRow, PartnershipRow } from '../partnerships/partnership.row.ts';
import { keepRequest, moveRequest, stir } from '../requests/request.moves.ts';
import { RequestRow } from '../requests/request.row.ts';
import type { Case } from './case.ts';
import type { CheckInFile, MatchFile, PartnershipFile } from './cases.repository.ts';
import { hearSilence, oweFile, settleFile } from './file.ts';
import {
  clarificationsOf,
  everyPartnershipOf,
  expressionsOf,
  goingOn,
  isPartnered,
  matchesOf,
  partnershipsOf,
} from './hanging.repository.ts';
import { heldInVain } from './holders.queries.ts';
import { oneAtATime, standingAmong, touch } from './rows.repository.ts';

// What one move brings about elsewhere in its case, by the system's hand and in the same transaction.

export const follow = async (c: Case, move: RequestMove): Promise<void> => {
  if (hasMove(requestMachine, c.request.state, move)) await moveRequest(c, move, {}, system);
};

/** A request that is over takes along whatever waits on it; one that stands still or goes on winds its clocks anew. */
export async function afterRequest(c: Case, move: RequestMove): Promise<void> {
  if (move === 'publish' || move === 'agree') await askAddressee(c);
  if (move === 'hold' || move === 'resume') await rewind(c);
  if (move === 'resume' || move === 'reactivate') await settle(c);
  if (!isOver(c.request)) return;
  for (const row of await clarificationsOf(c, finalClarificationStates))
    await moveClarification(c, row, 'endWithRequest', {}, system);
  for (const row of await expressionsOf(c, finalExpressionStates))
    await moveExpression(c, row, 'endWithRequest', {}, system);
  for (const file of await matchesOf(c, finalMatchStates)) {
    await moveMatch(c, file, isAtTheDesk(file.row) ? 'endReferral' : 'endWithRequest', {}, system);
    await endWithMatch(c, file);
  }
}

/** An offer that nobody asked for was let through: whom it is made to is asked, as with any suggestion. */
async function askAddressee(c: Case): Promise<void> {
  const { request, work, at, known } = c;
  const { addressedTo, state, suggestions } = request;
  if (addressedTo === null || state !== 'published' || suggestions > 0) return;
  // Whoever offers has said yes by offering.
  await oneAtATime(work.tx, [addressedTo, request.organisationId]);
  const standing = await standingAmong(work.tx, [addressedTo, request.organisationId], [addressedTo]);
  const wanted = { id: randomUUID(), organisationId: addressedTo, origin: 'unsolicited', standing } as const;
  const { requestChange, ...begun } = suggest(request, wanted, system, at, known.context);
  await touch(work.tx, RequestRow, request, requestChange);
  await beginMatch(c, begun);
}

/** Whoever owes what on the things that hang on a request, and by when, goes by its present facts. */
export async function rewind(c: Case): Promise<void> {
  for (const row of await clarificationsOf(c, finalClarificationStates)) await oweClarification(c, row);
  for (const row of await expressionsOf(c, finalExpressionStates)) await oweExpression(c, row);
  for (const file of await matchesOf(c, finalMatchStates)) {
    await oweMatch(c, file);
    await oweFile(c, { match: file });
  }
}

const withParties = async (c: Case, row: PartnershipRow): Promise<PartnershipFile> => {
  const where = { partnershipId: row.id };
  const parties = await c.work.tx.find(PartnershipPartyRow, { where, order: { position: 'ASC' } });
  await c.known.learn(parties.map((party) => party.organisationId));
  return { row, parties };
};

/** Partnerships keep the broker of their case, whoever has it now, or nobody; and go by the facts of the day. */
export async function owePartnerships(c: Case): Promise<void> {
  for (const row of await everyPartnershipOf(c)) {
    const partnership = await withParties(c, row);
    await lookedAfter(c, partnership);
    await owePartnership(c, partnership);
    await oweFile(c, { partnership });
  }
}

/** An introduction that is not pursued takes along its meetings, and the partnership that was being put into words. */
async function endWithMatch(c: Case, file: MatchFile): Promise<void> {
  await endMeetings(c, { match: file });
  for (const row of await partnershipsOf(c))
    if (row.matchId === file.row.id && row.state === 'scoping')
      await movePartnership(c, await withParties(c, row), 'endWithMatch', {}, system);
}

/** The case is nobody's from now on: the desk takes it on. */
export async function giveBack(c: Case): Promise<void> {
  const from = c.request.state;
  const decision = returnToDesk(c.request, c.at, c.known.context);
  await keepRequest(c, system, decision, { move: 'giveBack', from, to: decision.change.state ?? from });
  await owePartnerships(c);
  await rewind(c);
}

/** Whose own organisation has become a party does not hold the case any more (invariant I11). */
export async function afterParties(c: Case): Promise<void> {
  const { id, claimedBy } = c.request;
  if (claimedBy === null) return;
  const held = await heldInVain(c.work.tx, claimedBy, c.at, id);
  if (held.length > 0) await giveBack(c);
}

/** Accepted and confirmed: both are introduced, and the request is being matched. */
export async function afterExpression(c: Case, row: ExpressionRow): Promise<MatchFile | null> {
  if (row.state !== 'confirmed') return null;
  const file = await introduceParties(c, row, randomUUID());
  await follow(c, 'startMatching');
  return file;
}

export async function afterMatch(c: Case, file: MatchFile): Promise<void> {
  const { row } = file;
  if (row.state === 'introduced') return follow(c, 'startMatching');
  if (row.state !== 'dropped') return;
  await endWithMatch(c, file);
  await settle(c);
}

/**
 * Signed by all: the match has done its work, and the request has its partnership. Until then whatever is done about it is
 * a sign of life of those introduced.
 */
export async function afterPartnership(c: Case, partnership: PartnershipFile): Promise<void> {
  const { row, parties } = partnership;
  await settleFile(c, partnership);
  const [file] = await matchesOf(c, finalMatchStates, row.matchId);
  if (file && row.state !== 'agreed') await stirMatch(c, file);
  if (row.state === 'scoping' && c.request.state === 'in_matching') await stir(c);
  if (row.state === 'agreed') {
    if (file && hasMove(matchMachine, file.row.state, 'agree')) await moveMatch(c, file, 'agree', {}, system);
    await cover(c, file?.row.expressionId ?? null);
    await join(c, parties);
    await (nothingRemains(c.request) ? fulfil(c) : startPartnering(c));
  }
  if (row.state === 'cancelled') await searchAgain(c);
}

/** It goes on, though it may have stood still: so does whatever waited with it. */
export async function startPartnering(c: Case): Promise<void> {
  const held = c.request.state === 'on_hold';
  await follow(c, 'startPartnering');
  if (held) await rewind(c);
}

/** What was asked for is found, all of it. */
async function fulfil(c: Case): Promise<void> {
  await follow(c, 'fulfil');
  await afterRequest(c, 'fulfil');
}

/**
 * Whoever joined has signed now, and has a part in the case like those who were introduced. To be named alone gives no part
 * in it, and takes the case from nobody: that is for the other parties to change.
 */
async function join(c: Case, parties: PartnershipFile['parties']): Promise<void> {
  const sides = partiesOfRequest(c.request);
  const joined = parties.map((party) => party.organisationId).filter((id) => !sides.includes(id));
  if (joined.length === 0) return;
  await touch(c.work.tx, RequestRow, c.request, { counterpartIds: [...c.request.counterpartIds, ...joined] });
  await afterParties(c);
}

export const afterCheckIn = (c: Case, file: CheckInFile): Promise<void> => hearSilence(c, file);

/** The lines that the partner offered to answer are answered. */
async function cover(c: Case, expressionId: string | null): Promise<void> {
  const expression = expressionId && (await c.work.tx.findOneBy(ExpressionRow, { id: expressionId }));
  if (!expression) return;
  const decision = coverLines(c.request, expression.covers, c.at, c.known.context);
  const { state } = c.request;
  if (decision) await keepRequest(c, system, decision, { move: 'coverLines', from: state, to: state });
}

/** A partnership, or what might have become one, is no more. */
export async function searchAgain(c: Case): Promise<void> {
  if (c.request.partnered && !(await isPartnered(c)))
    await touch(c.work.tx, RequestRow, c.request, { partnered: false });
  await settle(c);
}

/**
 * Where it stands goes by what is left of it: those introduced, a partnership, or nobody, and then it looks for partners
 * again. What stands still is looked at when it goes on.
 */
async function settle(c: Case): Promise<void> {
  const { state } = c.request;
  if (state === 'on_hold') return;
  const { introduced, partnership, agreed } = await goingOn(c);
  if (!introduced && !partnership) return follow(c, 'resumeSearch');
  if (introduced && (!agreed || state === 'published')) return follow(c, 'startMatching');
  if (agreed && !introduced) await follow(c, 'startPartnering');
}
