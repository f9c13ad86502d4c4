import { z } from 'zod';
import { Problem, problemStatus } from './problem.ts';
import { type Contract, isWrite, methodOf, pathOf, type Route } from './route.ts';

type Json = Record<string, unknown>;

/** An OpenAPI 3.1 document of every room; schemas carrying `.meta({ id })` become components. */
export function toOpenApi(
  api: Readonly<Record<string, Contract>>,
  info: { title: string; version: string; description: string },
): Json {
  const components: Record<string, Json> = {};

  const fix = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fix);
    if (!value || typeof value !== 'object') return value;
    const entries = Object.entries(value).filter(
      ([key, v]) => !(key === 'id' && typeof v === 'string') && key !== '$schema',
    );
    return Object.fromEntries(
      entries.map(([key, v]) => [
        key,
        key === '$ref' ? String(v).replace('#/$defs/', '#/components/schemas/') : fix(v),
      ]),
    );
  };
  const schema = (type: z.ZodType, io: 'input' | 'output'): Json => {
    const { $defs, ...own } = z.toJSONSchema(type, {
      target: 'draft-2020-12',
      io,
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        if (jsonSchema.format) delete jsonSchema.pattern;
      },
    }) as Json & { $defs?: Record<string, Json> };
    for (const [id, def] of Object.entries($defs ?? {})) components[id] = fix(def) as Json;
    const id = typeof own['id'] === 'string' ? own['id'] : undefined;
    if (id === undefined) return fix(own) as Json;
    components[id] = fix(own) as Json;
    return { $ref: `#/components/schemas/${id}` };
  };

  const parameters = (route: Route): Json[] => {
    const named = (['params', 'query'] as const).flatMap((part) =>
      Object.entries(route[part]?.shape ?? {}).map(([name, type]) => ({
        name,
        in: part === 'params' ? 'path' : 'query',
        required: part === 'params' || !(type as z.ZodType).safeParse(undefined).success,
        schema: schema(type as z.ZodType, 'input'),
      })),
    );
    const key = {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      schema: { type: 'string', minLength: 8, maxLength: 100 },
    };
    return isWrite(route) && !route.repeatable ? [...named, key] : named;
  };

  const problem = {
    description: 'A problem',
    content: { 'application/problem+json': { schema: schema(Problem, 'output') } },
  };
  const operation = (room: string, route: Route): Json => {
    const status = route.status ?? (route.response ? 200 : 204);
    const takes = parameters(route);
    return {
      operationId: route.name,
      summary: route.summary,
      tags: [room],
      security: route.access === 'anyone' ? [] : [{ session: [] }],
      ...(Array.isArray(route.access) && { description: `Roles: ${route.access.join(', ')}` }),
      ...(takes.length > 0 && { parameters: takes }),
      ...(route.body && {
        requestBody: {
          required: true,
          content: {
            [route.upload ? 'multipart/form-data' : 'application/json']: { schema: schema(route.body, 'input') },
          },
        },
      }),
      responses: {
        [status]: {
          description: 'Done',
          ...(route.response && { content: { 'application/json': { schema: schema(route.response, 'output') } } }),
        },
        ...(route.params || route.query || route.body ? { [problemStatus['invalid-input']]: problem } : {}),
        ...(route.access !== 'anyone'
          ? { [problemStatus['not-signed-in']]: problem, [problemStatus['not-permitted']]: problem }
          : {}),
        ...(isWrite(route) ? { [problemStatus['stale-version']]: problem } : {}),
        ...(route.upload
          ? { [problemStatus['payload-too-large']]: problem, [problemStatus['unsupported-media-type']]: problem }
          : {}),
        [problemStatus['rate-limited']]: problem,
      },
    };
  };

  const paths: Record<string, Json> = {};
  for (const [room, contract] of Object.entries(api))
    for (const route of Object.values(contract)) {
      const path = pathOf(route).replace(/:(\w+)/g, '{$1}');
      (paths[path] ??= {})[methodOf(route).toLowerCase()] = operation(room, route);
    }
  return {
    openapi: '3.1.1',
    info: { ...info, license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' } },
    servers: [{ url: '/api/v1' }],
    tags: Object.keys(api).map((name) => ({ name })),
    paths,
    components: {
      schemas: components,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'baraza.session_token' } },
    },
  };
}
