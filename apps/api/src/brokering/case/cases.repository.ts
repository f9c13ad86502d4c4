import type { AnsweredRequest } from '@baraza/domain/brokering';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Asker } from '../../platform/asker.ts';
import type { Work } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { CheckInRow } from '../check-ins/check-in.row.ts';
import { ClarificationRow } from '../clarifications/clarification.row.ts';
import { ExpressionRow } from '../expressions/expression.row.ts';
import { MatchPartyRow, MatchRow } from '../matches/match.row.ts';
import { MeetingRow } from '../meetings/meeting.row.ts';
import { OutcomeRow } from '../outcomes/outcome.row.ts';
import { PartnershipPartyRow, PartnershipRow } from '../partnerships/partnership.row.ts';
import { ContributionRow, MilestoneRow } from '../partnerships/records.row.ts';
import { RequestRow } from '../requests/request.row.ts';
import type { Case } from './case.ts';
import { Organisations } from './organisations.queries.ts';

type Key = { readonly ref: string } | { readonly id: string };
const whereToFind = { id: true, requestId: true } as const;
const whatItHangsOn = { id: true, partnershipId: true } as const;

/**
 * Opens a case: locks its request first and only then what hangs on it, whatever the wish is about, so that two wishes
 * on one case wait for each other and never for each other's halves.
 */
@Injectable()
export class Cases {
  private readonly organisations: Organisations;
  constructor(organisations: Organisations) {
    this.organisations = organisations;
  }

  async open(work: Work, { actor, at }: Asker, key: Key): Promise<Case> {
    const request = found(await work.tx.findOne(RequestRow, { where: key, lock: { mode: 'pessimistic_write' } }));
    const known = await this.organisations.know([request.organisationId, ...request.counterpartIds], work.tx);
    return { work, actor, at, request, known };
  }

  /**
   * The cases of several requests, as only those who put a ring to them need it. They are locked in one order, so that two
   * who want some of the same never wait for each other.
   */
  async openAll(work: Work, asker: Asker, ids: readonly string[]): Promise<Case[]> {
    const opened = new Map<string, Case>();
    for (const id of ids.toSorted()) opened.set(id, await this.open(work, asker, { id }));
    return ids.flatMap((id) => opened.get(id) ?? []);
  }

  async openExpression(work: Work, asker: Asker, id: string): Promise<{ c: Case; expression: ExpressionRow }> {
    const { requestId } = found(await work.tx.findOne(ExpressionRow, { where: { id }, select: whereToFind }));
    const c = await this.open(work, asker, { id: requestId });
    const expression = await work.tx.findOneByOrFail(ExpressionRow, { id });
    await c.known.learn([expression.organisationId]);
    return { c, expression };
  }

  async openClarification(work: Work, asker: Asker, id: string) {
    const { requestId } = found(await work.tx.findOne(ClarificationRow, { where: { id }, select: whereToFind }));
    const c = await this.open(work, asker, { id: requestId });
    const clarification = await work.tx.findOneByOrFail(ClarificationRow, { id });
    await c.known.learn([clarification.organisationId]);
    return { c, clarification };
  }

  async openMatch(work: Work, asker: Asker, id: string): Promise<{ c: Case; match: MatchFile }> {
    const { requestId } = found(await work.tx.findOne(MatchRow, { where: { id }, select: whereToFind }));
    const c = await this.open(work, asker, { id: requestId });
    const match = await matchFile(work.tx, await work.tx.findOneByOrFail(MatchRow, { id }));
    await c.known.learn(match.parties.map((party) => party.organisationId));
    return { c, match };
  }

  async openPartnership(work: Work, asker: Asker, key: Key): Promise<{ c: Case; partnership: PartnershipFile }> {
    const { id, requestId } = found(await work.tx.findOne(PartnershipRow, { where: key, select: whereToFind }));
    const c = await this.open(work, asker, { id: requestId });
    const row = await work.tx.findOneByOrFail(PartnershipRow, { id });
    const parties = await work.tx.find(PartnershipPartyRow, {
      where: { partnershipId: row.id },
      order: { position: 'ASC' },
    });
    await c.known.learn(parties.map((party) => party.organisationId));
    return { c, partnership: { row, parties } };
  }

  async openCheckIn(work: Work, asker: Asker, id: string): Promise<{ c: Case; checkIn: CheckInFile }> {
    const { partnershipId } = found(await work.tx.findOne(CheckInRow, { where: { id }, select: whatItHangsOn }));
    const { c, partnership } = await this.openPartnership(work, asker, { id: partnershipId });
    return { c, checkIn: { row: await work.tx.findOneByOrFail(CheckInRow, { id }), partnership } };
  }

