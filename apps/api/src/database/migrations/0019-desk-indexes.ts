import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk with thousands of open cases: each of its views is walked in its order, and nothing is sorted or searched for. */
export class DeskIndexes1700000000019 implements MigrationInterface {
  name = 'DeskIndexes1700000000019';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create index request_state_desk on request (state, next_due_at, id) where next_due_at is not null;
      drop index request_case;
      create index request_case on request (claimed_by, next_due_at, id) where claimed_by is not null;
      create index brokering_step_what on brokering_step (what, request_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index request_state_desk, request_case, brokering_step_what;
      create index request_case on request (claimed_by, next_due_at) where claimed_by is not null;
    `);
  }
}
