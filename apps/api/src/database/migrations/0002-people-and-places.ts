import { organisationKinds, organisationTypes } from '@baraza/domain/cities';
import { clusterMachine, joinRules, visibilities } from '@baraza/domain/clusters';
import { affiliationRoles, locales, roles } from '@baraza/domain/kernel';
import { accountMachine, affiliationMachine, verifications } from '@baraza/domain/members';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

const clusterKinds = ['city-cluster', 'forum'];

/** Members (on the auth library's shape), organisations, clusters and what ties them together. */
export class PeopleAndPlaces1700000000002 implements MigrationInterface {
  name = 'PeopleAndPlaces1700000000002';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table organisation (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        version int not null default 1,
        kind text not null check (${oneOf('kind', organisationKinds)}),
        type text check (${oneOf('type', organisationTypes)}),
        names jsonb not null check (names ? 'en'),
        local_name jsonb,
        country text,
        admin_region text,
        lat double precision,
        lon double precision,
        time_zone text not null default 'UTC',
        population jsonb,
        languages text[] not null default '{}',
        themes text[] not null default '{}',
        email_domains text[] not null default '{}',
        placeholder boolean not null default false,
        grounding jsonb,
        created_at timestamptz not null default now()
      );
      create index organisation_country on organisation (country);
      create index organisation_themes on organisation using gin (themes);

      create table member (
        id uuid primary key default gen_random_uuid(),
        name text not null,
        email text not null unique,
        email_verified boolean not null default false,
        image text,
        locale text not null default 'en' check (${oneOf('locale', locales)}),
        languages text[] not null default '{}',
        time_zone text,
        data_saver boolean not null default false,
        pronunciation text,
        theme text check (theme in ('light', 'dark')),
        state text not null default 'active' check (${oneOf('state', accountMachine.states)}),
        wish_organisation_id uuid references organisation on delete set null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index member_name on member ((lower(name) collate "C"), id);
      create index member_email on member (email collate "C");
      create table member_session (
        id uuid primary key default gen_random_uuid(),
        user_id uuid not null references member on delete cascade,
        token text not null unique,
        ip_address text,
        user_agent text,
        expires_at timestamptz not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index member_session_user on member_session (user_id);
      create table member_account (
        id uuid primary key default gen_random_uuid(),
        account_id text not null,
        provider_id text not null,
        user_id uuid not null references member on delete cascade,
        access_token text, refresh_token text, id_token text,
        access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
        scope text, password text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index member_account_user on member_account (user_id);
      create table member_verification (
        id uuid primary key default gen_random_uuid(),
        identifier text not null,
        value text not null,
        expires_at timestamptz not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index member_verification_identifier on member_verification (identifier);

      create table member_role (
        member_id uuid not null references member on delete cascade,
        role text not null check (${oneOf('role', roles)}),
        given_by uuid references member,
        valid_from timestamptz not null default now(),
        valid_until timestamptz,
        primary key (member_id, role)
      );
      create table affiliation (
        id uuid primary key default gen_random_uuid(),
        member_id uuid not null references member on delete cascade,
        organisation_id uuid not null references organisation,
        role text not null check (${oneOf('role', affiliationRoles)}),
        state text not null default 'pending' check (${oneOf('state', affiliationMachine.states)}),
        verified_by text check (${oneOf('verified_by', verifications)}),
        requested_at timestamptz not null default now(),
        valid_from timestamptz,
        valid_until timestamptz,
        note text,
        decided_by uuid references member,
        decided_at timestamptz,
        version int not null default 1
      );
      create index affiliation_member on affiliation (member_id);
      create unique index affiliation_one_live on affiliation (member_id, organisation_id) where state in ('pending', 'active');
      create index affiliation_organisation on affiliation (organisation_id, state);
      create index affiliation_pending on affiliation (requested_at, id) where state = 'pending';

      create table cluster (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        kind text not null check (${oneOf('kind', clusterKinds)}),
        parent_id uuid references cluster,
        position int not null default 0,
        names jsonb not null check (names ? 'en'),
        description jsonb not null,
        purposes jsonb not null default '[]',
        guiding_questions jsonb not null default '[]',
        grounding jsonb not null default '[]',
        themes text[] not null default '{}',
        state text not null default 'active' check (${oneOf('state', clusterMachine.states)}),
        visibility text not null default 'public' check (${oneOf('visibility', visibilities)}),
        join_policy text not null default 'open' check (${oneOf('join_policy', joinRules)}),
        version int not null default 1,
        created_at timestamptz not null default now()
      );
      create table cluster_member (
        cluster_id uuid not null references cluster on delete cascade,
        member_id uuid not null references member on delete cascade,
        moderates boolean not null default false,
        since timestamptz not null default now(),
        primary key (cluster_id, member_id)
      );
      create index cluster_member_member on cluster_member (member_id);
      create index cluster_member_moderators on cluster_member (cluster_id) where moderates;
      create table cluster_admission (
        cluster_id uuid not null references cluster on delete cascade,
        member_id uuid not null references member on delete cascade,
        state text not null check (${oneOf('state', ['asked', 'invited'])}),
        at timestamptz not null,
        primary key (cluster_id, member_id)
      );
      create index cluster_admission_member on cluster_admission (member_id);
      create table cluster_organisation (
        cluster_id uuid not null references cluster on delete cascade,
        organisation_id uuid not null references organisation on delete cascade,
        primary key (cluster_id, organisation_id)
      );
      create index cluster_organisation_organisation on cluster_organisation (organisation_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table cluster_organisation, cluster_admission, cluster_member, cluster, affiliation, member_role,
        member_verification, member_account, member_session, member, organisation;
    `);
  }
}
