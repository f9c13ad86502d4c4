import { pathOf, type Route } from '@baraza/contracts/kernel';
import { z } from 'zod';

type Json = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json;
  anyOf?: Json[];
  allOf?: Json[];
  oneOf?: Json[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  minItems?: number;
  $ref?: string;
  $defs?: Record<string, Json>;
  default?: unknown;
};

export type Pick = <T>(from: readonly T[]) => T;
/** Things that exist, by the name of the parameter that asks for them: real ids reach further into the code than random ones. */
export type Known = Readonly<Record<string, readonly (string | number)[]>>;

const schemaOf = (type: z.ZodType): Json => z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Json;

function sample(schema: Json, root: Json, pick: Pick, known: Known, name: string): unknown {
  if (schema.$ref) return sample(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}, root, pick, known, name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(schema.enum);
  const options = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (options) return sample(pick(options), root, pick, known, name);
  const values = known[name];
  const type = [schema.type ?? 'string'].flat()[0];
  if (values && values.length > 0 && type !== 'array' && type !== 'object') return pick(values);
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, sample(inner, root, pick, known, key)]),
      );
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () =>
        sample(schema.items ?? {}, root, pick, known, name),
      );
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return pick([true, false]);
    case 'null':
      return null;
    default:
      return sampleText(schema);
  }
}

function sampleText({ format, minLength = 0, maxLength = 200 }: Json): string {
  if (format === 'uuid') return '11111111-1111-4111-8111-111111111111';
  if (format === 'email') return 'somebody@test.example';
  if (format === 'date') return '2026-06-01';
  if (format === 'date-time') return '2026-06-01T09:00:00Z';
  if (format === 'uri') return 'https://example.org/';
  const text = 'A city asks another city for an hour of its time. ';
  return text
    .repeat(Math.ceil((minLength + 1) / text.length))
    .slice(0, Math.max(minLength, Math.min(maxLength, text.length)));
}

export interface Call {
  readonly params: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
}

/** A request that the route's own schemas call well formed. */
export function wellFormed(route: Route, pick: Pick, known: Known): Call {
  const part = (type: z.ZodType | undefined) => {
    if (!type) return undefined;
    const root = schemaOf(type);
    return sample(root, root, pick, known, '');
  };
  return {
    params: (part(route.params) ?? {}) as Record<string, unknown>,
    query: (part(route.query) ?? {}) as Record<string, unknown>,
    body: part(route.body),
  };
}

/** As an address can hold it: text, and well-formed. */
const textOf = (value: unknown): string =>
  Buffer.from(typeof value === 'object' ? JSON.stringify(value) : String(value)).toString();

/** Path and query of a call; whatever the values are, they travel encoded. */
export function addressOf(route: Route, { params, query }: Call): string {
  const path = pathOf(route).replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(textOf(params[key] ?? 'x')).replaceAll('.', '%2E'),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    for (const item of [value].flat()) if (item !== undefined && item !== null) search.append(key, textOf(item));
  const tail = search.toString();
  return `/api/v1${path}${tail ? `?${tail}` : ''}`;
}

/** Cursors nobody was given: the right shape around the wrong things. */
const forged = [
  [null, null],
  ['2026-01-01', 'not-a-uuid'],
  ['infinity', '11111111-1111-4111-8111-111111111111'],
  ['\u0000', '\u0000'],
  [{}, []],
  [1e308, -1],
  ['x', 'y', 'z', '{', '99999999999999999999'],
].map((key) => Buffer.from(JSON.stringify(key)).toString('base64url'));

/** What has broken servers before. */
export const hostile: readonly unknown[] = [
  null,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u2066',
  'x'.repeat(70_000),
  "'; drop table member; --",
  '%00',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '\u0024{7*7}',
  'NaN',
  '-1',
  '0',
  '1e309',
  '9007199254740993',
  '2147483648',
  '-2147483649',
  '99999999999999999999',
  -1,
  0,
  1.5,
  1e308,
  2147483648,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  [[]],
  {},
  { __proto__: { admin: true } },
  { constructor: { prototype: {} } },
  { toString: 1 },
  [null],
  ['x', { a: [1] }],
  '0001-01-01',
  '275760-09-13',
  '2026-02-30',
  '2026-13-45T99:99:99Z',
  'ar',
  'xx',
  'en-US-u-nu-latn',
  '👩‍👩‍👧‍👦',
  'ﷺ'.repeat(500),
  '٣',
  'W10',
  'WyJhIl0',
  'bnVsbA',
  ...forged,
  Array.from({ length: 300 }, () => 'x'),
];
