import type { ScreeningResult } from '@baraza/domain/brokering';
import type { OrganisationKind } from '@baraza/domain/cities';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Screened, ScreeningAnswer } from './screening.ts';

/** What was asked and answered, each time: nothing is overwritten. */
@Injectable()
export class Screenings {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  async organisation(id: string): Promise<Screened | undefined> {
    const [row]: {
      names: Record<string, string>;
      local: string | null;
      country: string | null;
      kind: OrganisationKind;
    }[] = await this.dataSource.query(
      `select names, local_name ->> 'text' as local, country, kind from organisation where id = $1`,
      [id],
    );
    if (!row) return undefined;
    const names = [...new Set([...Object.values(row.names), ...(row.local ? [row.local] : [])])];
    return { name: row.names['en'] ?? '', names, country: row.country, kind: row.kind };
  }

  async last(organisationId: string): Promise<{ askedAt: Date; result: ScreeningResult } | undefined> {
    const [row]: { askedAt: Date; result: ScreeningResult }[] = await this.dataSource.query(
      `select asked_at as "askedAt", result from screening where organisation_id = $1 order by asked_at desc, id desc limit 1`,
      [organisationId],
    );
    return row;
  }

  async keep(tx: EntityManager, organisationId: string, askedAt: Date, answer: ScreeningAnswer): Promise<void> {
    const { result, source, note } = answer;
    await tx.query(
      'insert into screening (organisation_id, asked_at, source, result, note, failure) values ($1, $2, $3, $4, $5, $6)',
      [organisationId, askedAt, source, result, note || null, 'failure' in answer ? answer.failure : null],
    );
  }
}
