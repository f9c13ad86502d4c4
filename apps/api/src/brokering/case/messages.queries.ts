import type { EntityManager } from 'typeorm';
import { bind } from '../../platform/database/bind.ts';
import { decodeCursor, pageFrom } from '../../platform/database/cursor.ts';
import type { MessageJson } from './present.ts';

/** What was written in a match or about an expression, newest first. */
export async function messagesOf(
  manager: EntityManager,
  kind: 'match' | 'expression',
  id: string,
  limit: number,
  cursor: string | undefined,
) {
  const after = decodeCursor(cursor, 1);
  const p = bind();
  const rows: (MessageJson & { seq: string })[] = await manager.query(
    `select t.id, t.author_id as "authorId", a.name as author, t.organisation_id as "organisationId", t.text, t.at, t.seq
     from brokering_message t join member a on a.id = t.author_id where t.${kind}_id = ${p.$(id)}
     ${after ? `and t.seq < ${p.$(after[0])}::bigint` : ''}
     order by t.seq desc limit ${p.$(limit + 1)}`,
    p.values,
  );
  return pageFrom(rows, limit, (row) => [row.seq]);
}
