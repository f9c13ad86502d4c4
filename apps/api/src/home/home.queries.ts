import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface NextSession {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly live: boolean;
}

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

  async totals(): Promise<{ cities: number; requests: number; stories: number }> {
    const [row]: [{ cities: number; requests: number; stories: number }] = await this.dataSource.query(
      `select (select count(*)::int from organisation) as cities,
         (select count(*)::int from request where published_at is not null and state in ('published', 'in_matching', 'in_partnering')) as requests,
         (select count(*)::int from story where state in ('published', 'due_review')) as stories`,
    );
    return row;
  }
}
