import { storyMachine } from '@baraza/domain/knowledge';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

/** Stories with their figures, recommendations, and the terms of the trade. Prose is LocalizedText. */
export class Knowledge1700000000004 implements MigrationInterface {
  name = 'Knowledge1700000000004';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table story (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        version int not null default 1,
        state text not null default 'draft' check (${oneOf('state', storyMachine.states)}),
        title jsonb not null,
        summary jsonb not null,
        place text not null,
        challenge jsonb not null,
        solution jsonb not null,
        lessons jsonb not null default '[]',
        fits jsonb,
        caution jsonb,
        themes text[] not null default '{}',
        sdgs smallint[] not null default '{}',
        cluster_id uuid references cluster,
        speakers jsonb not null default '[]',
        webinars text[] not null default '{}',
        recordings text[] not null default '{}',
        source_id text not null references source,
        source_place text,
        author_id uuid references member,
        reviewed_by uuid references member,
        review_by timestamptz,
        published_at timestamptz,
        created_at timestamptz not null default now(),
        check (state not in ('published', 'due_review') or published_at is not null)
      );
      create index story_told on story (published_at desc, slug) where state in ('published', 'due_review');
      create index story_themes on story using gin (themes);
      create index story_sdgs on story using gin (sdgs);
      create index story_cluster on story (cluster_id);
      create table story_organisation (
        story_id uuid not null references story on delete cascade,
        organisation_id uuid not null references organisation,
        position int not null,
        primary key (story_id, organisation_id)
      );
      create index story_organisation_organisation on story_organisation (organisation_id);
      create table story_result (
        story_id uuid not null references story on delete cascade,
        position int not null,
        metric jsonb not null,
        value numeric,
        before numeric,
        calendar_year boolean not null default false,
        unit jsonb not null,
        year int,
        year_basis text check (${oneOf('year_basis', ['stated', 'webinar'])}),
        note jsonb,
        source_id text not null references source,
        place text,
        primary key (story_id, position)
      );

      create table recommendation (
        id uuid primary key default gen_random_uuid(),
        slug text not null unique,
        kind text not null check (${oneOf('kind', ['policy', 'action'])}),
        position int not null,
        title jsonb not null,
        text jsonb not null,
        measures jsonb not null default '[]',
        source_id text not null references source,
        place text
      );
      create table recommendation_story (
        recommendation_id uuid not null references recommendation on delete cascade,
        story_id uuid not null references story on delete cascade,
        primary key (recommendation_id, story_id)
      );
      create index recommendation_story_story on recommendation_story (story_id);
      create table recommendation_cluster (
        recommendation_id uuid not null references recommendation on delete cascade,
        cluster_id uuid not null references cluster on delete cascade,
        primary key (recommendation_id, cluster_id)
      );
      create index recommendation_cluster_cluster on recommendation_cluster (cluster_id);

      create table glossary_term (
        id text primary key,
        terms jsonb not null check (terms ? 'en'),
        definition jsonb not null,
        source_id text references source,
        place text
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table glossary_term, recommendation_cluster, recommendation_story, recommendation,
        story_result, story_organisation, story;
    `);
  }
}
