import { contributionMachine, milestoneMachine } from '@baraza/domain/brokering';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

/** Columns of a life for a table that had none, filled in from when its things were written down and ended. */
const lived = (table: string): string => `
  alter table ${table}
    add column version int not null default 1,
    add column state_since timestamptz,
    add column last_activity_at timestamptz,
    add column end_reason text,
    add column ended_by text,
    add column end_note jsonb;`;
const whole = (table: string, open: string): string => `
  update ${table} set state_since = coalesce(ended_at, created_at), last_activity_at = coalesce(ended_at, created_at),
    end_reason = case when state <> '${open}' then state end,
    ended_by = case when state <> '${open}' then coalesce((select e.actor_id::text from domain_event e
      where e.name = 'brokering.partnership.recorded' and e.data ->> 'recordId' = ${table}.id::text order by e.seq desc limit 1), 'system') end;
  alter table ${table}
    alter state_since set not null,
    alter last_activity_at set not null,
    add constraint ${table}_ended_whole check (
      (state <> '${open}') = (ended_at is not null)
      and (ended_at is null) = (end_reason is null) and (ended_at is null) = (ended_by is null));`;
/** A clock that strikes at once is wound as it should have been. */
const wound = (table: string, owner: string): string => `
  insert into timer (subject, kind, due_at, responsible_kind, responsible_id, armed_at)
    select '${table}:' || id, 'brokering.${table}.escalate', now(), 'organisation', ${owner}::text, now()
    from ${table} where ended_at is null;`;

/**
 * What stands in the file of a partnership: who was introduced, whether there is a formal instrument, what its parties owe
 * one another by when, and who outside verified what came of it.
 */
export class InTheFile1700000000027 implements MigrationInterface {
  name = 'InTheFile1700000000027';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table partnership add column introduced_ids uuid[] not null default '{}';
      update partnership s set introduced_ids = (
        select coalesce(array_agg(mp.organisation_id order by mp.position), '{}') from match_party mp where mp.match_id = s.match_id);

      alter table partnership add column informal boolean not null default false;
      update partnership s set informal = s.instrument is null and not exists (
        select 1 from file f where f.subject_kind = 'partnership' and f.subject_id = s.id);
      alter table partnership add constraint partnership_informal check (not informal or instrument is null);

      alter table outcome
        add column verifier jsonb,
        add constraint outcome_verifier check (verifier is null or verified_at is not null);

      ${lived('milestone')}
      alter table milestone drop constraint milestone_check;
      update milestone m set state = 'dropped', ended_at = s.ended_at from partnership s
        where s.id = m.partnership_id and s.ended_at is not null and m.state = 'planned';
      ${whole('milestone', 'planned')}
      ${wound('milestone', 'owner_id')}

      ${lived('contribution')}
      alter table contribution
        drop constraint contribution_check,
        add column state text not null default 'given' constraint contribution_state check (${oneOf('state', contributionMachine.states)}),
        add column ended_at timestamptz;
      update contribution set state = 'confirmed', ended_at = confirmed_at where confirmed_at is not null;
      ${whole('contribution', 'given')}
      alter table contribution
        alter state drop default,
        add constraint contribution_confirmed_whole check (
          (confirmed_for is null) = (confirmed_at is null) and (state = 'confirmed') = (confirmed_at is not null));
      ${wound('contribution', 'organisation_id')}
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      delete from timer where kind ~ '^brokering\\.(milestone|contribution)\\.';
      delete from brokering_step where subject ~ '^(milestone|contribution):';
      delete from contribution where state = 'withdrawn';
      alter table contribution
        drop constraint contribution_confirmed_whole, drop constraint contribution_ended_whole,
        drop column state, drop column ended_at,
        drop column version, drop column state_since, drop column last_activity_at, drop column end_reason, drop column ended_by, drop column end_note,
        add constraint contribution_check check ((confirmed_for is null) = (confirmed_at is null));
      alter table milestone
        drop constraint milestone_ended_whole,
        drop column version, drop column state_since, drop column last_activity_at, drop column end_reason, drop column ended_by, drop column end_note,
        add constraint milestone_check check ((state = '${milestoneMachine.initial}') = (ended_at is null));
      alter table outcome drop column verifier;
      alter table partnership drop column introduced_ids, drop column informal;
    `);
  }
}
