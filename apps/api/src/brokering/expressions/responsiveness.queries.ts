import type { Responsiveness } from '@baraza/contracts/brokering';
import { brokeringTerms } from '@baraza/domain/brokering';
import { addDays } from '@baraza/domain/kernel';
import { type AnswerGiven, answeredInTime } from '@baraza/domain/record';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notFound } from '../../platform/http/problem-error.ts';
import { Organisations } from '../case/organisations.queries.ts';

const lookedBackDays = 730;

/** How an organisation answers those who offer to help it. */
@Injectable()
export class ResponsivenessQueries {
  private readonly dataSource: DataSource;
  private readonly organisations: Organisations;
  constructor(dataSource: DataSource, organisations: Organisations) {
    this.dataSource = dataSource;
    this.organisations = organisations;
  }

  /** What is not due yet counts neither way, and what the sender took back is nobody's fault. */
  async of(slug: string, now: Date): Promise<Responsiveness> {
    const [found]: { id: string }[] = await this.dataSource.query('select id from organisation where slug = $1', [
      slug,
    ]);
    if (!found) throw notFound();
    const rows: AnswerGiven[] = await this.dataSource.query(
      `select e.sent_at as "sentAt", e.state = 'withdrawn' or e.end_reason = 'request_ended' as gone,
         (select min(v.at) from brokering_move v where v.subject = 'expression:' || e.id
           and v.move in ('discuss', 'accept', 'decline')) as "answeredAt"
       from expression e join request r on r.id = e.request_id
       where r.organisation_id = $1 and e.sent_at > $2`,
      [found.id, addDays(now, -lookedBackDays)],
    );
    const { context } = await this.organisations.know([found.id]);
    const { answerWithin } = brokeringTerms.expression;
    const calendar = context.calendarOf(found.id);
    const counted = rows.map((row) => answeredInTime(row, calendar, now)).filter((inTime) => inTime !== null);
    return { answered: counted.filter(Boolean).length, asked: counted.length, within: answerWithin };
  }
}
