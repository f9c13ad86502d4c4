import { fileSubjects } from '@baraza/domain/files';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

/** Files prove what came of the work, several to a figure, and what lay there when another party signed stays there. */
export class Evidence1700000000021 implements MigrationInterface {
  name = 'Evidence1700000000021';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table outcome add column sealed_at timestamptz;
      update outcome o set sealed_at = coalesce(
        (select max(m.at) from brokering_move m where m.subject = 'outcome:' || o.id and m.move = 'countersign'), o.countersigned_at);
      alter table outcome add constraint outcome_sealed
        check (countersigned_at is null or coalesce(sealed_at >= countersigned_at, false));

      alter table file drop constraint file_subject_kind_check;
      alter table file add constraint file_subject_kind_check check (${oneOf('subject_kind', fileSubjects)});
      drop index file_one_evidence;
      create unique index file_one_evidence on file (subject_id) where subject_kind = 'request' and purpose = 'evidence';
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index file_one_evidence;
      delete from file where subject_kind in ('outcome', 'check_in');
      create unique index file_one_evidence on file (subject_kind, subject_id) where purpose = 'evidence';
      alter table file drop constraint file_subject_kind_check;
      alter table file add constraint file_subject_kind_check check (subject_kind in ('request', 'expression', 'partnership'));
      alter table outcome drop constraint outcome_sealed;
      alter table outcome drop column sealed_at;
    `);
  }
}