  async openOutcome(work: Work, asker: Asker, id: string): Promise<{ c: Case; outcome: OutcomeFile }> {
    const { partnershipId } = found(await work.tx.findOne(OutcomeRow, { where: { id }, select: whatItHangsOn }));
    const { c, partnership } = await this.openPartnership(work, asker, { id: partnershipId });
    return { c, outcome: { row: await work.tx.findOneByOrFail(OutcomeRow, { id }), partnership } };
  }

  async openMilestone(work: Work, asker: Asker, id: string): Promise<{ c: Case; milestone: MilestoneFile }> {
    const { partnershipId } = found(await work.tx.findOne(MilestoneRow, { where: { id }, select: whatItHangsOn }));
    const { c, partnership } = await this.openPartnership(work, asker, { id: partnershipId });
    return { c, milestone: { row: await work.tx.findOneByOrFail(MilestoneRow, { id }), partnership } };
  }

  async openContribution(work: Work, asker: Asker, id: string): Promise<{ c: Case; contribution: ContributionFile }> {
    const { partnershipId } = found(await work.tx.findOne(ContributionRow, { where: { id }, select: whatItHangsOn }));
    const { c, partnership } = await this.openPartnership(work, asker, { id: partnershipId });
    return { c, contribution: { row: await work.tx.findOneByOrFail(ContributionRow, { id }), partnership } };
  }

  async openMeeting(work: Work, asker: Asker, id: string): Promise<{ c: Case; meeting: MeetingFile }> {
    const place = { id: true, matchId: true, partnershipId: true } as const;
    const { matchId, partnershipId } = found(await work.tx.findOne(MeetingRow, { where: { id }, select: place }));
    const { c, ...on } = matchId
      ? await this.openMatch(work, asker, matchId)
      : await this.openPartnership(work, asker, { id: partnershipId ?? '' });
    return { c, meeting: { row: await work.tx.findOneByOrFail(MeetingRow, { id }), ...on } };
  }
}

export interface MatchFile {
  readonly row: MatchRow;
  parties: MatchPartyRow[];
  /** What else a ring answers, as it is committed: other cases, which are not locked with this one. */
  readonly alsoAnswers: readonly AnsweredRequest[];
  inWords: boolean;
}
export interface PartnershipFile {
  readonly row: PartnershipRow;
  parties: PartnershipPartyRow[];
}

export interface CheckInFile {
  readonly row: CheckInRow;
  readonly partnership: PartnershipFile;
}
export interface OutcomeFile {
  readonly row: OutcomeRow;
  readonly partnership: PartnershipFile;
}
export interface MilestoneFile {
  readonly row: MilestoneRow;
  readonly partnership: PartnershipFile;
}
export interface ContributionFile {
  readonly row: ContributionRow;
  readonly partnership: PartnershipFile;
}
export type MeetingFile = { readonly row: MeetingRow } & Occasion;
export type Occasion = { readonly match: MatchFile } | { readonly partnership: PartnershipFile };

export const matchFile = async (tx: EntityManager, row: MatchRow): Promise<MatchFile> => ({
  row,
  parties: await tx.find(MatchPartyRow, { where: { matchId: row.id }, order: { position: 'ASC' } }),
  alsoAnswers: (await alsoAnsweredBy(tx, [row.id])).get(row.id) ?? [],
  inWords: (await inWordsOf(tx, [row.id])).has(row.id),
});

/** Those of these matches of which a partnership waits for signatures. */
export async function inWordsOf(tx: EntityManager, matchIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await tx.query(
    `select match_id as id from partnership where match_id = any($1::uuid[]) and state = 'scoping'`,
    [matchIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What else these matches answer, in the order of each ring. */
export async function alsoAnsweredBy(
  tx: EntityManager,
  matchIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AnsweredRequest[]>> {
  const rows: (AnsweredRequest & { matchId: string })[] = await tx.query(
    `select x.match_id as "matchId", r.id, r.organisation_id as "organisationId", r.counterpart_ids as "counterpartIds",
       r.state, r.safeguard, r.contact_policy as "contactPolicy", r.holds from ring_request x join request r on r.id = x.request_id
     where x.match_id = any($1::uuid[]) order by x.match_id, x.position`,
    [matchIds],
  );
  const found = new Map<string, AnsweredRequest[]>();
  for (const { matchId, ...request } of rows) found.set(matchId, [...(found.get(matchId) ?? []), request]);
  return found;
}

function found<T>(row: T | null): T {
  if (!row) throw notFound();
  return row;
}
