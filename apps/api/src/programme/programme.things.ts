import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../platform/asker.ts';
import { bind } from '../platform/database/bind.ts';
import { Finders, holding, lineOf, type StoredLine, type Wanted } from '../platform/finders.ts';

/** Sessions as they are found; the programme is open to everybody. */
@Injectable()
export class ProgrammeThings {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource, finders: Finders) {
    this.dataSource = dataSource;
    finders.offer('session', (wanted, asker) => this.sessions(wanted, asker));
  }

  private async sessions({ ids, words = [], limit }: Wanted, { locale }: Asker) {
    const bound = bind();
    const { $ } = bound;
    const where = ['true'];
    if (ids) where.push(`s.id = any (${$(ids)}::uuid[])`);
    if (words.length > 0) where.push(holding(`folded(s.topic::text)`, words, bound));
    const name = (of: string) => `coalesce(${of}.names ->> ${$(locale)}, ${of}.names ->> 'en')`;
    const rows: StoredLine[] = await this.dataSource.query(
      `select s.id, s.topic as title, '/programme/sessions/' || s.slug as href, s.starts_at as at, e.kind as form, s.state, null as ref,
         ${name('o')} as by, ${name('c')} as where, null as count
       from session s join event e on e.id = s.event_id left join organisation o on o.id = s.host_id
       left join cluster c on c.id = e.cluster_id
       where ${where.join(' and ')} order by s.starts_at desc, s.slug desc limit ${$(limit)}`,
      [...bound.values],
    );
    return rows.map((row) => lineOf('session', row, locale));
  }
}
