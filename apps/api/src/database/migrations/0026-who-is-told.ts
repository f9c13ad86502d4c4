import { reasonNames } from '@baraza/domain/notifications';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

/** Every move in brokering says whom it is told to: more reasons to write to somebody. */
export class WhoIsTold1700000000026 implements MigrationInterface {
  name = 'WhoIsTold1700000000026';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table notification
        drop constraint notification_reason_check,
        add constraint notification_reason_check check (${oneOf('reason', reasonNames)});
    `);
  }

  /** What was told stays told: the wider check is kept. */
  async down(): Promise<void> {}
}
