import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days on which nobody works, and what the pages about the record of the house are read from. */
export class Calendars1700000000015 implements MigrationInterface {
  name = 'Calendars1700000000015';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table holiday (
        calendar text not null,
        day date not null,
        name text not null,
        source text not null,
        at timestamptz not null,
        by_id uuid references member,
        primary key (calendar, day)
      );
      create table calendar_weekend (
        calendar text primary key,
        days int[] not null check (cardinality(days) between 1 and 6 and days <@ '{0,1,2,3,4,5,6}'),
        at timestamptz not null,
        by_id uuid references member
      );
      create table calendar_import (
        id uuid primary key,
        calendar text not null,
        source text not null,
        days jsonb not null,
        left_out int not null,
        by_id uuid not null references member,
        at timestamptz not null
      );

      create index request_unmet on request (state, published_at)
        where kind = 'need' and visibility = 'public' and published_at is not null;
      create index request_sent on request (submitted_at desc) where visibility = 'public' and submitted_at is not null;
      create index expression_sent on expression (sent_at desc) where sent_at is not null;
      create index partnership_public on partnership (agreed_at desc) where agreed_at is not null and not confidential;
      create index brokering_move_introduced on brokering_move (at desc) where to_state = 'introduced';
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index request_unmet, request_sent, expression_sent, partnership_public, brokering_move_introduced;
      drop table calendar_import, calendar_weekend, holiday;
    `);
  }
}
