import { locales } from '@baraza/domain/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

/** The directory: names found in any language and sorted in each, and what the documents say of a city. */
export class Cities1700000000003 implements MigrationInterface {
  name = 'Cities1700000000003';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table source (
        id text primary key,
        title text not null,
        publisher text not null,
        date text,
        language text not null check (${oneOf('language', locales)})
      );
      create function citation(source_id text, place text) returns json language sql stable parallel safe
        return (select json_build_object('title', s.title, 'publisher', s.publisher, 'date', s.date, 'language', s.language, 'place', place)
                from source s where s.id = source_id);

      create function folded(words text) returns text language sql immutable parallel safe
        return regexp_replace(lower(normalize(words, nfkd)), '[\\u0300-\\u036f]', '', 'g');
      alter table organisation add column searched text generated always as (
        folded(jsonb_path_query_array(names, '$.*')::text || ' ' || coalesce(local_name ->> 'text', ''))) stored;
      ${locales
        .map(
          (locale) =>
            `create index organisation_name_${locale} on organisation ((coalesce(names ->> '${locale}', names ->> 'en') collate "${locale}-x-icu"), slug);`,
        )
        .join('\n      ')}

      create table organisation_fact (
        organisation_id uuid not null references organisation on delete cascade,
        kind text not null check (${oneOf('kind', ['strength', 'challenge', 'lesson'])}),
        position int not null,
        tags text[] not null default '{}',
        text jsonb not null,
        source_id text not null references source,
        place text,
        primary key (organisation_id, kind, position)
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table organisation_fact;
      ${locales.map((locale) => `drop index organisation_name_${locale};`).join(' ')}
      alter table organisation drop column searched;
      drop function folded(text);
      drop function citation(text, text);
      drop table source;
    `);
  }
}
