import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each side's answer to a suggestion counts for itself: the other side's forms go by it no longer. */
export class Stances1700000000032 implements MigrationInterface {
  name = 'Stances1700000000032';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table match_party add column version int not null default 0');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table match_party drop column version');
  }
}
