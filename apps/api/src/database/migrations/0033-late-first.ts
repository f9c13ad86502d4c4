import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case stands on the desk by what was due first, also where another has it before them by now: what is late comes first. */
export class LateFirst1700000000033 implements MigrationInterface {
  name = 'LateFirst1700000000033';

  up(q: QueryRunner): Promise<void> {
    return place(q, 'coalesce(missed_at, due_at)');
  }

  down(q: QueryRunner): Promise<void> {
    return place(q, 'due_at');
  }
}

async function place(q: QueryRunner, by: string): Promise<void> {
  await q.query(
    `update request r set next_due_at = owed.due
       from (select request_id, min(${by}) as due from brokering_step where not private group by 1) owed
       where owed.request_id = r.id and r.next_due_at is distinct from owed.due`,
  );
}
