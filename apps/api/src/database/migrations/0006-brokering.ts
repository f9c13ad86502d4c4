import {
  expressionMachine,
  liveExpressionStates,
  matchMachine,
  partnershipMachine,
  partyRoles,
  requestKinds,
  requestMachine,
  stances,
  visibilities,
} from '@baraza/domain/brokering';
import { locales, type Machine } from '@baraza/domain/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

/** What every subject has: a state of its machine, and an end that is told whole or not at all (invariant I3). */
export const life = (table: string, { states, final }: Machine<string, string>): string => `
        version int not null default 1,
        state text not null constraint ${table}_state check (${oneOf('state', states)}),
        state_since timestamptz not null,
        last_activity_at timestamptz not null,
        end_reason text,
        ended_by text,
        ended_at timestamptz,
        end_note jsonb,
        created_at timestamptz not null,
        constraint ${table}_ended_whole check (
          ((${oneOf('state', final)}) = (ended_at is not null))
          and (ended_at is null) = (end_reason is null) and (ended_at is null) = (ended_by is null))`;

/** Requests, the answers to them, and what comes of both. */
export class Brokering1700000000006 implements MigrationInterface {
  name = 'Brokering1700000000006';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table reference_counter (series text, year int, last int not null, primary key (series, year));

      create table request (
        id uuid primary key,
        ref text not null unique,
        kind text not null check (${oneOf('kind', requestKinds)}),
        organisation_id uuid not null references organisation,
        author_id uuid not null references member,
        cluster_id uuid references cluster,
        region text not null,
        visibility text not null check (${oneOf('visibility', visibilities)}),
        locale text not null check (${oneOf('locale', locales)}),
        title jsonb, context jsonb, wanted_result jsonb, what_we_tried jsonb, what_we_bring jsonb, partner_sought jsonb,
        lines jsonb not null default '[]',
        modalities text[] not null default '{}',
        themes text[] not null default '{}',
        sdgs int[] not null default '{}',
        languages text[] not null default '{}',
        readiness text,
        "window" jsonb,
        origin text,
        approved_by uuid references member,
        claimed_by uuid references member,
        lease_until timestamptz,
        review_left int,
        clarifications jsonb not null default '[]',
        submitted_at timestamptz,
        published_at timestamptz,
        expires_at timestamptz,
        last_confirmed_at timestamptz,
        suggestions int not null default 0,
        counterpart_ids uuid[] not null default '{}',
        next_due_at timestamptz,
        searched text generated always as (folded(
          ref || ' ' || coalesce(title ->> 'sourceText', '') || ' ' || coalesce(jsonb_path_query_array(title, '$.variants[*].text')::text, '')
          || ' ' || coalesce(context ->> 'sourceText', '') || ' ' || coalesce(jsonb_path_query_array(context, '$.variants[*].text')::text, '')
        )) stored,
        ${life('request', requestMachine)},
        constraint request_reviewed_by_somebody check (state <> 'in_review' or claimed_by is not null),
        constraint request_published_whole check (
          not (${oneOf('state', ['published', 'in_matching', 'in_partnering', 'expired'])})
          or (published_at is not null and expires_at is not null and approved_by is not null))
      );
      create index request_newest on request (published_at desc, id desc) where published_at is not null;
      create index request_organisation on request (organisation_id, created_at desc);
      create index request_author on request (author_id);
      create index request_cluster on request (cluster_id, published_at desc, id desc) where published_at is not null;
      create index request_themes on request using gin (themes);
      create index request_desk on request (next_due_at, id) where next_due_at is not null;
      create index request_case on request (claimed_by, next_due_at) where claimed_by is not null;

      create table expression (
        id uuid primary key,
        request_id uuid not null references request,
        organisation_id uuid not null references organisation,
        author_id uuid not null references member,
        locale text not null check (${oneOf('locale', locales)}),
        message jsonb, we_bring jsonb, conditions jsonb,
        earliest_start date,
        languages text[] not null default '{}',
        covers uuid[] not null default '{}',
        sent_at timestamptz,
        accepted_by uuid references member,
        ${life('expression', expressionMachine)}
      );
      create unique index expression_one_live on expression (request_id, organisation_id) where ${oneOf('state', liveExpressionStates)};
      create index expression_newest on expression (request_id, created_at desc, id desc);
      create index expression_sender on expression (organisation_id, created_at desc);

