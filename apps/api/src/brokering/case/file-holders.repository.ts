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

/**
 * What the things of a case say about their files. As everywhere, the request is locked first and what hangs on it after:
 * what was read only to know where it hangs is read again.
 */
@Injectable()
export class BrokeringFiles {
  constructor(holders: FileHolders) {
    holders.offer('request', async ({ actor }, id, db, lock) => {
      const request = await requestOf(db, id, lock);
      return request && requestFiles(actor, request);
    });
    holders.offer('expression', async ({ actor }, id, db, lock) => {
      const found = await db.findOneBy(ExpressionRow, { id });
      const request = found && (await requestOf(db, found.requestId, lock));
      const expression = request && (lock ? await db.findOneBy(ExpressionRow, { id }) : found);
      return expression && expressionFiles(actor, Object.assign(expression, { request }));
    });
    holders.offer('partnership', async ({ actor }, id, db, lock) => {
      if (lock) await lockBehind(db, id);
      const partnership = await partnershipOf(db, id);
      return partnership && partnershipFiles(actor, partnershipFacts(partnership));
    });
    holders.offer('outcome', async ({ actor }, id, db, lock) => {
      if (lock) await lockBehind(db, (await db.findOneBy(OutcomeRow, { id }))?.partnershipId);
      const row = await db.findOneBy(OutcomeRow, { id });
      const partnership = row && (await partnershipOf(db, row.partnershipId));
      return partnership && outcomeFiles(actor, outcomeFacts({ row, partnership }));
    });
    holders.offer('check_in', async ({ actor }, id, db, lock) => {
      if (lock) await lockBehind(db, (await db.findOneBy(CheckInRow, { id }))?.partnershipId);
      const row = await db.findOneBy(CheckInRow, { id });
      const partnership = row && (await partnershipOf(db, row.partnershipId));
      return partnership && checkInFiles(actor, checkInFacts({ row, partnership }));
    });
  }
}

const requestOf = (db: Db, id: string, lock: boolean): Promise<RequestRow | null> =>
  db.findOne(RequestRow, { where: { id }, ...(lock && { lock: { mode: 'pessimistic_write' as const } }) });

async function partnershipOf(db: Db, id: string): Promise<PartnershipFile | null> {
  const row = await db.findOneBy(PartnershipRow, { id });
  const parties = await db.find(PartnershipPartyRow, { where: { partnershipId: id }, order: { position: 'ASC' } });
  return row && { row, parties };
}

/** Locks the request that a partnership hangs on. */
async function lockBehind(db: Db, partnershipId: string | undefined): Promise<void> {
  const found = partnershipId && (await db.findOneBy(PartnershipRow, { id: partnershipId }));
  if (found) await requestOf(db, found.requestId, true);
}
