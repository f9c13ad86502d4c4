import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { periodStart } from '@baraza/domain/record';
import { Controller } from '@nestjs/common';
import { RecordQueries } from '../brokering/index.ts';
import type { Asker } from '../platform/asker.ts';
import { Finders, type Line } from '../platform/finders.ts';
import { Route } from '../platform/http/route.decorator.ts';
import { HomeQueries } from './home.queries.ts';

const { home } = api;
/** Enough of the latest to speak of the year, on a page that everybody opens. */
const latest = 500;

@Controller()
export class HomeController {
  private readonly queries: HomeQueries;
  private readonly finders: Finders;
  private readonly record: RecordQueries;
  constructor(queries: HomeQueries, finders: Finders, record: RecordQueries) {
    this.queries = queries;
    this.record = record;
    this.finders = finders;
  }

  @Route(home.read)
  async read(_: Received<typeof home.read>, asker: Asker) {
    const [requests, threads, stories, session, triage, totals] = await Promise.all([
      this.nearest('request', 4, asker),
      this.nearest('thread', 4, asker),
      this.finders.find('story', { limit: 3 }, asker),
      this.session(asker),
      this.record.triage(periodStart('year', asker.at), asker.at, latest),
      this.queries.totals(),
    ]);
    const promise = triage.median === null ? null : { requests: triage.of, workingDays: triage.median };
    const member = asker.actor.kind === 'member';
    return { member, requests: [...requests], threads: [...threads], stories: [...stories], session, promise, totals };
  }

  /** What lies near a member; where nothing does, and for a visitor, the latest of all. */
  private async nearest(kind: string, limit: number, asker: Asker): Promise<readonly Line[]> {
    const near = asker.actor.kind === 'member' ? await this.finders.find(kind, { near: true, limit }, asker) : [];
    return near.length > 0 ? near : this.finders.find(kind, { limit }, asker);
  }

  private async session(asker: Asker) {
    const next = await this.queries.nextSession(asker.at);
    const [line] = next ? await this.finders.find('session', { ids: [next.id], limit: 1 }, asker) : [];
    return next && line ? { ...next, line } : null;
  }
}
