import type { OrganisationRef } from '@baraza/contracts/brokering';
import { type BrokeringContext, brokeringTerms } from '@baraza/domain/brokering';
import { calendarOf, type Locale, type WorkingCalendar } from '@baraza/domain/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource, type EntityManager } from 'typeorm';
import { SETTINGS, type Settings } from '../../platform/config/settings.ts';

type Db = Pick<EntityManager, 'query'>;

/** Days of rest as they are stored; without a weekend of its own, the one that is usual there. */
interface Rest {
  readonly holidays: readonly string[];
  readonly weekend: readonly number[] | null;
}
interface Organisation extends Rest {
  readonly id: string;
  readonly slug: string;
  readonly names: Readonly<Partial<Record<Locale, string>>>;
  readonly country: string | null;
  readonly timeZone: string;
  readonly verifiedSince: Date | null;
  readonly hasFocalPoint: boolean;
}

/** The organisations that one answer or one move speaks of: their names, and the days on which they work. */
export class Known {
  private readonly byId = new Map<string, Organisation>();
  private readonly calendars = new Map<string, WorkingCalendar>();
  private readonly desk: WorkingCalendar;
  private readonly load: (ids: readonly string[]) => Promise<readonly Organisation[]>;
  readonly context: BrokeringContext;
  constructor(desk: WorkingCalendar, load: (ids: readonly string[]) => Promise<readonly Organisation[]>) {
    this.desk = desk;
    this.load = load;
    this.context = {
      desk,
      terms: brokeringTerms,
      verifiedSince: (id) => this.byId.get(id)?.verifiedSince ?? null,
      hasFocalPoint: (id) => this.byId.get(id)?.hasFocalPoint ?? false,
      calendarOf: (id) => this.calendarOf(id),
    };
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
    return this.byId.get(id)?.timeZone ?? this.desk.timeZone;
  }

  countryOf(id: string): string | null {
    return this.byId.get(id)?.country ?? null;
  }

  private calendarOf(id: string): WorkingCalendar {
    const known = this.calendars.get(id);
    if (known) return known;
    const found = this.byId.get(id);
    const calendar = calendarOf(this.countryOf(id), this.zoneOf(id), found?.holidays, found?.weekend ?? undefined);
    this.calendars.set(id, calendar);
    return calendar;
  }
}

/** Names, countries and clocks of organisations, remembered for half a minute: every page of this room needs a few of them. */
@Injectable()
export class Organisations {
  private readonly cache = new LRUCache<string, Organisation>({ max: 5000, ttl: 30_000 });
  private readonly desks = new LRUCache<'desk', WorkingCalendar>({ max: 1, ttl: 30_000 });
  private readonly dataSource: DataSource;
  private readonly deskZone: string;
  constructor(dataSource: DataSource, @Inject(SETTINGS) settings: Settings) {
    this.dataSource = dataSource;
    this.deskZone = settings.deskTimeZone;
  }

  /** `db`: within a transaction that transaction, which waits for no second connection while it holds one. */
  async know(ids: Iterable<string | null | undefined> = [], db: Db = this.dataSource): Promise<Known> {
    return new Known(await this.desk(db), (wanted) => this.load(wanted, db)).learn(ids);
  }

  /** The working days of the brokers, who sit in many cities: in the zone the operator gave, with the holidays of the desk. */
  async desk(db: Db = this.dataSource): Promise<WorkingCalendar> {
    const known = this.desks.get('desk');
    if (known) return known;
    const [rest]: [Rest] = await db.query(`select ${restOf(`'desk'`, `'desk'`)}`);
    const desk = calendarOf(null, this.deskZone, rest.holidays, rest.weekend ?? undefined);
    if (db === this.dataSource) this.desks.set('desk', desk);
    return desk;
  }

  /** Who belongs to it has changed. */
  forget(id: string): void {
    this.cache.delete(id);
  }

  /** The days on which somebody works have changed. */
  forgetAll(): void {
    this.cache.clear();
    this.desks.clear();
  }

  private async load(ids: readonly string[], db: Db): Promise<Organisation[]> {
    const found = ids.map((id) => this.cache.get(id));
    const missing = ids.filter((_, i) => found[i] === undefined);
    const fresh: Organisation[] =
      missing.length === 0
        ? []
        : await db.query(
            `select o.id, o.slug, o.names, o.country, o.time_zone as "timeZone", a.since as "verifiedSince", a.headed as "hasFocalPoint",
               ${restOf('o.id::text', 'o.country')}
             from organisation o cross join lateral (
               select min(valid_from) as since, coalesce(bool_or(role = 'focal_point'), false) as headed
               from affiliation where organisation_id = o.id and state = 'active') a
             where o.id = any($1::uuid[])`,
            [missing],
          );
    // What a transaction sees may never become true: only what everybody sees is remembered.
    if (db === this.dataSource) for (const organisation of fresh) this.cache.set(organisation.id, organisation);
    return [...found.filter((organisation) => organisation !== undefined), ...fresh];
  }
}

/** Holidays of both, the weekend of the nearer one. */
const restOf = (own: string, country: string): string => `
  array(select distinct h.day::text from holiday h where h.calendar in (${own}, ${country})) as holidays,
  (select w.days from calendar_weekend w where w.calendar in (${own}, ${country}) order by w.calendar = ${own} desc limit 1) as weekend`;
