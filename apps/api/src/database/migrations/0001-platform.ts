import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every room stands on: happenings, streams, timers, idempotency, mail. The queue keeps its own schema. */
export class Platform1700000000001 implements MigrationInterface {
  name = 'Platform1700000000001';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table stream (name text primary key, seq int not null);

      create table domain_event (
        seq bigint generated always as identity primary key,
        stream text not null,
        stream_seq int not null,
        name text not null,
        data jsonb not null,
        actor_kind text not null check (actor_kind in ('visitor', 'member', 'system')),
        actor_id uuid,
        on_behalf_of uuid,
        at timestamptz not null,
        request_id text,
        unique (stream, stream_seq)
      );
      create index domain_event_name on domain_event (name, seq);
      create function domain_event_is_append_only() returns trigger language plpgsql as $$
        begin raise exception 'domain_event is append-only'; end $$;
      create trigger domain_event_append_only before update or delete on domain_event
        for each row execute function domain_event_is_append_only();

      create table timer (
        id bigint generated always as identity primary key,
        subject text not null,
        kind text not null,
        due_at timestamptz not null,
        responsible_kind text not null check (responsible_kind in ('organisation', 'member', 'role', 'system')),
        responsible_id text not null,
        state text not null default 'armed' check (state in ('armed', 'fired', 'cancelled')),
        armed_at timestamptz not null,
        fired_at timestamptz
      );
      create unique index timer_one_armed on timer (subject, kind) where state = 'armed';
      create index timer_due on timer (due_at, id) where state = 'armed';
      create index timer_responsible on timer (responsible_kind, responsible_id, due_at) where state = 'armed';

      create table idempotency (
        asker text not null,
        key text not null,
        route text not null,
        hash text not null,
        answer jsonb,
        at timestamptz not null,
        primary key (asker, key)
      );
      create index idempotency_at on idempotency (at);

      create table demo_step (name text primary key, at timestamptz not null);

      create table mail (
        id uuid primary key default gen_random_uuid(),
        to_address text not null,
        to_member uuid,
        locale text not null,
        subject text not null,
        body_text text not null,
        body_html text not null,
        headers jsonb not null default '{}',
        dedupe_key text unique,
        state text not null default 'queued' check (state in ('queued', 'kept', 'sent', 'failed')),
        error text,
        created_at timestamptz not null,
        sent_at timestamptz
      );
      create index mail_newest on mail (created_at desc, id desc);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table mail, demo_step, idempotency, timer, domain_event, stream;
      drop function domain_event_is_append_only();
    `);
  }
}
