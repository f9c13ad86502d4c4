import { checkInFiles, expressionFiles, outcomeFiles, partnershipFiles, requestFiles } from '@baraza/domain/brokering';
import { Injectable } from '@nestjs/common';
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
      const request = await requestBehind(db, await db.findOneBy(ExpressionRow, { id }), lock);
      const expression = request && (await db.findOneBy(ExpressionRow, { id }));
      return expression && expressionFiles(actor, Object.assign(expression, { request }));
    });
    holders.offer('partnership', async ({ actor }, id, db, lock) => {
      const partnership = await partnershipOf(db, id, lock);
      return partnership && partnershipFiles(actor, partnershipFacts(partnership));
    });
    holders.offer('outcome', async ({ actor }, id, db, lock) => {
      const partnership = await partnershipBehind(db, await db.findOneBy(OutcomeRow, { id }), lock);
      const row = partnership && (await db.findOneBy(OutcomeRow, { id }));
      return row && outcomeFiles(actor, outcomeFacts({ row, partnership }));
    });
    holders.offer('check_in', async ({ actor }, id, db, lock) => {
      const partnership = await partnershipBehind(db, await db.findOneBy(CheckInRow, { id }), lock);
      const row = partnership && (await db.findOneBy(CheckInRow, { id }));
      return row && checkInFiles(actor, checkInFacts({ row, partnership }));
    });
  }
}

const requestOf = (db: Db, id: string, lock: boolean): Promise<RequestRow | null> =>
  db.findOne(RequestRow, { where: { id }, ...(lock && { lock: { mode: 'pessimistic_write' as const } }) });

/** The request something hangs on, which was read only to know where it hangs: it is read again once the request is locked. */
const requestBehind = async (db: Db, thing: { readonly requestId: string | null } | null, lock: boolean) =>
  thing?.requestId ? requestOf(db, thing.requestId, lock) : null;

async function partnershipOf(db: Db, id: string, lock: boolean): Promise<PartnershipFile | null> {
  await requestBehind(db, await db.findOneBy(PartnershipRow, { id }), lock);
  const row = await db.findOneBy(PartnershipRow, { id });
  const parties = await db.find(PartnershipPartyRow, { where: { partnershipId: id }, order: { position: 'ASC' } });
  return row && { row, parties };
}

const partnershipBehind = async (db: Db, thing: { readonly partnershipId: string } | null, lock: boolean) =>
  thing && partnershipOf(db, thing.partnershipId, lock);
