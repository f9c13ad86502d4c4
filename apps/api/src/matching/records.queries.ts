import type { Matched } from '@baraza/contracts/matching';
import type { Locale } from '@baraza/domain/kernel';
import type { LocalizedText } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What the directory says of organisations: open to everybody. */
@Injectable()
export class RecordsQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  async organisations(ids: Iterable<string>, locale: Locale): Promise<ReadonlyMap<string, Matched>> {
    const rows: Matched[] = await this.dataSource.query(
      `select id, slug, country, coalesce(names ->> $2, names ->> 'en') as name from organisation where id = any($1::uuid[])`,
      [[...new Set(ids)], locale],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** By `<organisation id>/<kind>/<position>`. */
  async facts(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly text: LocalizedText; readonly slug: string }>> {
    const rows: { id: string; text: LocalizedText; slug: string }[] = await this.dataSource.query(
      `select wanted.id, f.text, o.slug from unnest($1::text[]) as wanted (id)
       join organisation_fact f on f.organisation_id = split_part(wanted.id, '/', 1)::uuid
         and f.kind = split_part(wanted.id, '/', 2) and f.position = split_part(wanted.id, '/', 3)::int
       join organisation o on o.id = f.organisation_id`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map(({ id, ...fact }) => [id, fact]));
  }
}
