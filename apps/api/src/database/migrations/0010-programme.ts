import { eventKinds, sessionMachine } from '@baraza/domain/programme';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

const speakerRoles = ['speaker', 'moderator', 'opening', 'closing', 'statement'];

/** Series, their events and sessions, and who speaks. A session whose hour nobody recorded says how much is known of it. */
export class Programme1700000000010 implements MigrationInterface {
  name = 'Programme1700000000010';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table series (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        version int not null default 1,
        title jsonb not null,
        summary jsonb,
        purposes jsonb not null default '[]',
        starts_on date,
        ends_on date,
        organisers text[] not null default '{}',
        organiser_ids uuid[] not null default '{}',
        source_id text references source,
        source_place text
      );
      create table event (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        version int not null default 1,
        series_id uuid references series,
        cluster_id uuid references cluster,
        kind text not null check (${oneOf('kind', eventKinds)}),
        position int not null default 0,
        title jsonb not null,
        summary jsonb,
        organiser_ids uuid[] not null default '{}'
      );
      create index event_series on event (series_id, position);
      create index event_cluster on event (cluster_id);
      create table session (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        version int not null default 1,
        event_id uuid not null references event,
        number int,
        state text not null check (${oneOf('state', sessionMachine.states)}),
        topic jsonb not null,
        summary jsonb,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        time_zone text not null,
        precision text not null default 'instant' check (${oneOf('precision', ['instant', 'day', 'period'])}),
        date_basis text,
        host_id uuid references organisation,
        themes text[] not null default '{}',
        recording_url text,
        slides_url text,
        no_record_reason text,
        source_id text references source,
        source_place text,
        check (starts_at < ends_at)
      );
      create index session_event on session (event_id, number);
      create index session_coming on session (starts_at, slug) where state in ('announced', 'open', 'running');
      create index session_past on session (starts_at desc, slug desc) where state in ('wrap_up', 'completed');
      create table speaker (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        name text not null,
        honorific text,
        title text,
        organisation text,
        country text,
        source_id text references source,
        source_place text
      );
      create table session_speaker (
        session_id uuid not null references session on delete cascade,
        position int not null,
        speaker_id uuid references speaker,
        name text,
        role text not null default 'speaker' check (${oneOf('role', speakerRoles)}),
        talk text,
        primary key (session_id, position),
        check (speaker_id is not null or name is not null)
      );
      create index session_speaker_speaker on session_speaker (speaker_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table session_speaker, speaker, session, event, series');
  }
}