      create table match (
        id uuid primary key,
        request_id uuid not null references request,
        expression_id uuid unique references expression,
        because jsonb,
        ${life('match', matchMachine)}
      );
      create index match_request on match (request_id);
      create table match_party (
        match_id uuid not null references match,
        organisation_id uuid not null references organisation,
        position int not null,
        stance text not null check (${oneOf('stance', stances)}),
        primary key (match_id, organisation_id)
      );
      create index match_party_organisation on match_party (organisation_id);

      create table partnership (
        id uuid primary key,
        ref text not null unique,
        match_id uuid not null references match,
        request_id uuid not null references request,
        claimed_by uuid references member,
        confidential boolean not null default false,
        locale text not null check (${oneOf('locale', locales)}),
        title jsonb not null, plan jsonb not null, instrument jsonb,
        themes text[] not null default '{}',
        starts_at timestamptz,
        ends_on date,
        agreed_at timestamptz,
        active_since timestamptz,
        check_ins int not null default 0,
        ${life('partnership', partnershipMachine)},
        constraint partnership_agreed check (not (${oneOf('state', ['agreed', 'active', 'closed'])}) or agreed_at is not null)
      );
      create index partnership_newest on partnership (created_at desc, id desc);
      create index partnership_match on partnership (match_id);
      create index partnership_request on partnership (request_id);
      create table partnership_party (
        partnership_id uuid not null references partnership,
        organisation_id uuid not null references organisation,
        position int not null,
        role text not null check (${oneOf('role', partyRoles)}),
        accepted_by uuid references member,
        accepted_name text,
        accepted_at timestamptz,
        primary key (partnership_id, organisation_id),
        unique (partnership_id, accepted_by),
        constraint partnership_party_signed_whole check (
          (accepted_by is null) = (accepted_name is null) and (accepted_by is null) = (accepted_at is null))
      );
      create index partnership_party_organisation on partnership_party (organisation_id);

      create table brokering_message (
        id uuid primary key,
        seq bigint generated always as identity,
        expression_id uuid references expression,
        match_id uuid references match,
        author_id uuid not null references member,
        organisation_id uuid references organisation,
        text jsonb not null,
        at timestamptz not null,
        check ((expression_id is null) <> (match_id is null))
      );
      create index brokering_message_expression on brokering_message (expression_id, seq desc) where expression_id is not null;
      create index brokering_message_match on brokering_message (match_id, seq desc) where match_id is not null;

      create table brokering_move (
        id bigint generated always as identity primary key,
        subject text not null,
        move text not null,
        from_state text,
        to_state text not null,
        at timestamptz not null,
        by_kind text not null check (by_kind in ('organisation', 'desk', 'system')),
        by_id uuid references member,
        on_behalf_of uuid references organisation,
        reason text,
        note jsonb,
        check ((by_kind = 'organisation') = (on_behalf_of is not null) and (by_kind = 'system') = (by_id is null))
      );
      create index brokering_move_subject on brokering_move (subject, id);

      create table brokering_step (
        subject text primary key,
        kind text not null check (kind in ('request', 'expression', 'match', 'partnership')),
        address text not null,
        request_id uuid not null references request,
        counterpart_id uuid references organisation,
        private boolean not null,
        what text not null,
        due_at timestamptz not null,
        responsible_kind text not null check (responsible_kind in ('organisation', 'member', 'role', 'system')),
        responsible_id text not null,
        seat text check (seat = 'focal_point'),
        missed_kind text,
        missed_id text,
        missed_what text,
        missed_at timestamptz,
        silent_since timestamptz not null
      );
      create index brokering_step_responsible on brokering_step (responsible_kind, responsible_id, due_at, subject);
      create index brokering_step_case on brokering_step (request_id, due_at, subject);

      create unique index timer_one_deadline on timer (subject) where state = 'armed' and kind ~ '^brokering\\.' and kind !~ '\\.remind$';
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index timer_one_deadline;
      drop table brokering_step, brokering_move, brokering_message, partnership_party, partnership, match_party, match,
        expression, request, reference_counter;
    `);
  }
}
