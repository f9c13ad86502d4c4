import { readIn } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../platform/asker.ts';
import { bind } from '../platform/database/bind.ts';
import { Finders, holding, lineOf, type StoredLine, type Wanted } from '../platform/finders.ts';
import { type Described, Things } from '../platform/things.ts';

/** Sessions and series as other rooms speak of them; the programme is open to everybody. */
@Injectable()
export class ProgrammeThings {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource, things: Things, finders: Finders) {
    this.dataSource = dataSource;
    things.describe('session', (ids, asker) => this.sessions({ ids, limit: ids.length }, asker));
    things.describe('series', (ids, asker) => this.series(ids, asker));
    finders.offer('session', (wanted, asker) => this.sessions(wanted, asker));
  }

  private async sessions({ ids, words = [], near, limit }: Wanted, { actor, locale }: Asker) {
    const bound = bind();
    const { $ } = bound;
    const where = ['true'];
    if (ids) where.push(`s.id = any (${$(ids)}::uuid[])`);
    if (near) where.push(`e.cluster_id = any (${$(actor.clusterIds)}::uuid[])`);
    if (words.length > 0)
      where.push(holding(`folded(s.topic::text || ' ' || coalesce(s.summary::text, ''))`, words, bound));
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

  private async series(ids: readonly string[], { locale }: Asker): Promise<Described[]> {
    const rows: { id: string; slug: string; title: Parameters<typeof readIn>[0]; at: Date | null }[] =
      await this.dataSource.query(
        'select id, slug, title, starts_on::timestamptz as at from series where id = any ($1::uuid[])',
        [ids],
      );
    return rows.map(({ id, slug, title, at }) => {
      const reading = readIn(title, locale);
      return { id, title: reading.text, locale: reading.locale, href: `/programme/series/${slug}`, at };
    });
  }
}
