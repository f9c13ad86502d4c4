import type { Locale } from '@baraza/i18n';
import { Person } from '../person.ts';
import { emailOf, type Stack } from '../stack.ts';
import { areIntroduced, meet, writesDown } from './match.steps.ts';
import { agree, isPublic, report, works } from './partnership.steps.ts';

/** How people are at it: with a script or without, on what, and in which language each of them. */
export interface Manner {
  readonly script: boolean;
  readonly width: number;
  readonly locales: readonly Locale[];
}
export const onADesk: Manner = { script: true, width: 1280, locales: ['fr', 'en'] };
export const inChinese: Manner = { script: true, width: 360, locales: ['zh'] };
export const inArabic: Manner = { script: true, width: 360, locales: ['ar'] };
export const withoutScript: Manner = { script: false, width: 1280, locales: ['en', 'ar', 'pt'] };

const figure = { indicator: 'Days from workshop to buyer', unit: 'days', before: 31, after: 9 };

/** Those who take part in one cooperation, none of whom reads where to reach another before all of them said yes. */
export interface Company {
  readonly broker: Person;
  readonly asker: Person;
  readonly partners: readonly Person[];
  /** One of those who only read. */
  readonly visitor: Person;
  readonly emails: readonly string[];
}

/** A broker, the focal points of these organisations, and somebody who belongs to none of them. */
export async function gather(stack: Stack, manner: Manner, asker: string, ...partners: string[]): Promise<Company> {
  const { script, width, locales } = manner;
  const arrives = (locale: Locale, as?: string) =>
    Person.arrives(stack, { locale, script, width, height: 800, ...(as && { as }) });
  const inTurn = (i: number): Locale => locales[i % locales.length] ?? 'en';
  const company = {
    broker: await arrives('en', 'broker'),
    asker: await arrives(inTurn(0), asker),
    partners: await Promise.all(partners.map((slug, i) => arrives(inTurn(i + 1), slug))),
    visitor: await arrives(inTurn(1)),
    emails: [asker, ...partners].map(emailOf),
  };
  for (const one of [company.broker, company.asker, ...company.partners, company.visitor])
    one.mayNotRead(...company.emails);
  return company;
}

/**
 * All said yes: contacts are open, they meet, agree, work and sign what came of it, and anybody reads it. What was said
 * when they met is written down by what comes back, once the hour has come.
 */
export async function goOn(
  company: Company,
  match: string,
  plan: string,
  origin: readonly string[] = [],
): Promise<() => Promise<void>> {
  const { asker, partners, broker, visitor, emails } = company;
  const [partner = asker] = partners;
  await areIntroduced(match, [asker, ...partners], emails);
  const began = await meet(match, asker, partners);
  const partnership = await agree(match, asker, partners, { plan });
  await works(partnership, partner, 'First parcels by rail');
  await report(partnership, asker, partner, figure);
  await isPublic(partnership, visitor, figure, [...origin, 'request', 'match', 'partnership', 'outcome']);
  for (const one of [broker, visitor, ...partners]) await one.leaves();
  return () => writesDown(match, began, asker);
}
