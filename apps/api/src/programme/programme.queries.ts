import type { Citation } from '@baraza/contracts/kernel';
import type { SessionLine, SpeakerView } from '@baraza/contracts/programme';
import type { Locale } from '@baraza/domain/kernel';
import type { EventKind, SessionFacts } from '@baraza/domain/programme';
import type { LocalizedText } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, pageFrom } from '../platform/database/cursor.ts';
import { sessionFacts, sessionJoins, sessionLine } from './programme.sql.ts';

export type StoredLine = Omit<SessionLine, 'topic'> & { readonly topic: LocalizedText };
export interface StoredSeriesLine {
  readonly id: string;
  readonly slug: string;
  readonly title: LocalizedText;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly sessions: number;
  readonly questions: number;
}
export interface StoredSeries extends StoredSeriesLine {
  readonly summary: LocalizedText | null;
  readonly purposes: readonly LocalizedText[];
  readonly organisers: { slug: string; name: string }[];
  readonly events: readonly {
    slug: string;
    kind: EventKind;
    title: LocalizedText;
    summary: LocalizedText | null;
    lines: StoredLine[];
  }[];
  readonly grounding: Citation | null;
}
export interface StoredSession extends SessionFacts {
  readonly slug: string;
  readonly line: StoredLine;
  readonly seq: number;
  readonly summary: LocalizedText | null;
  readonly event: { slug: string; title: LocalizedText };
  readonly series: { slug: string; title: LocalizedText } | null;
  readonly cluster: { slug: string; name: string } | null;
  readonly themes: string[];
  readonly speakers: SpeakerView[];
  readonly stories: { slug: string; title: LocalizedText }[];
  readonly grounding: Citation | null;
}

const seriesLine = `r.id, r.slug, r.title, r.starts_on::text as "startsOn", r.ends_on::text as "endsOn",
  (select count(*)::int from event e join session s on s.event_id = e.id where e.series_id = r.id) as sessions,
  (select count(*)::int from event e join session s on s.event_id = e.id join board b on b.session_id = s.id join question q on q.board_id = b.id
    where e.series_id = r.id and q.published_at is not null) as questions`;
const nameOf = (alias: string, language: string): string =>
  `coalesce(${alias}.names ->> ${language}, ${alias}.names ->> 'en')`;

/** The pool, or the transaction that has just changed what is read. */
export interface Runner {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

@Injectable()
export class ProgrammeQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** What runs, then what comes, soonest first. */
  async coming(locale: Locale): Promise<StoredLine[]> {
    const rows: { line: StoredLine }[] = await this.dataSource.query(
      `select ${sessionLine('$1')} as line from session s join event e on e.id = s.event_id
       where s.state in ('announced', 'open', 'running')
       order by s.state = 'running' desc, s.starts_at, s.slug limit 20`,
      [locale],
    );
    return rows.map(({ line }) => line);
  }

  async series(): Promise<StoredSeriesLine[]> {
    return this.dataSource.query(
      `select ${seriesLine} from series r order by r.starts_on desc nulls last, r.slug limit 100`,
    );
  }

  async past(locale: Locale, cursor: string | undefined, limit: number) {
    const after = decodeCursor(cursor, 2);
    const rows: { line: StoredLine; at: string }[] = await this.dataSource.query(
      `select ${sessionLine('$1')} as line, s.starts_at::text as at from session s join event e on e.id = s.event_id
       where s.state in ('wrap_up', 'completed') and ($2::text is null or (s.starts_at, s.slug) < ($2::timestamptz, $3))
       order by s.starts_at desc, s.slug desc limit $4`,
      [locale, after ? String(after[0]) : null, after ? String(after[1]) : null, limit + 1],
    );
    const { items, next } = pageFrom(rows, limit, ({ at, line }) => [at, line.slug]);
    return { items: items.map(({ line }) => line), next };
  }

  async readSeries(slug: string, locale: Locale): Promise<StoredSeries | undefined> {
    const [series]: StoredSeries[] = await this.dataSource.query(
      `select ${seriesLine}, r.summary, r.purposes, citation(r.source_id, r.source_place) as grounding,
         (select coalesce(json_agg(json_build_object('slug', o.slug, 'name', ${nameOf('o', '$1')}) order by array_position(r.organisers, o.slug)), '[]')
           from organisation o where o.slug = any(r.organisers)) as organisers,
         (select coalesce(json_agg(json_build_object('slug', e.slug, 'kind', e.kind, 'title', e.title, 'summary', e.summary, 'lines',
             (select coalesce(json_agg(${sessionLine('$1')} order by s.number, s.starts_at), '[]') from session s where s.event_id = e.id)) order by e.position, e.slug), '[]')
           from event e where e.series_id = r.id) as events
       from series r where r.slug = $2`,
      [locale, slug],
    );
    return series;
  }

  async session(slug: string, locale: Locale, within: Runner = this.dataSource): Promise<StoredSession | undefined> {
    const [session] = (await within.query(
      `select ${sessionFacts}, ${sessionLine('$1')} as line, s.summary, s.themes,
         coalesce((select n.seq from stream n where n.name = 'session:' || s.id), 0) as seq, citation(s.source_id, s.source_place) as grounding,
         json_build_object('slug', e.slug, 'title', e.title) as event,
         case when r.id is not null then json_build_object('slug', r.slug, 'title', r.title) end as series,
         (select json_build_object('slug', c.slug, 'name', ${nameOf('c', '$1')}) from cluster c where c.id = e.cluster_id) as cluster,
         (select coalesce(json_agg(json_build_object('name', coalesce(p.name, x.name), 'honorific', p.honorific, 'title', p.title,
             'organisation', p.organisation, 'country', p.country, 'role', x.role, 'talk', x.talk) order by x.position), '[]')
           from session_speaker x left join speaker p on p.id = x.speaker_id where x.session_id = s.id) as speakers,
         (select coalesce(json_agg(json_build_object('slug', t.slug, 'title', t.title) order by t.published_at desc), '[]')
           from story t where s.slug = any(t.webinars) and t.state in ('published', 'due_review')) as stories
       from ${sessionJoins} where s.slug = $2`,
      [locale, slug],
    )) as StoredSession[];
    return session;
  }

  /** Whether there is such a session; all of them are public. */
  async exists(id: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query('select 1 from session where id::text = $1', [id]);
    return rows.length > 0;
  }
}
