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

/** Instants cross the wire as ISO 8601 in UTC. */
export const Instant = z.iso.datetime().meta({ id: 'Instant' });
/** Accepts what TypeORM and pg hand over (Date) and what SQL shaped as JSON already is. */
export const instant = z.preprocess((v) => (v instanceof Date ? v.toISOString() : v), z.string()).pipe(z.string());

export const Id = z.uuid();
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
