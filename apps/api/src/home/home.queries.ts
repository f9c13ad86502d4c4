import { calendarOf, workingDaysBetween } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface NextSession {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly live: boolean;
}

const yearMs = 365 * 86_400_000;
/** Fewer answers than this say nothing about the next one. */
const fewest = 5;

@Injectable()
export class HomeQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** The session that runs, else the one that begins soonest. */
  async nextSession(at: Date): Promise<NextSession | undefined> {
    const [session]: NextSession[] = await this.dataSource.query(
      `select s.id, s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone", s.state = 'running' as live
       from session s where s.state in ('announced', 'open', 'running') and (s.ends_at > $1 or s.state = 'running')
       order by s.starts_at, s.slug limit 1`,
      [at],
    );
    return session;
  }

  /** In how many working days half of the requests of a year got the desk's first answer: a question, a yes or a no. */
  async promise(at: Date): Promise<{ requests: number; workingDays: number } | null> {
    const rows: { submittedAt: Date; answeredAt: Date }[] = await this.dataSource.query(
      `select r.submitted_at as "submittedAt", a.at as "answeredAt" from request r
       cross join lateral (select min(m.at) as at from brokering_move m
         where m.subject = 'request:' || r.id and m.by_kind = 'desk' and m.move in ('ask', 'publish', 'decline')) a
       where r.submitted_at > $1 and a.at >= r.submitted_at order by r.submitted_at desc limit 500`,
      [new Date(at.getTime() - yearMs)],
    );
    if (rows.length < fewest) return null;
    const desk = calendarOf(null, 'UTC');
    const days = rows
      .map(({ submittedAt, answeredAt }) => workingDaysBetween(submittedAt, answeredAt, desk))
      .sort((a, b) => a - b);
    return { requests: rows.length, workingDays: Math.max(1, days[Math.floor(days.length / 2)] ?? 1) };
  }

  async totals(): Promise<{ cities: number; requests: number; stories: number }> {
    const [row]: [{ cities: number; requests: number; stories: number }] = await this.dataSource.query(
      `select (select count(*)::int from organisation) as cities,
         (select count(*)::int from request where published_at is not null and state in ('published', 'in_matching', 'in_partnering')) as requests,
         (select count(*)::int from story where state in ('published', 'due_review')) as stories`,
    );
    return row;
  }
}
