import { screeningFailures, screeningResults } from '@baraza/domain/brokering';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

/** What a service that knows the lists of sanctions said of an organisation, each time it was asked. */
export class Screening1700000000029 implements MigrationInterface {
  name = 'Screening1700000000029';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table screening (
        id bigint generated always as identity primary key,
        organisation_id uuid not null references organisation on delete cascade,
        asked_at timestamptz not null,
        source text,
        result text not null check (${oneOf('result', screeningResults)}),
        note text,
        failure text check (${oneOf('failure', screeningFailures)}),
        constraint screening_failed check (failure is null or result = 'unknown'),
        constraint screening_source check ((source is null) = (failure is not distinct from 'not_set_up'))
      );
      create index screening_latest on screening (organisation_id, asked_at desc, id desc);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table screening');
  }
}
