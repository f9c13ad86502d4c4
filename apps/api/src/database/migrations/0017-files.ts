import { filePurposes, fileSubjects, fileTypes } from '@baraza/domain/files';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

/** What is attached to requests, expressions and partnerships, and which bytes are kept for it. */
export class Files1700000000017 implements MigrationInterface {
  name = 'Files1700000000017';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table file_blob (
        digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
        bytes int not null check (bytes >= 0),
        touched_at timestamptz not null
      );
      create index file_blob_touched on file_blob (touched_at);

      create table file (
        id uuid primary key,
        seq bigint generated always as identity,
        version int not null check (version > 0),
        subject_kind text not null check (${oneOf('subject_kind', fileSubjects)}),
        subject_id uuid not null,
        organisation_id uuid not null references organisation,
        uploader_id uuid not null references member,
        purpose text not null check (${oneOf('purpose', filePurposes)}),
        open boolean not null,
        name text not null check (length(name) between 3 and 200),
        type text not null check (${oneOf('type', fileTypes)}),
        bytes int not null check (bytes >= 0),
        added_at timestamptz not null,
        digest text not null references file_blob,
        thumb text references file_blob,
        thumb_bytes int,
        thumb_width int,
        thumb_height int,
        constraint file_thumb check (num_nulls(thumb, thumb_bytes, thumb_width, thumb_height) in (0, 4)),
        constraint file_document_open check (purpose <> 'document' or open)
      );
      create index file_on on file (subject_kind, subject_id, seq);
      create unique index file_one_evidence on file (subject_kind, subject_id) where purpose = 'evidence';
      create index file_organisation on file (organisation_id);
      create index file_digest on file (digest);
      create index file_thumb_digest on file (thumb) where thumb is not null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table file; drop table file_blob;');
  }
}
