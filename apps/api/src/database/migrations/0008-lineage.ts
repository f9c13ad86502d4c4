import { edgeMethods, nodeKinds, relationNames } from '@baraza/domain/lineage';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

/** What came of what. Edges are never deleted: a retracted one stays on record and is no longer followed. */
export class Lineage1700000000008 implements MigrationInterface {
  name = 'Lineage1700000000008';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table lineage_edge (
        id uuid primary key default gen_random_uuid(),
        from_kind text not null check (${oneOf('from_kind', nodeKinds)}),
        from_id text not null,
        to_kind text not null check (${oneOf('to_kind', nodeKinds)}),
        to_id text not null,
        relation text not null check (${oneOf('relation', relationNames)}),
        method text not null check (${oneOf('method', edgeMethods)}),
        asserted_by text not null,
        at timestamptz not null,
        retracted_at timestamptz,
        check (from_kind <> to_kind or from_id <> to_id)
      );
      create unique index lineage_edge_once on lineage_edge (from_kind, from_id, to_kind, to_id, relation) where retracted_at is null;
      create index lineage_edge_to on lineage_edge (to_kind, to_id) where retracted_at is null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table lineage_edge');
  }
}
