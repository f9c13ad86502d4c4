import {
  clarificationMachine,
  contactPolicies,
  requestMachine,
  safeguardCategories,
  safeguardLevels,
} from '@baraza/domain/brokering';
import { reasonNames } from '@baraza/domain/notifications';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

const ended = (states: readonly string[]): string => `((${oneOf('state', states)}) = (ended_at is not null))
  and (ended_at is null) = (end_reason is null) and (ended_at is null) = (ended_by is null)`;

/** Requests in full: on hold, declined and appealed, two brokers where it takes two; what others ask; what the desk keeps to itself. */
export class Requests1700000000012 implements MigrationInterface {
  name = 'Requests1700000000012';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table request
        add contact_policy text not null default 'after_mutual_yes' check (${oneOf('contact_policy', contactPolicies)}),
        add counterpart jsonb,
        add held_from text,
        add held_until timestamptz,
        add proposal jsonb,
        add decline jsonb,
        add appeal jsonb,
        add safeguard text check (${oneOf('safeguard', safeguardLevels)}),
        add asked_about jsonb,
        drop constraint request_state,
        drop constraint request_ended_whole,
        drop constraint request_published_whole;
      update request set state = 'rejected' where state = 'declined' and ended_at is not null;
      alter table request
        add constraint request_state check (${oneOf('state', requestMachine.states)}),
        add constraint request_ended_whole check (${ended(requestMachine.final)}),
        add constraint request_published_whole check (
          not (${oneOf('state', ['published', 'in_matching', 'in_partnering', 'on_hold', 'expired'])})
          or (published_at is not null and expires_at is not null and approved_by is not null)),
        add constraint request_held_whole check (state <> 'on_hold' or (held_from is not null and held_until is not null)),
        add constraint request_declined_whole check (not (${oneOf('state', ['declined', 'appealed'])}) or decline is not null);

      create table clarification (
        id uuid primary key,
        request_id uuid not null references request,
        organisation_id uuid not null references organisation,
        author_id uuid not null references member,
        open boolean not null,
        question jsonb not null,
        answer jsonb,
        answered_by uuid references member,
        version int not null default 1,
        state text not null constraint clarification_state check (${oneOf('state', clarificationMachine.states)}),
        state_since timestamptz not null,
        last_activity_at timestamptz not null,
        end_reason text,
        ended_by text,
        ended_at timestamptz,
        end_note jsonb,
        created_at timestamptz not null,
        constraint clarification_ended_whole check (${ended(clarificationMachine.final)}),
        constraint clarification_answered_whole check (
          (state = 'answered') = (answer is not null) and (answer is null) = (answered_by is null))
      );
      create index clarification_request on clarification (request_id, created_at, id);

      create table safeguard_flag (
        id uuid primary key,
        request_id uuid not null references request,
        version int not null default 1,
        level text check (${oneOf('level', safeguardLevels)}),
        category text not null check (${oneOf('category', safeguardCategories)}),
        note jsonb not null,
        raised_by uuid not null references member,
        changed_by uuid not null references member,
        at timestamptz not null
      );
      create index safeguard_flag_request on safeguard_flag (request_id);

      create table case_note (
        id uuid primary key,
        request_id uuid not null references request,
        author_id uuid not null references member,
        text jsonb not null,
        at timestamptz not null
      );
      create index case_note_request on case_note (request_id, at);

      alter table brokering_step
        drop constraint brokering_step_kind_check,
        add constraint brokering_step_kind_check check (${oneOf('kind', ['request', 'clarification', 'expression', 'match', 'partnership'])});
      alter table notification
        drop constraint notification_reason_check,
        add constraint notification_reason_check check (${oneOf('reason', reasonNames)});
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table case_note, safeguard_flag, clarification;
      delete from brokering_step where kind = 'clarification';
      alter table request
        drop constraint request_held_whole,
        drop constraint request_declined_whole,
        drop contact_policy, drop counterpart, drop held_from, drop held_until, drop proposal, drop decline, drop appeal,
        drop safeguard, drop asked_about;
    `);
  }
}
