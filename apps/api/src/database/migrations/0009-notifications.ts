import { mailRhythms, reasonNames, urgencies } from '@baraza/domain/notifications';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

/** A text in every language there is of it, ready to be searched. */
export const wordsOf = (...columns: string[]): string =>
  columns
    .map(
      (c) =>
        `coalesce(${c} ->> 'sourceText', '') || ' ' || coalesce(jsonb_path_query_array(${c}, '$.variants[*].text')::text, '')`,
    )
    .join(` || ' ' || `);

/** Where words are looked for; each gets an index of letter triples where the server has them. */
const searched = ['organisation', 'request', 'story', 'thread', 'post'];

/** Notifications and what members want of them; search. */
export class Notifications1700000000009 implements MigrationInterface {
  name = 'Notifications1700000000009';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table notification (
        id uuid primary key,
        member_id uuid not null references member on delete cascade,
        reason text not null check (${oneOf('reason', reasonNames)}),
        subject_kind text not null,
        subject_id text not null,
        args jsonb not null default '{}',
        urgency text not null check (${oneOf('urgency', urgencies)}),
        channels text[] not null,
        dedupe_key text not null unique,
        event_seq bigint,
        raised_at timestamptz not null,
        read_at timestamptz,
        visibility_checked_at timestamptz not null,
        mailed_at timestamptz
      );
      create index notification_newest on notification (member_id, raised_at desc, id desc);
      create index notification_unread on notification (member_id, raised_at desc, id desc) where read_at is null;
      create index notification_daily on notification (member_id) where read_at is null and mailed_at is null and 'digest' = any (channels);
      create table notification_preference (
        member_id uuid primary key references member on delete cascade,
        mail text not null check (${oneOf('mail', mailRhythms)}),
        quiet text[] not null default '{}'
      );

      alter table story add column searched text generated always as (
        folded(place || ' ' || ${wordsOf('title', 'summary', 'challenge', 'solution')})) stored;
      alter table thread add column searched text generated always as (folded(${wordsOf('title')})) stored;
      alter table post add column searched text generated always as (folded(${wordsOf('body')})) stored;

      do $$ begin
        create extension if not exists pg_trgm;
      exception when insufficient_privilege or undefined_file or feature_not_supported then
        raise notice 'search goes without an index: pg_trgm is not to be had on this server';
      end $$;
      do $$ begin
        if exists (select from pg_extension where extname = 'pg_trgm') then
          ${searched.map((table) => `create index ${table}_searched on ${table} using gin (searched gin_trgm_ops);`).join('\n          ')}
        end if;
      end $$;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index if exists ${searched.map((table) => `${table}_searched`).join(', ')};
      drop extension if exists pg_trgm;
      ${['post', 'thread', 'story'].map((table) => `alter table ${table} drop column searched;`).join(' ')}
      drop table notification_preference, notification;
    `);
  }
}
