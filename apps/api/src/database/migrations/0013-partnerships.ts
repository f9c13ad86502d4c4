import {
  checkInKinds,
  checkInMachine,
  contributionKinds,
  meetingMachine,
  milestoneMachine,
  outcomeLevels,
  outcomeMachine,
  partnershipMachine,
  rhythms,
  underWay,
} from '@baraza/domain/brokering';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';
import { life } from './0006-brokering.ts';

/** What becomes of a partnership: check-ins, meetings, milestones, contributions and outcomes; and links that open once. */
export class Partnerships1700000000013 implements MigrationInterface {
  name = 'Partnerships1700000000013';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table partnership
        add column rhythm text not null default 'standard' check (${oneOf('rhythm', rhythms)}),
        add column rhythm_since timestamptz,
        add column resume_at timestamptz,
        drop constraint partnership_state,
        add constraint partnership_state check (${oneOf('state', partnershipMachine.states)}),
        drop constraint partnership_agreed,
        add constraint partnership_agreed check (not (${oneOf('state', [...underWay, 'closed'])}) or agreed_at is not null),
        add constraint partnership_rests_until check ((state = 'suspended') = (resume_at is not null));
      update partnership set rhythm_since = active_since;

      create table check_in (
        id uuid primary key,
        partnership_id uuid not null references partnership,
        kind text not null check (${oneOf('kind', checkInKinds)}),
        opens_at timestamptz not null,
        referred_at timestamptz,
        sides jsonb not null,
        ${life('check_in', checkInMachine)}
      );
      create index check_in_partnership on check_in (partnership_id, created_at desc);
      create unique index check_in_one_open on check_in (partnership_id) where ended_at is null;

      create table meeting (
        id uuid primary key,
        match_id uuid references match,
        partnership_id uuid references partnership,
        topic jsonb not null,
        place text,
        minutes int not null check (minutes > 0),
        proposer_id uuid not null references organisation,
        sides jsonb not null,
        slots timestamptz[] not null,
        chosen timestamptz,
        outcome jsonb,
        ${life('meeting', meetingMachine)},
        check ((match_id is null) <> (partnership_id is null)),
        constraint meeting_fixed check (not (${oneOf('state', ['accepted', 'held', 'no_show'])}) or chosen is not null),
        constraint meeting_held_whole check ((state = 'held') = (outcome is not null))
      );
      create index meeting_match on meeting (match_id, created_at desc) where match_id is not null;
      create index meeting_partnership on meeting (partnership_id, created_at desc) where partnership_id is not null;

      create table outcome (
        id uuid primary key,
        partnership_id uuid not null references partnership,
        claimant_id uuid not null references organisation,
        indicator jsonb not null,
        level text not null check (${oneOf('level', outcomeLevels)}),
        unit text not null,
        baseline jsonb,
        target double precision,
        actuals jsonb not null default '[]',
        disaggregation jsonb,
        countersigned_for uuid references organisation,
        countersigned_at timestamptz,
        verified_at timestamptz,
        ${life('outcome', outcomeMachine)},
        constraint outcome_signed_by_another check (countersigned_for <> claimant_id),
        constraint outcome_signed_whole check (
          (countersigned_for is null) = (countersigned_at is null)
          and (not (${oneOf('state', ['countersigned', 'verified'])}) or countersigned_for is not null)
          and (state = 'verified') = (verified_at is not null))
      );
      create index outcome_partnership on outcome (partnership_id, created_at desc);

      create table milestone (
        id uuid primary key,
        partnership_id uuid not null references partnership,
        title jsonb not null,
        due date not null,
        owner_id uuid not null references organisation,
        state text not null check (${oneOf('state', milestoneMachine.states)}),
        ended_at timestamptz,
        created_at timestamptz not null,
        check ((state = 'planned') = (ended_at is null))
      );
      create index milestone_partnership on milestone (partnership_id, due);

      create table contribution (
        id uuid primary key,
        partnership_id uuid not null references partnership,
        organisation_id uuid not null references organisation,
        kind text not null check (${oneOf('kind', contributionKinds)}),
        quantity double precision not null,
        unit text not null,
        monetised jsonb,
        date date not null,
        confirmed_for uuid references organisation,
        confirmed_at timestamptz,
        created_at timestamptz not null,
        constraint contribution_confirmed_by_another check (confirmed_for <> organisation_id),
        check ((confirmed_for is null) = (confirmed_at is null))
      );
      create index contribution_partnership on contribution (partnership_id, date);

      create table spent_link (digest text primary key, until timestamptz not null);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table spent_link, contribution, milestone, outcome, meeting, check_in;
      alter table partnership drop constraint partnership_rests_until, drop column rhythm, drop column rhythm_since, drop column resume_at;
    `);
  }
}
