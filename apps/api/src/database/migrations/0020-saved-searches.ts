import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members asked to hear of. Each filter is a column of its own, so that one statement finds whom a request concerns. */
export class SavedSearches1700000000020 implements MigrationInterface {
  name = 'SavedSearches1700000000020';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table saved_search (
        id uuid primary key,
        member_id uuid not null references member on delete cascade,
        kinds text[] not null,
        themes text[] not null,
        sdgs int[] not null,
        modalities text[] not null,
        regions text[] not null,
        languages text[] not null,
        cluster text not null,
        organisation text not null,
        words text not null,
        at timestamptz not null,
        unique (member_id, kinds, themes, sdgs, modalities, regions, languages, cluster, organisation, words)
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table saved_search');
  }
}
