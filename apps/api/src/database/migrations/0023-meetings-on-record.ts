import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A meeting that was never fixed here may be written down afterwards, by the desk too, which proposes none. */
export class MeetingsOnRecord1700000000023 implements MigrationInterface {
  name = 'MeetingsOnRecord1700000000023';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table meeting
        alter proposer_id drop not null,
        add constraint meeting_proposed check (proposer_id is not null or state = 'held');
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table meeting
        drop constraint meeting_proposed,
        alter proposer_id set not null;
    `);
  }
}
