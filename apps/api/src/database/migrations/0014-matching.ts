import { matchMachine, matchOrigins } from '@baraza/domain/brokering';
import { reasonNames } from '@baraza/domain/notifications';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

/** When one of these columns changes, its words are read anew. */
const requestWords =
  'title, context, wanted_result, what_we_bring, partner_sought, lines, themes, sdgs, modalities'.split(', ');
const both = (columns: readonly string[], change: string): string =>
  `(${columns.map((name) => `old.${name}`).join(', ')}) ${change} (${columns.map((name) => `new.${name}`).join(', ')})`;

/**
 * What partners are found by. `matching_source` holds what was read of each request, story and organisation, and in which
 * transaction that changed last: triggers note it, so a request that is hidden leaves the suggestions in the transaction
 * that hides it (invariant I9), whoever writes.
 */
export class Matching1700000000014 implements MigrationInterface {
  name = 'Matching1700000000014';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table match
        add origin text not null default 'broker' check (${oneOf('origin', matchOrigins)}),
        add referred_by uuid references member,
        add explanation jsonb,
        drop constraint match_state,
        drop constraint match_ended_whole;
      update match set origin = 'expression' where expression_id is not null;
      alter table match
        alter origin drop default,
        add constraint match_state check (${oneOf('state', matchMachine.states)}),
        add constraint match_ended_whole check (
          ((${oneOf('state', matchMachine.final)}) = (ended_at is not null))
          and (ended_at is null) = (end_reason is null) and (ended_at is null) = (ended_by is null)),
        add constraint match_referred_whole check ((origin = 'member') = (referred_by is not null));
      create index match_referred on match (referred_by) where state = 'referred';
      alter table match_party
        add until timestamptz,
        add constraint match_party_until check ((stance = 'not_now') = (until is not null));

      create table matching_weights (
        version int primary key,
        weights jsonb not null,
        changed_by uuid not null references member,
        at timestamptz not null
      );

      create table matching_source (
        subject text primary key,
        changed_in xid8 not null,
        lexicon text,
        readings jsonb
      );
      create index matching_source_changed on matching_source (changed_in);

      create function matching_note(about text, anew boolean) returns void language sql as $$
        insert into matching_source (subject, changed_in) values (about, pg_current_xact_id())
        on conflict (subject) do update set changed_in = excluded.changed_in,
          readings = case when anew then null else matching_source.readings end
      $$;

      create function matching_request() returns trigger language plpgsql as $$ begin
        perform matching_note('request:' || new.id,
          case when tg_op = 'INSERT' then true else ${both(requestWords, 'is distinct from')} end);
        return null;
      end $$;
      create trigger matching_request after insert or update
        of kind, state, organisation_id, counterpart_ids, counterpart, languages, ${requestWords.join(', ')}
        on request for each row execute function matching_request();

      create function matching_story() returns trigger language plpgsql as $$ begin
        perform matching_note('story:' || new.id, true);
        return null;
      end $$;
      create trigger matching_story after insert or update
        of state, title, summary, challenge, solution, lessons, themes, sdgs
        on story for each row execute function matching_story();

      create function matching_story_organisation() returns trigger language plpgsql as $$ begin
        perform matching_note('story:' || case when tg_op = 'DELETE' then old.story_id else new.story_id end, false);
        return null;
      end $$;
      create trigger matching_story_organisation after insert or update or delete
        on story_organisation for each row execute function matching_story_organisation();

      create function matching_organisation() returns trigger language plpgsql as $$ begin
        perform matching_note('organisation:' || new.id, false);
        return null;
      end $$;
      create trigger matching_organisation after insert or update
        of type, country, time_zone, population, languages
        on organisation for each row execute function matching_organisation();

      create function matching_fact() returns trigger language plpgsql as $$ begin
        perform matching_note('organisation:' ||
          case when tg_op = 'DELETE' then old.organisation_id else new.organisation_id end, true);
        return null;
      end $$;
      create trigger matching_fact after insert or update or delete
        on organisation_fact for each row execute function matching_fact();

      create function matching_match() returns trigger language plpgsql as $$ begin
        perform matching_note('match:' || new.id, false);
        return null;
      end $$;
      create trigger matching_match after insert or update of state on match
        for each row execute function matching_match();
      create function matching_match_party() returns trigger language plpgsql as $$ begin
        perform matching_note('match:' || new.match_id, false);
        return null;
      end $$;
      create trigger matching_match_party after insert or update of stance on match_party
        for each row execute function matching_match_party();

      create function matching_glossary() returns trigger language plpgsql as $$ begin
        perform matching_note('glossary:', true);
        return null;
      end $$;
      create trigger matching_glossary after insert or update or delete on glossary_term
        for each statement execute function matching_glossary();

      insert into matching_source (subject, changed_in)
        select 'request:' || id, pg_current_xact_id() from request
        union all select 'story:' || id, pg_current_xact_id() from story
        union all select 'organisation:' || id, pg_current_xact_id() from organisation
        union all select 'match:' || id, pg_current_xact_id() from match;

      alter table notification
        drop constraint notification_reason_check,
        add constraint notification_reason_check check (${oneOf('reason', reasonNames)});
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    const noted = {
      matching_request: 'request',
      matching_story: 'story',
      matching_story_organisation: 'story_organisation',
      matching_organisation: 'organisation',
      matching_fact: 'organisation_fact',
      matching_match: 'match',
      matching_match_party: 'match_party',
      matching_glossary: 'glossary_term',
    };
    for (const [name, table] of Object.entries(noted))
      await q.query(`drop trigger ${name} on ${table}; drop function ${name}();`);
    await q.query(`
      drop function matching_note(text, boolean);
      drop table matching_source, matching_weights;
      alter table match_party drop until;
      alter table match drop origin, drop referred_by, drop explanation;
    `);
  }
}
