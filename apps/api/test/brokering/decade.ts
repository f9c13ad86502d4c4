import type { Actor, AffiliationRole, Role } from '@baraza/domain/kernel';
import { demoId } from '../../src/demo/ids.ts';
import type { House } from '../harness.ts';
import { type Chance, chance } from './chance.ts';

export const day = 86_400_000;
export const begin = new Date('2030-01-07T08:00:00Z');
export const end = new Date('2040-01-09T08:00:00Z');

/** Clocks that change in the north, in the south and not at all; weeks that rest on other days. */
const zones = [
  ['BR', 'America/Sao_Paulo'],
  ['US', 'America/New_York'],
  ['EG', 'Africa/Cairo'],
  ['FR', 'Europe/Paris'],
  ['NZ', 'Pacific/Auckland'],
  ['IN', 'Asia/Kolkata'],
  ['CN', 'Asia/Shanghai'],
  ['LB', 'Asia/Beirut'],
] as const;

/** How soon somebody does what they owe; a silent one never, from a day on. */
interface Temper {
  readonly kind: 'prompt' | 'slow' | 'silent';
  readonly from: Date;
}
export interface Person extends Temper {
  readonly actor: Actor;
  readonly name: string;
}
export interface City {
  readonly id: string;
  readonly country: string;
  readonly zone: string;
  readonly focal: Person;
  readonly delegate: Person;
}
export interface Decade {
  readonly chance: Chance;
  readonly cities: readonly City[];
  readonly brokers: readonly Person[];
  readonly leads: readonly [Person, Person];
  /** Verifies what came of it. */
  readonly officer: Person;
  readonly cityOf: ReadonlyMap<string, City>;
  readonly personOf: ReadonlyMap<string, Person>;
  readonly holidays: ReadonlyMap<string, ReadonlySet<string>>;
}

export const isSilent = ({ kind, from }: Temper, at: Date): boolean => kind === 'silent' && at >= from;

/** Twenty-four cities and a desk of six; among them eight cities, and two brokers, who fall silent for good one day. */
export async function aDecade(house: House, seed: number): Promise<Decade> {
  const dice = chance(seed);
  const years = Array.from({ length: 12 }, (_, i) => 2029 + i);
  const holidays = new Map<string, ReadonlySet<string>>();
  for (const calendar of ['desk', ...zones.map(([country]) => country)]) {
    const days = years.flatMap((year) => [
      `${year}-01-01`,
      `${year}-05-01`,
      ...Array.from({ length: 6 }, () =>
        new Date(Date.UTC(year, dice.below(12), 2 + dice.below(27))).toISOString().slice(0, 10),
      ),
    ]);
    holidays.set(calendar, new Set(days));
    await house.db(
      `insert into holiday (calendar, day, name, source, at) select $1, d::date, 'A day of rest', 'test', $3 from unnest($2::text[]) d on conflict do nothing`,
      [calendar, days, begin],
    );
  }
  const person = async (slug: string, temper: Temper, roles: Role[], at: Record<string, AffiliationRole> = {}) => {
    const id = await house.member({ slug, roles, at });
    const affiliations = Object.entries(at).map(([city, role]) => ({
      organisationId: demoId('organisation', city),
      role,
    }));
    const actor: Actor = {
      kind: 'member',
      id,
      roles: ['member', ...roles],
      affiliations,
      actingFor: affiliations[0]?.organisationId ?? null,
      clusterIds: [],
    };
    return { ...temper, actor, name: slug };
  };
  const cities: City[] = [];
  for (let i = 0; i < 24; i++) {
    const [country, timeZone] = zones[i % zones.length] as (typeof zones)[number];
    const slug = `city-${i}`;
    const id = await house.organisation(slug, { country, timeZone });
    const from = new Date(begin.getTime() + (1 + 7 * dice.next()) * 365 * day);
    const temper: Temper = { kind: i % 3 === 2 ? 'silent' : i % 3 === 1 ? 'slow' : 'prompt', from };
    cities.push({
      id,
      country,
      zone: timeZone,
      focal: await person(`${slug}-focal`, temper, [], { [slug]: 'focal_point' }),
      delegate: await person(`${slug}-delegate`, temper, [], { [slug]: 'delegate' }),
    });
  }
  const always: Temper = { kind: 'prompt', from: begin };
  const gone = (years: number): Temper => ({ kind: 'silent', from: new Date(begin.getTime() + years * 365 * day) });
  const leads: [Person, Person] = [
    await person('lead-1', always, ['broker', 'lead_broker']),
    await person('lead-2', always, ['broker', 'lead_broker']),
  ];
  const brokers = [
    await person('broker-1', always, ['broker']),
    await person('broker-2', { kind: 'slow', from: begin }, ['broker']),
    await person('broker-3', gone(3), ['broker']),
    await person('broker-4', gone(6), ['broker']),
  ];
  const officer = await person('officer', always, ['me_officer']);
  const people = [...cities.flatMap(({ focal, delegate }) => [focal, delegate]), ...leads, ...brokers, officer];
  return {
    chance: dice,
    cities,
    brokers,
    leads,
    officer,
    holidays,
    cityOf: new Map(cities.map((city) => [city.id, city])),
    personOf: new Map(people.map((one) => [one.actor.id ?? '', one])),
  };
}

const local = new Map<string, Intl.DateTimeFormat>();
/** What the clock on the wall shows there: `2030-03-31 09:30:00`. */
export function wall(at: Date, zone: string): string {
  const format =
    local.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  local.set(zone, format);
  return format.format(at);
}

/** The two sides of every change of a clock in these years. */
export function changesOfClocks(): Date[] {
  const hour = 3_600_000;
  const offset = (at: number, zone: string) => Date.parse(`${wall(new Date(at), zone).replace(' ', 'T')}Z`) - at;
  const sides: Date[] = [];
  for (const [, zone] of zones)
    for (let from = begin.getTime(); from < end.getTime(); from += day) {
      if (offset(from, zone) === offset(from + day, zone)) continue;
      let at = from;
      while (offset(at + hour, zone) === offset(from, zone)) at += hour;
      const change = at + hour;
      sides.push(new Date(change - 1000), new Date(change + 1000));
    }
  return sides.sort((a, b) => a.getTime() - b.getTime());
}
