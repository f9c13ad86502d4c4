import { z } from 'zod';

type Json = {
  type?: string | string[];
  properties?: Record<string, Json>;
  items?: Json;
  anyOf?: Json[];
  allOf?: Json[];
  oneOf?: Json[];
  $ref?: string;
  $defs?: Record<string, Json>;
};
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

const schemas = new WeakMap<z.ZodType, Json>();
const schemaOf = (type: z.ZodType): Json => {
  const known = schemas.get(type) ?? (z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Json);
  schemas.set(type, known);
  return known;
};

const resolve = (schema: Json | undefined, root: Json): Json => {
  if (!schema) return {};
  if (schema.$ref) return resolve(root.$defs?.[schema.$ref.replace('#/$defs/', '')], root);
  const options = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  const first = options?.map((option) => resolve(option, root)).find((option) => option.type !== 'null');
  return schema.type || schema.properties ? schema : (first ?? schema);
};

const isType = (schema: Json, type: string): boolean => [schema.type].flat().includes(type);

function convert(value: string, schema: Json): unknown {
  if (isType(schema, 'integer') || isType(schema, 'number')) return value.trim() === '' ? undefined : Number(value);
  if (isType(schema, 'boolean')) return value === 'on' || value === 'true' || value === '1';
  return value;
}

/** `lines.0.text` walks into lists and objects; anything that would touch a prototype is left out. */
function assign(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at: Record<string, unknown> = target;
  for (const [i, key] of path.entries()) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return;
    if (i === path.length - 1) at[key] = value;
    else {
      if (typeof at[key] !== 'object' || at[key] === null) at[key] = Object.create(null);
      at = at[key] as Record<string, unknown>;
    }
  }
}

/** Objects whose keys are 0, 1, 2 … are the lists they were written as; empty rows fall out, and optional parts left empty. */
function listed(value: unknown, schema: Json, root: Json): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const known = resolve(schema, root);
  if (isType(known, 'array')) {
    const items = Object.keys(value)
      .sort((a, b) => Number(a) - Number(b))
      .map((key) => listed((value as Record<string, unknown>)[key], resolve(known.items, root), root));
    return items.filter((item) => !isBlank(item));
  }
  const required = (known as Json & { required?: string[] }).required ?? [];
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, listed(inner, known.properties?.[key] ?? {}, root)] as const)
      .filter(([key, inner]) => required.includes(key) || !isBlank(inner)),
  );
}

/** A part of which nothing was filled in. */
const isBlank = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((v) => v === '' || v === undefined);

const schemaAt = (path: readonly string[], root: Json): Json =>
  path.reduce<Json>(
    (schema, key) => {
      const here = resolve(schema, root);
      return isType(here, 'array') ? resolve(here.items, root) : resolve(here.properties?.[key], root);
    },
    resolve(root, root),
  );

/**
 * What a plain form sent, as the JSON body its route expects: numbers and boxes converted as the schema says, one value
 * of a list still a list, an empty optional field left out. Validation stays with the route.
 */
export function bodyFromForm(type: z.ZodType, fields: Fields): Record<string, unknown> {
  const root = schemaOf(type);
  const body: Record<string, unknown> = {};
  for (const [name, raw] of Object.entries(fields)) {
    if (name.startsWith('_') || raw === undefined) continue;
    const path = name.split('.');
    const schema = schemaAt(path, root);
    const values = [raw].flat();
    if (isType(schema, 'array')) {
      const item = resolve(schema.items, root);
      assign(
        body,
        path,
        values.filter((v) => v !== '').map((v) => convert(v, item)),
      );
      continue;
    }
    const value = convert(values.at(-1) ?? '', schema);
    if (value !== '' && value !== undefined) assign(body, path, value);
    else if (value === '' && isType(schema, 'string')) assign(body, path, isOptional(path, root) ? undefined : '');
  }
  return listed(body, root, root) as Record<string, unknown>;
}

/** Not required by the object it stands in: an empty field then means "not given". */
function isOptional(path: readonly string[], root: Json): boolean {
  const parent = schemaAt(path.slice(0, -1), root) as Json & { required?: string[] };
  return !(parent.required ?? []).includes(path.at(-1) ?? '');
}
