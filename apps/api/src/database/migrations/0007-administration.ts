import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the administrators' lists are read by. */
export class Administration1700000000007 implements MigrationInterface {
  name = 'Administration1700000000007';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`create index mail_state on mail (state, created_at desc, id desc)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop index mail_state`);
  }
}
