import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wordsOf } from './0009-notifications.ts';

/** Questions and their answers are looked for by their words, as everything else is. */
export class QuestionsSearched1700000000030 implements MigrationInterface {
  name = 'QuestionsSearched1700000000030';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table question add column searched text generated always as (folded(${wordsOf('text', 'answer')})) stored;
      do $$ begin
        if exists (select from pg_extension where extname = 'pg_trgm') then
          create index question_searched on question using gin (searched gin_trgm_ops);
        end if;
      end $$;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table question drop column searched');
  }
}
