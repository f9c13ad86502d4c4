import { locales } from '@baraza/domain/kernel';
import { z } from 'zod';

export const Locale = z.enum(locales).meta({ id: 'Locale' });

/** A text as one reader gets it: in their language where there is one, with the original beside it. */
export const Reading = z
  .object({
    text: z.string(),
    locale: Locale,
    source: z.object({ text: z.string(), locale: Locale }).nullable(),
    kind: z.enum(['source', 'human', 'machine', 'machine_reviewed']),
    engine: z.string().nullable(),
    stale: z.boolean(),
    at: z.string().nullable(),
  })
  .meta({ id: 'Reading' });
export type Reading = z.output<typeof Reading>;

/** Where a statement can be checked: the document, and the place in it. */
export const Citation = z
  .object({
    title: z.string(),
    publisher: z.string(),
    date: z.string().nullable().describe('ISO 8601 to the precision that is known: 2021, 2022-03-25'),
    language: Locale,
    place: z.string().nullable(),
  })
  .meta({ id: 'Citation' });
export type Citation = z.output<typeof Citation>;

/** Instants cross the wire as ISO 8601 in UTC. */
export const Instant = z.iso.datetime().meta({ id: 'Instant' });
/** Accepts what TypeORM and pg hand over (Date) and what SQL shaped as JSON already is. */
export const instant = z.preprocess((v) => (v instanceof Date ? v.toISOString() : v), z.string()).pipe(z.string());

/** Any 128 bits: the ids of the demo community are digests, which carry no version of RFC 9562. */
export const Id = z.guid();
/** The readable part of an address; what names nothing is simply not found. */
export const Slug = z.string().min(1).max(80);
export const Version = z.coerce.number().int().min(0);

/** A page of a list by keyset: `next` is the cursor of the following page, null at the end. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
export const Paging = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
};

/** One value or several of the same name in a query or a form: always a list. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(item).max(50));

/** What a person writes: trimmed, line ends made one kind, control characters gone (they hide and reorder text). */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\ufeff]/gu, '')
    .trim();
export const Words = (min: number, max: number) => z.string().transform(clean).pipe(z.string().min(min).max(max));
