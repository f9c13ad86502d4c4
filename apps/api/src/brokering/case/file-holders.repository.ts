import { expressionFiles, partnershipFiles, requestFiles } from '@baraza/domain/brokering';
import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { type Db, FileHolders } from '../../files/index.ts';
import { ExpressionRow } from '../expressions/expression.row.ts';
import { partnershipFacts } from '../partnerships/partnership.moves.ts';
import { PartnershipPartyRow, PartnershipRow } from '../partnerships/partnership.row.ts';
import { RequestRow } from '../requests/request.row.ts';

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
      await requestBehind(db, PartnershipRow, id, lock);
      const row = await db.findOneBy(PartnershipRow, { id });
      const parties = await db.find(PartnershipPartyRow, {
        where: { partnershipId: id },
        order: { position: 'ASC' },
      });
      return row && partnershipFiles(actor, partnershipFacts({ row, parties }));
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
