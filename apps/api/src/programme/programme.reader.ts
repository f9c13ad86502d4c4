import type { Overview, SeriesView, SessionLine, SessionView } from '@baraza/contracts/programme';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { Streams } from '../platform/live/streams.ts';
import { presentLine, presentOverview, presentSeries, presentSession } from './programme.presenter.ts';
import { ProgrammeQueries, type Runner } from './programme.queries.ts';

/** The programme as its readers see it; all of it is public. */
@Injectable()
export class ProgrammeReader {
  private readonly queries: ProgrammeQueries;
  constructor(queries: ProgrammeQueries, streams: Streams) {
    this.queries = queries;
    streams.allow('session', (_, id) => queries.exists(id));
  }

  async overview(asker: Asker): Promise<Overview> {
    const [live, series] = await Promise.all([this.queries.coming(asker.locale), this.queries.series()]);
    return presentOverview(live, series, asker);
  }

  async past({ cursor, limit }: { cursor?: string | undefined; limit: number }, { locale }: Asker) {
    const { items, next } = await this.queries.past(locale, cursor, limit);
    return { items: items.map((line): SessionLine => presentLine(line, locale)), next };
  }

  async series(slug: string, asker: Asker): Promise<SeriesView> {
    const series = await this.queries.readSeries(slug, asker.locale);
    if (!series) throw notFound();
    return presentSeries(series, asker);
  }

  /** `within`: the transaction that has just changed it. */
  async session(slug: string, asker: Asker, within?: Runner): Promise<SessionView> {
    const session = await this.queries.session(slug, asker.locale, within);
    if (!session) throw notFound();
    return presentSession(session, asker);
  }
}
