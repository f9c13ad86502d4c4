import type { RequestKind, RequestState } from '@baraza/domain/brokering';
import type { OrganisationType } from '@baraza/domain/cities';
import { addDays } from '@baraza/domain/kernel';
import type { GlossaryEntry, Introduction, Reading, Seeker, Wish } from '@baraza/domain/matching';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FactWords, RequestWords, StoryWords } from './written.ts';

/** What was read of a subject; null, with its words, when it is still to be read. */
export interface Source<Words> {
  readonly id: string;
  readonly changedIn: string;
  readonly readings: Readonly<Record<string, Reading>> | null;
  readonly words: Words | null;
}
export interface OrganisationSource extends Source<readonly FactWords[]> {
  readonly type: OrganisationType | null;
  readonly country: string | null;
  readonly timeZone: string;
  readonly population: number | null;
  readonly languages: readonly string[];
}
export interface StorySource extends Source<StoryWords> {
  readonly told: boolean;
  /** Who tells it, then who has a part in it. */
  readonly organisationIds: readonly string[];
}
export interface RequestSource extends Source<RequestWords> {
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly ref: string;
  readonly organisationId: string;
  readonly counterpartIds: readonly string[];
  readonly languages: readonly string[];
  readonly funds: boolean;
  readonly counterpart: { readonly must: Wish; readonly prefer: Wish; readonly avoid: Wish } | null;
  readonly third: Seeker['third'];
}
/** What an organisation has lived through with suggestions; one that may still be answered counts for nothing. */
export interface History {
  readonly organisationId: string;
  readonly asked: number;
  readonly answered: number;
  readonly open: number;
  readonly exposure: number;
  readonly introductions: readonly Introduction[];
  readonly refusals: readonly { readonly organisationId: string; readonly at: Date }[];
}

export interface Read {
  readonly subject: string;
  readonly changedIn: string;
  readonly readings: Readonly<Record<string, Reading>>;
}

const readOr = (words: string) => `s.changed_in::text as "changedIn",
  case when s.lexicon = $2 then s.readings end as readings,
  case when s.lexicon is distinct from $2 or s.readings is null then ${words} end as words`;

