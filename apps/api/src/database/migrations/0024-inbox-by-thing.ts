import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The inbox lists each thing once: the newest that was told of it, and what was told before. */
export class InboxByThing1700000000024 implements MigrationInterface {
  name = 'InboxByThing1700000000024';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      'create index notification_thing on notification (member_id, subject_kind, subject_id, raised_at desc, id desc)',
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index notification_thing');
  }
}
