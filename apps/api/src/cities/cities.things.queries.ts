import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../platform/asker.ts';
import { bind } from '../platform/database/bind.ts';
import { Finders, holding, type Line, type Wanted } from '../platform/finders.ts';
import { Things } from '../platform/things.ts';

/** Organisations as other rooms speak of them; the directory is open to everybody. */
@Injectable()
export class CitiesThings {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource, things: Things, finders: Finders) {
    this.dataSource = dataSource;
    things.describe('organisation', (ids, asker) => this.organisations({ ids, limit: ids.length }, asker));
    finders.offer('organisation', (wanted, asker) => this.organisations(wanted, asker));
  }

  private organisations({ ids, words = [], limit }: Wanted, { locale }: Asker): Promise<Line[]> {
    const bound = bind();
    const { $ } = bound;
    const where = ['true'];
    if (ids) where.push(`o.id = any (${$(ids)}::uuid[])`);
    if (words.length > 0) where.push(holding('o.searched', words, bound));
    const name = `coalesce(o.names ->> '${locale}', o.names ->> 'en') collate "${locale}-x-icu"`;
    return this.dataSource.query(
      `select 'organisation' as kind, o.id, ${name} as title,
         case when o.names ? ${$(locale)} then ${$(locale)} else 'en' end as locale,
         '/cities/' || o.slug as href, null as at, o.kind as form, null as state, null as ref, o.country as by, null as where,
         null as count
       from organisation o where ${where.join(' and ')} order by ${name}, o.slug limit ${$(limit)}`,
      [...bound.values],
    );
  }
}