@Injectable()
export class SourcesQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /**
   * What changed in transactions that were not seen to their end before, and from which one on to look next time. A
   * transaction that began early and ends late is thus met when it ends; some are met twice.
   */
  async changed(since: string | null): Promise<{ readonly next: string; readonly subjects: readonly string[] }> {
    const [row]: { next: string; subjects: string[] }[] = await this.dataSource.query(
      `select pg_snapshot_xmin(pg_current_snapshot())::text as next, coalesce((select json_agg(subject) from matching_source
         where $1::text is null or (changed_in >= ($1::text)::xid8 and changed_in < pg_snapshot_xmax(pg_current_snapshot()))), '[]') as subjects`,
      [since],
    );
    return row ?? { next: '0', subjects: [] };
  }

  glossary(): Promise<GlossaryEntry[]> {
    return this.dataSource.query('select id, terms as term from glossary_term order by id');
  }

  organisations(ids: readonly string[], lexicon: string): Promise<OrganisationSource[]> {
    return this.dataSource.query(
      `select o.id, o.type, o.country, o.time_zone as "timeZone", (o.population ->> 'value')::float as population, o.languages,
         ${readOr(`coalesce((select json_agg(json_build_object('kind', f.kind, 'position', f.position, 'tags', f.tags, 'text', f.text))
           from organisation_fact f where f.organisation_id = o.id), '[]')`)}
       from organisation o join matching_source s on s.subject = 'organisation:' || o.id where o.id = any($1::uuid[])`,
      [ids, lexicon],
    );
  }

  stories(ids: readonly string[], lexicon: string): Promise<StorySource[]> {
    return this.dataSource.query(
      `select t.id, t.state in ('published', 'due_review') as told,
         array(select o.organisation_id from story_organisation o where o.story_id = t.id order by o.position) as "organisationIds",
         ${readOr(`json_build_object('title', t.title, 'summary', t.summary, 'solution', t.solution, 'challenge', t.challenge,
           'lessons', t.lessons, 'themes', t.themes, 'sdgs', t.sdgs)`)}
       from story t join matching_source s on s.subject = 'story:' || t.id where t.id = any($1::uuid[])`,
      [ids, lexicon],
    );
  }

  requests(ids: readonly string[], lexicon: string): Promise<RequestSource[]> {
    return this.dataSource.query(
      `select r.id, r.ref, r.kind, r.state, r.organisation_id as "organisationId", r.counterpart_ids as "counterpartIds",
         r.languages, r.counterpart, r.kind = 'offer' and 'funding_readiness' = any(r.modalities) as funds,
         case when (r.resources ->> 'triangularPartnerWanted')::bool then 'partner'
           when (r.resources ->> 'fundingSought')::bool then 'funding' end as third,
         ${readOr(`json_build_object('title', r.title, 'context', r.context, 'wantedResult', r.wanted_result,
           'whatWeBring', r.what_we_bring, 'partnerSought', r.partner_sought, 'lines', r.lines, 'themes', r.themes,
           'sdgs', r.sdgs, 'sdgTargets', r.sdg_targets, 'modalities', r.modalities)`)}
       from request r join matching_source s on s.subject = 'request:' || r.id where r.id = any($1::uuid[])`,
      [ids, lexicon],
    );
  }

  /** Of the parties of these matches, or of everybody who ever was in one. */
  async history(matchIds: readonly string[] | null, now: Date, exposureDays: number): Promise<History[]> {
    const rows: (Omit<History, 'introductions' | 'refusals'> & {
      introductions: { organisationId: string; at: string; agreed: boolean }[];
      refusals: { organisationId: string; at: string }[];
    })[] = await this.dataSource.query(
      `select p.organisation_id as "organisationId",
         count(*) filter (where p.position > 0 and m.expression_id is null and (p.stance in ('must', 'interested', 'no')
           or (m.end_reason = 'no_response' and p.stance in ('unseen', 'seen'))))::int as asked,
         count(*) filter (where p.position > 0 and m.expression_id is null and p.stance in ('must', 'interested', 'no'))::int as answered,
         count(*) filter (where m.state = 'suggested' and p.stance in ('unseen', 'seen', 'not_now'))::int as open,
         count(*) filter (where p.position > 0 and m.expression_id is null and m.created_at > $2)::int as exposure,
         coalesce(json_agg(json_build_object('organisationId', other.organisation_id, 'at', m.created_at, 'agreed', m.state = 'agreed')
           order by m.created_at, m.id) filter (where met.all), '[]') as introductions,
         coalesce(json_agg(json_build_object('organisationId', other.organisation_id, 'at', m.ended_at)
           order by m.ended_at, m.id) filter (where 'no' in (p.stance, other.stance) and met.pair), '[]') as refusals
       from match_party p
       join match m on m.id = p.match_id and m.state not in ('referred', 'set_aside')
       join match_party other on other.match_id = m.id and other.organisation_id <> p.organisation_id
       cross join lateral (select p.stance in ('must', 'interested') and other.stance in ('must', 'interested') as all,
         (select count(*) = 2 from match_party of where of.match_id = m.id) as pair) met
       where $1::uuid[] is null or p.organisation_id in (select organisation_id from match_party where match_id = any($1::uuid[]))
       group by p.organisation_id`,
      [matchIds, addDays(now, -exposureDays)],
    );
    const dated = <T extends { at: string }>(list: readonly T[]) =>
      list.map((one) => ({ ...one, at: new Date(one.at) }));
    return rows.map((row) => ({
      ...row,
      introductions: dated(row.introductions),
      refusals: dated(row.refusals),
    }));
  }

  /** Circles of which one said no after `since`, by the ids of all in it, in order: the same ones are not brought together again. */
  async refusedCircles(since: Date): Promise<ReadonlySet<string>> {
    const rows: { ids: string[] }[] = await this.dataSource.query(
      `select array_agg(p.organisation_id::text order by p.organisation_id::text) as ids
       from match m join match_party p on p.match_id = m.id where m.ended_at > $1
       group by m.id having count(*) > 2 and bool_or(p.stance = 'no')`,
      [since],
    );
    return new Set(rows.map(({ ids }) => ids.join()));
  }

  /** The requests that stand in a ring which is not over: no second one is put to them meanwhile. */
  async inRings(): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select unnest(array[x.request_id, m.request_id]) as id from ring_request x join match m on m.id = x.match_id and m.ended_at is null`,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Keeps what was read, unless it changed meanwhile or another process keeps it now. */
  async keep(list: readonly Read[], lexicon: string): Promise<void> {
    await this.dataSource.query(
      `update matching_source s set lexicon = $4, readings = v.readings
       from (select m.subject, given.readings
         from unnest($1::text[], $2::text[], $3::jsonb[]) as given (subject, changed_in, readings)
         join matching_source m on m.subject = given.subject and m.changed_in = given.changed_in::xid8
         order by m.subject for update of m skip locked) v
       where s.subject = v.subject`,
      [
        list.map(({ subject }) => subject),
        list.map(({ changedIn }) => changedIn),
        list.map(({ readings }) => JSON.stringify(readings)),
        lexicon,
      ],
    );
  }
}
