import type { PromiseRecord, UnmetDemand } from '@baraza/contracts/brokering';
import { brokeringTerms } from '@baraza/domain/brokering';
import { workingDaysBetween } from '@baraza/domain/kernel';
import {
  type AnswerGiven,
  answeredInTime,
  concentration,
  type Demand,
  groupShares,
  periodStart,
  type RecordPeriod,
  reciprocity,
  type Seat,
  type Spread,
  shareOf,
  spreadOf,
} from '@baraza/domain/record';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Organisations } from '../case/organisations.queries.ts';
import {
  answersSql,
  birthdaysSql,
  demandSql,
  firstExpressionSql,
  funnelSql,
  linesSql,
  seatsSql,
  triageSql,
} from './record.sql.ts';
import { unmetSql } from './unmet.sql.ts';

const terms = brokeringTerms.record;
interface Funnel {
  readonly introduced: number;
  readonly agreed: number;
  readonly active: number;
}

/** The house's own promise, and what became of it. */
@Injectable()
export class RecordQueries {
  private readonly dataSource: DataSource;
  private readonly organisations: Organisations;
  constructor(dataSource: DataSource, organisations: Organisations) {
    this.dataSource = dataSource;
    this.organisations = organisations;
  }

  async unmet(now: Date): Promise<UnmetDemand> {
    const { sql, values } = unmetSql(now);
    const [found]: [Pick<UnmetDemand, 'totals' | 'cells'>] = await this.dataSource.query(sql, [...values]);
    return { at: now.toISOString(), waitingDays: terms.waitingDays, ...found };
  }

  async promise(period: RecordPeriod, now: Date): Promise<PromiseRecord> {
    const since = periodStart(period, now);
    const [triage, answers, firstExpression, lines, funnel, demand, seats] = await Promise.all([
      this.triage(since, now),
      this.answers(since, now),
      this.firstExpression(since),
      this.lines(since),
      this.funnel(since, now),
      this.dataSource.query<Demand[]>(demandSql, [since]),
      this.dataSource.query<Seat[]>(seatsSql, [since]),
    ]);
    return {
      period,
      at: now.toISOString(),
      triage: { ...triage, target: terms.triageTarget },
      answers: { ...answers, within: brokeringTerms.expression.answerWithin },
      firstExpression,
      lines,
      funnel,
      groups: groupShares(demand, seats),
      concentration: concentration(seats),
      reciprocity: reciprocity(seats),
    };
  }

  /**
   * Working days of the desk until its first answer; never less than one, since a day begun is a day. What waits still has
   * taken at least so long, and counts once the promise can be kept no more.
   */
  async triage(since: Date, now: Date, latest: number = terms.most): Promise<Spread> {
    const rows: { from: Date; to: Date; waiting: boolean }[] = await this.dataSource.query(triageSql, [
      since,
      latest,
      now,
    ]);
    const desk = await this.organisations.desk();
    const taken = rows.map(({ from, to, waiting }) => ({ waiting, days: workingDaysBetween(from, to, desk) }));
    return spreadOf(
      taken.filter(({ waiting, days }) => !waiting || days > terms.triageTarget).map(({ days }) => Math.max(1, days)),
    );
  }

  private async answers(since: Date, now: Date) {
    const rows: (AnswerGiven & { organisationId: string })[] = await this.dataSource.query(answersSql, [since]);
    const { context } = await this.organisations.know(rows.map(({ organisationId }) => organisationId));
    const counted = rows
      .map((row) => answeredInTime(row, context.calendarOf(row.organisationId), now))
      .filter((inTime) => inTime !== null);
    return shareOf(counted.filter(Boolean).length, counted.length);
  }

  private async firstExpression(since: Date) {
    const [{ published, days }]: [{ published: number; days: number[] }] = await this.dataSource.query(
      firstExpressionSql,
      [since],
    );
    return { ...spreadOf(days), published };
  }

  private async lines(since: Date) {
    const [{ part, of }]: [{ part: number; of: number }] = await this.dataSource.query(linesSql, [since]);
    return shareOf(part, of);
  }

  private async funnel(since: Date, now: Date) {
    const [row]: [Funnel] = await this.dataSource.query(funnelSql, [since]);
    const [alive]: [{ of: number; part: number }] = await this.dataSource.query(birthdaysSql, [since, now]);
    const { introduced, agreed, active } = row;
    return {
      introduced,
      agreed: shareOf(agreed, introduced),
      active: shareOf(active, introduced),
      alive: shareOf(alive.part, alive.of),
    };
  }
}
