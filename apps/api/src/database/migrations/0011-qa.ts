import {
  boardMachine,
  boardModes,
  closingReasons,
  dismissalReasons,
  identityPolicies,
  questionMachine,
} from '@baraza/domain/qa';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

/** Question boards. A vote says which handle cast it and not when: on an anonymous board a time could lead to somebody (Q5). */
export class Qa1700000000011 implements MigrationInterface {
  name = 'Qa1700000000011';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table board (
        id uuid primary key default gen_random_uuid(),
        version int not null default 1,
        seq int not null default 0,
        session_id uuid not null unique references session on delete cascade,
        code text not null unique,
        phase text not null check (${oneOf('phase', boardMachine.states)}),
        mode text not null check (${oneOf('mode', boardModes)}),
        identity text not null check (${oneOf('identity', identityPolicies)}),
        votes_open boolean not null default true,
        opens_at timestamptz not null,
        closes_at timestamptz not null,
        moderator_ids uuid[] not null default '{}',
        speaker_ids uuid[] not null default '{}'
      );
      create table question (
        id uuid primary key default gen_random_uuid(),
        version int not null default 1,
        board_id uuid not null references board on delete cascade,
        seq int not null,
        said_seq int not null,
        client_uuid uuid not null unique,
        state text not null check (${oneOf('state', questionMachine.states)}),
        asker_handle text not null,
        asker_id uuid references member,
        alias text,
        text jsonb not null,
        original jsonb,
        answer jsonb,
        grounding jsonb not null default '[]',
        vote_count int not null default 0 check (vote_count >= 0),
        submitted_at timestamptz not null,
        published_at timestamptz,
        on_air_at timestamptz,
        answered_at timestamptz,
        recording_offset_ms int,
        dismissal_reason text check (${oneOf('dismissal_reason', dismissalReasons)}),
        closing_reason text check (${oneOf('closing_reason', closingReasons)}),
        resent boolean not null default false,
        merged_into uuid references question,
        merged_from text,
        merged_at timestamptz,
        owner_id uuid references member,
        due_at timestamptz,
        claim_by uuid references member,
        claim_until timestamptz,
        check ((state = 'merged') = (merged_into is not null)),
        check (state <> 'deferred' or (owner_id is not null and due_at is not null)),
        check ((claim_by is null) = (claim_until is null))
      );
      create unique index question_one_on_air on question (board_id) where state = 'on_air';
      create index question_changed on question (board_id, seq);
      create index question_asker on question (board_id, asker_handle);
      create index question_merged on question (merged_into) where merged_into is not null;
      create table vote (
        question_id uuid not null references question on delete cascade,
        handle text not null,
        board_id uuid not null references board on delete cascade,
        primary key (question_id, handle)
      );
      create index vote_handle on vote (board_id, handle);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table vote, question, board');
  }
}
