import type { Citation } from '@baraza/contracts/kernel';
import type { StoryLine, StoryView } from '@baraza/contracts/knowledge';
import type { Actor, Locale } from '@baraza/domain/kernel';
import type { StoryFacts } from '@baraza/domain/knowledge';
import type { LocalizedText } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { decodeCursor, pageFrom } from '../platform/database/cursor.ts';

/** A shape of the wire with its readings as they are stored: in every language there is. */
type Stored<T, Texts extends keyof T> = Omit<T, Texts> & {
  readonly [K in Texts]: T[K] extends readonly unknown[]
    ? readonly LocalizedText[]
    : LocalizedText | Extract<T[K], null>;
};
export type StoredStoryLine = Stored<StoryLine, 'title' | 'summary'>;
export type StoredResult = Stored<StoryView['results'][number], 'metric' | 'unit' | 'note'>;
export type StoredStory = Omit<
  Stored<StoryView, 'title' | 'summary' | 'challenge' | 'solution' | 'lessons' | 'fits' | 'caution'>,
  'results' | 'webinars' | 'moves' | 'reviewBy'
> &
  StoryFacts & { readonly results: readonly StoredResult[]; readonly webinars: readonly string[] };
export interface StoredRecommendation {
  readonly slug: string;
  readonly kind: 'policy' | 'action';
  readonly title: LocalizedText;
  readonly text: LocalizedText;
  readonly measures: readonly LocalizedText[];
  readonly stories: readonly { readonly slug: string; readonly title: LocalizedText }[];
  readonly clusters: { slug: string; name: string }[];
  readonly citation: Citation;
}
export interface StoredTerm {
  readonly id: string;
  readonly terms: Record<Locale, string>;
  readonly definition: LocalizedText;
  readonly citation: Citation | null;
}

export interface StoryFilter {
  readonly theme?: string | undefined;
  readonly sdg?: number | undefined;
  readonly cluster?: string | undefined;
  readonly organisation?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const told = `s.state in ('published', 'due_review')`;
/** Narrowed to what values 1 to 4 say; null leaves it open. */
const narrowed = `${told}
  and ($1::text is null or s.themes @> array[$1])
  and ($2::smallint is null or s.sdgs @> array[$2])
  and ($3::text is null or s.cluster_id = (select c.id from cluster c where c.slug = $3))
  and ($4::text is null or exists (select 1 from story_organisation so join organisation o on o.id = so.organisation_id
    where so.story_id = s.id and o.slug = $4))`;

const nameOf = (alias: string, locale: string): string =>
  `coalesce(${alias}.names ->> ${locale}, ${alias}.names ->> 'en')`;
const line = (locale: string): string => `
  s.slug, s.title, s.summary, s.place, s.themes, s.sdgs, s.published_at as "publishedAt",
  (select coalesce(json_agg(json_build_object('slug', o.slug, 'name', ${nameOf('o', locale)}) order by so.position), '[]')
    from story_organisation so join organisation o on o.id = so.organisation_id where so.story_id = s.id) as organisations`;
const organisationIds = `array(select so.organisation_id::text from story_organisation so where so.story_id = s.id) as "organisationIds"`;

@Injectable()
export class KnowledgeQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** A page of told stories, how many the filter finds, and what all told stories can be narrowed by. */
  async stories({ theme, sdg, cluster, organisation, cursor, limit }: StoryFilter, locale: Locale) {
    const after = decodeCursor(cursor, 2);
    const [row]: [
      {
        items: StoredStoryLine[];
        total: number;
        choices: { themes: string[]; sdgs: number[]; clusters: { slug: string; name: string }[] };
      },
    ] = await this.dataSource.query(
      `select
           (select coalesce(json_agg(p), '[]') from (
             select ${line('$5')} from story s
             where ${narrowed} and ($6::timestamptz is null or (s.published_at, s.slug) < ($6, $7))
             order by s.published_at desc, s.slug desc limit $8) p) as items,
           (select count(*)::int from story s where ${narrowed}) as total,
           json_build_object(
             'themes', array(select distinct unnest(s.themes) from story s where ${told} order by 1),
             'sdgs', array(select distinct unnest(s.sdgs) from story s where ${told} order by 1),
             'clusters', (select coalesce(json_agg(json_build_object('slug', c.slug, 'name', ${nameOf('c', '$5')}) order by c.position), '[]')
               from cluster c where exists (select 1 from story s where s.cluster_id = c.id and ${told}))) as choices`,
      [
        theme ?? null,
        sdg ?? null,
        cluster ?? null,
        organisation ?? null,
        locale,
        instantOf(after?.[0]),
        after?.[1] ?? null,
        limit + 1,
      ],
    );
    const { items, next } = pageFrom(row.items, limit, ({ publishedAt, slug }) => [publishedAt ?? '', slug]);
    return { items, next, total: row.total, choices: row.choices };
  }

