import type { OrganisationRef } from '@baraza/contracts/brokering';
import { type BrokeringContext, brokeringTerms } from '@baraza/domain/brokering';
import { calendarOf, type Locale, type WorkingCalendar } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';

interface Organisation {
  readonly id: string;
  readonly slug: string;
  readonly names: Readonly<Partial<Record<Locale, string>>>;
  readonly country: string | null;
  readonly timeZone: string;
}

/** Where a broker's working day is counted; desks of the programme sit in many cities. */
const deskZone = 'UTC';
const desk = calendarOf(null, deskZone);

/** The organisations that one answer or one move speaks of: their names, and the days on which they work. */
export class Known {
  private readonly byId = new Map<string, Organisation>();
  private readonly calendars = new Map<string, WorkingCalendar>();
  private readonly load: (ids: readonly string[]) => Promise<readonly Organisation[]>;
  constructor(load: (ids: readonly string[]) => Promise<readonly Organisation[]>) {
    this.load = load;
  }

  async learn(ids: Iterable<string | null | undefined>): Promise<this> {
    const wanted = [...new Set(ids)].filter((id): id is string => !!id && !this.byId.has(id));
    if (wanted.length > 0) for (const found of await this.load(wanted)) this.byId.set(found.id, found);
    return this;
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  ref(id: string, locale: Locale): OrganisationRef {
    const found = this.byId.get(id);
    if (!found) throw new Error(`organisation ${id} was not learned`);
    const { slug, names, country, timeZone } = found;
    return { id, slug, name: names[locale] ?? names.en ?? slug, country, timeZone };
  }

  zoneOf(id: string): string {
    return this.byId.get(id)?.timeZone ?? deskZone;
  }

  countryOf(id: string): string | null {
    return this.byId.get(id)?.country ?? null;
  }

  readonly context: BrokeringContext = {
    desk,
    terms: brokeringTerms,
    calendarOf: (id) => {
      const known = this.calendars.get(id);
      if (known) return known;
      const calendar = calendarOf(this.countryOf(id), this.zoneOf(id));
      this.calendars.set(id, calendar);
      return calendar;
    },
  };
}

/** Names, countries and clocks of organisations, remembered for half a minute: every page of this room needs a few of them. */
@Injectable()
export class Organisations {
  private readonly cache = new LRUCache<string, Organisation>({ max: 5000, ttl: 30_000 });
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  know(ids: Iterable<string | null | undefined> = []): Promise<Known> {
    return new Known((wanted) => this.load(wanted)).learn(ids);
  }

  private async load(ids: readonly string[]): Promise<Organisation[]> {
    const found = ids.map((id) => this.cache.get(id));
    const missing = ids.filter((_, i) => found[i] === undefined);
    const fresh: Organisation[] =
      missing.length === 0
        ? []
        : await this.dataSource.query(
            `select id, slug, names, country, time_zone as "timeZone" from organisation where id = any($1::uuid[])`,
            [missing],
          );
    for (const organisation of fresh) this.cache.set(organisation.id, organisation);
    return [...found.filter((organisation) => organisation !== undefined), ...fresh];
  }
}
