import type { LineageEdge, LineageNode } from '@baraza/domain/lineage';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** How far a line is followed, and how much of a tangle is read: enough for any real chain, bounded for any hostile one. */
const deepest = 12;
const most = 400;

/** Columns by which addresses name things. */
const addressed: ReadonlyMap<string, { readonly kind: LineageNode['kind']; readonly column: string }> = new Map([
  ['thread', { kind: 'thread', column: 'no::text' }],
  ['story', { kind: 'story', column: 'slug' }],
  ['question', { kind: 'question', column: 'id::text' }],
  ['session', { kind: 'session', column: 'slug' }],
]);

@Injectable()
export class LineageQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** The thing an address names: a thread by its number, the rest by slug or id. */
  async named({ kind, id }: { readonly kind: string; readonly id: string }): Promise<LineageNode | undefined> {
    const known = addressed.get(kind);
    if (!known) return undefined;
    const [row]: { id: string }[] = await this.dataSource.query(
      `select id from ${known.kind} where ${known.column} = $1 or id::text = $1`,
      [id],
    );
    return row && { kind: known.kind, id: row.id };
  }

  /** The live edges around a thing, walked both ways from it in one recursive query over the two indexes. */
  async around({ kind, id }: LineageNode, tx: EntityManager = this.dataSource.manager): Promise<LineageEdge[]> {
    const rows: (Omit<LineageEdge, 'from' | 'to'> & {
      fromKind: LineageNode['kind'];
      fromId: string;
      toKind: LineageNode['kind'];
      toId: string;
    })[] = await tx.query(
      `with recursive walk (kind, id, depth) as (
         select $1::text, $2::text, 0
         union
         select case when e.from_kind = w.kind and e.from_id = w.id then e.to_kind else e.from_kind end,
                case when e.from_kind = w.kind and e.from_id = w.id then e.to_id else e.from_id end,
                w.depth + 1
         from walk w
         join lineage_edge e on e.retracted_at is null and e.relation <> 'cites'
           and ((e.from_kind = w.kind and e.from_id = w.id) or (e.to_kind = w.kind and e.to_id = w.id))
         where w.depth < $3
       ), nodes as (select distinct kind, id from walk limit $4)
       select e.id, e.from_kind as "fromKind", e.from_id as "fromId", e.to_kind as "toKind", e.to_id as "toId",
              e.relation, e.method, e.asserted_by as "assertedBy", e.at, e.retracted_at as "retractedAt"
       from nodes n join lineage_edge e on e.retracted_at is null and e.from_kind = n.kind and e.from_id = n.id
       order by e.at, e.id limit $4`,
      [kind, id, deepest, most],
    );
    return rows.map(({ fromKind, fromId, toKind, toId, ...edge }) => ({
      ...edge,
      from: { kind: fromKind, id: fromId },
      to: { kind: toKind, id: toId },
    }));
  }
}
