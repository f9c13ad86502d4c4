import { checkInFiles, expressionFiles, outcomeFiles, partnershipFiles, requestFiles } from '@baraza/domain/brokering';
import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { type Db, FileHolders } from '../../files/index.ts';
import { checkInFacts } from '../check-ins/check-in.moves.ts';
import { CheckInRow } from '../check-ins/check-in.row.ts';
import { ExpressionRow } from '../expressions/expression.row.ts';
import { outcomeFacts } from '../outcomes/outcome.moves.ts';
import { OutcomeRow } from '../outcomes/outcome.row.ts';
import { partnershipFacts } from '../partnerships/partnership.moves.ts';
import { PartnershipPartyRow, PartnershipRow } from '../partnerships/partnership.row.ts';
import { RequestRow } from '../requests/request.row.ts';
import type { PartnershipFile } from './cases.repository.ts';

/** What the things of a case say about their files. As everywhere, the request is locked first and what hangs on it after. */
@Injectable()
export class BrokeringFiles {
  constructor(holders: FileHolders) {
    holders.offer('request', async ({ actor }, id, db, lock) => {
      const request = await requestOf(db, id, lock);
      return request && requestFiles(actor, request);
    });
    holders.offer('expression', async ({ actor }, id, db, lock) => {
      const request = await requestBehind(db, ExpressionRow, id, lock);
      const expression = request && (await db.findOneBy(ExpressionRow, { id }));
      return expression && expressionFiles(actor, Object.assign(expression, { request }));
    });
    holders.offer('partnership', async ({ actor }, id, db, lock) => {
      const partnership = await partnershipOf(db, id, lock);
      return partnership && partnershipFiles(actor, partnershipFacts(partnership));
    });
    holders.offer('outcome', async ({ actor }, id, db, lock) => {
      const partnership = await partnershipBehind(db, OutcomeRow, id, lock);
      const row = partnership && (await db.findOneBy(OutcomeRow, { id }));
      return row && outcomeFiles(actor, outcomeFacts({ row, partnership }));
    });
    holders.offer('check_in', async ({ actor }, id, db, lock) => {
      const partnership = await partnershipBehind(db, CheckInRow, id, lock);
      const row = partnership && (await db.findOneBy(CheckInRow, { id }));
      return row && checkInFiles(actor, checkInFacts({ row, partnership }));
    });
  }
}

const requestOf = (db: Db, id: string, lock: boolean): Promise<RequestRow | null> =>
  db.findOne(RequestRow, { where: { id }, ...(lock && { lock: { mode: 'pessimistic_write' as const } }) });

async function requestBehind<R extends ObjectLiteral & { requestId: string | null }>(
  db: Db,
  type: EntityTarget<R>,
  id: string,
  lock: boolean,
): Promise<RequestRow | null> {
  const thing = await db.findOne(type, { where: { id } as never });
  return thing?.requestId ? requestOf(db, thing.requestId, lock) : null;
}

async function partnershipOf(db: Db, id: string, lock: boolean): Promise<PartnershipFile | null> {
  await requestBehind(db, PartnershipRow, id, lock);
  const row = await db.findOneBy(PartnershipRow, { id });
  const parties = await db.find(PartnershipPartyRow, { where: { partnershipId: id }, order: { position: 'ASC' } });
  return row && { row, parties };
}

async function partnershipBehind<R extends ObjectLiteral & { partnershipId: string }>(
  db: Db,
  type: EntityTarget<R>,
  id: string,
  lock: boolean,
): Promise<PartnershipFile | null> {
  const thing = await db.findOne(type, { where: { id } as never });
  return thing && partnershipOf(db, thing.partnershipId, lock);
}
