import { visibilities } from '@baraza/domain/clusters';
import { postMachine, reactionKinds, subscriptionLevels, threadMachine, threadTypes } from '@baraza/domain/forums';
import { affiliationRoles, locales } from '@baraza/domain/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

/** Threads, their numbered posts, and how members stand to them. */
export class Forums1700000000005 implements MigrationInterface {
  name = 'Forums1700000000005';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table thread (
        id uuid primary key,
        no int generated always as identity unique,
        cluster_id uuid not null references cluster,
        type text not null check (${oneOf('type', threadTypes)}),
        state text not null check (${oneOf('state', threadMachine.states)}),
        visibility text not null check (${oneOf('visibility', visibilities)}),
        title jsonb not null,
        language text not null check (${oneOf('language', locales)}),
        author_id uuid not null references member,
        on_behalf_of uuid references organisation,
        speaking_as text check (${oneOf('speaking_as', affiliationRoles)}),
        resolution text,
        posts int not null check (posts >= 0),
        last_no int not null,
        organisations uuid[] not null,
        languages text[] not null,
        last_activity_at timestamptz not null,
        created_at timestamptz not null,
        version int not null default 1
      );
      create index thread_forum on thread (cluster_id, last_activity_at desc, no desc) include (state, visibility);
      create index thread_latest on thread (last_activity_at desc, no desc);
      create index thread_author on thread (author_id, created_at desc);

      create table post (
        id uuid primary key,
        thread_id uuid not null references thread,
        no int not null check (no > 0),
        author_id uuid not null references member,
        on_behalf_of uuid references organisation,
        speaking_as text check (${oneOf('speaking_as', affiliationRoles)}),
        lang text not null check (${oneOf('lang', locales)}),
        state text not null default '${postMachine.initial}' check (${oneOf('state', postMachine.states)}),
        body jsonb not null,
        html jsonb not null,
        excerpt text not null,
        revision int not null default 1,
        quoted boolean not null default false,
        quote_post_id uuid references post,
        quote_revision int,
        ${reactionKinds.map((kind) => `${kind} int not null default 0 check (${kind} >= 0),`).join('\n        ')}
        accepted_at timestamptz,
        accepted_by uuid references member,
        accepted_for uuid references organisation,
        created_at timestamptz not null,
        edited_at timestamptz,
        version int not null default 1,
        unique (thread_id, no),
        check ((quote_post_id is null) = (quote_revision is null)),
        check ((accepted_at is null) = (accepted_by is null)),
        constraint post_lang_is_of_body check (body ->> 'sourceLocale' = lang)
      );
      create index post_accepted on post (thread_id) where accepted_at is not null;
      create index post_author on post (author_id, created_at desc);

      create table post_revision (
        post_id uuid not null references post,
        revision int not null,
        body jsonb not null,
        html jsonb not null,
        excerpt text not null,
        written_at timestamptz not null,
        primary key (post_id, revision)
      );
      create table reaction (
        post_id uuid not null references post,
        member_id uuid not null references member on delete cascade,
        kind text not null check (${oneOf('kind', reactionKinds)}),
        at timestamptz not null,
        primary key (post_id, member_id, kind)
      );
      create table subscription (
        member_id uuid not null references member on delete cascade,
        thread_id uuid references thread,
        cluster_id uuid references cluster,
        level text not null check (${oneOf('level', subscriptionLevels)}),
        unique (member_id, thread_id),
        unique (member_id, cluster_id),
        check (num_nonnulls(thread_id, cluster_id) = 1)
      );
      create index subscription_thread on subscription (thread_id, level) where thread_id is not null;
      create index subscription_cluster on subscription (cluster_id, level) where cluster_id is not null;
      create table read_mark (
        member_id uuid not null references member on delete cascade,
        thread_id uuid not null references thread,
        no int not null,
        at timestamptz not null,
        primary key (member_id, thread_id)
      );

      create function text_in(text jsonb, locale text) returns jsonb language sql immutable parallel safe
        return case when text -> 'variants' = '[]' then text
          else jsonb_set(text, '{variants}', jsonb_path_query_array(text, '$.variants[*] ? (@.locale == $locale)', jsonb_build_object('locale', locale))) end;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function text_in(jsonb, text);
      drop table read_mark, subscription, reaction, post_revision, post, thread;
    `);
  }
}