  /** A story with its figures; undefined where this reader may not see it (the twin of `storyPolicy.view`). */
  async story(
    slug: string,
    actor: Actor,
    locale: Locale,
    tx: EntityManager | DataSource = this.dataSource,
  ): Promise<StoredStory | undefined> {
    const [story]: StoredStory[] = await tx.query(
      `select s.id, s.version, s.state, ${line('$2')}, s.challenge, s.solution, s.lessons, s.fits, s.caution, s.speakers, s.webinars, s.recordings,
         s.author_id as "authorId", s.reviewed_by as "reviewedBy", s.review_by as "reviewBy", ${organisationIds},
         citation(s.source_id, s.source_place) as citation,
         (select json_build_object('slug', c.slug, 'name', ${nameOf('c', '$2')}) from cluster c where c.id = s.cluster_id) as cluster,
         (select coalesce(json_agg(json_build_object('metric', r.metric, 'value', r.value, 'before', r.before, 'unit', r.unit,
             'calendarYear', r.calendar_year, 'year', r.year, 'yearBasis', r.year_basis, 'note', r.note,
             'citation', citation(r.source_id, r.place)) order by r.position), '[]')
           from story_result r where r.story_id = s.id) as results
       from story s where s.slug = $1 and (${told} or $3 or s.author_id = $4
         or exists (select 1 from story_organisation so where so.story_id = s.id and so.organisation_id = any($5)))`,
      [
        slug,
        locale,
        actor.roles.includes('editor') || actor.roles.includes('admin'),
        actor.id,
        actor.affiliations.map((a) => a.organisationId),
      ],
    );
    return story;
  }

  recommendations(
    story: string | undefined,
    cluster: string | undefined,
    locale: Locale,
  ): Promise<StoredRecommendation[]> {
    return this.dataSource.query(
      `select r.slug, r.kind, r.title, r.text, r.measures, citation(r.source_id, r.place) as citation,
         (select coalesce(json_agg(json_build_object('slug', s.slug, 'title', s.title) order by s.published_at desc, s.slug), '[]')
           from recommendation_story rs join story s on s.id = rs.story_id where rs.recommendation_id = r.id and ${told}) as stories,
         (select coalesce(json_agg(json_build_object('slug', c.slug, 'name', ${nameOf('c', '$3')}) order by c.position), '[]')
           from recommendation_cluster rc join cluster c on c.id = rc.cluster_id where rc.recommendation_id = r.id) as clusters
       from recommendation r
       where ($1::text is null or exists (select 1 from recommendation_story rs join story s on s.id = rs.story_id
           where rs.recommendation_id = r.id and s.slug = $1))
         and ($2::text is null or exists (select 1 from recommendation_cluster rc join cluster c on c.id = rc.cluster_id
           where rc.recommendation_id = r.id and c.slug = $2))
       order by r.kind desc, r.position limit 200`,
      [story ?? null, cluster ?? null, locale],
    );
  }

  /** Every term, as the reader's language sorts them. */
  glossary(locale: Locale): Promise<StoredTerm[]> {
    return this.dataSource.query(
      `select t.id, t.terms, t.definition, citation(t.source_id, t.place) as citation from glossary_term t
       order by coalesce(t.terms ->> $1, t.terms ->> 'en') collate "${locale}-x-icu", t.id limit 1000`,
      [locale],
    );
  }
}

/** The instant a cursor names; a forged one starts at the beginning. */
const instantOf = (part: string | number | undefined): Date | null => {
  const at = new Date(part ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
};
