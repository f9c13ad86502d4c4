import { createHash } from 'node:crypto';
import {
  type Route as ContractRoute,
  isWrite,
  methodOf,
  pathOf,
  type Received,
  type Returned,
} from '@baraza/contracts/kernel';
import { translatorFor } from '@baraza/i18n/server';
import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../asker.ts';
import { issuesOf } from './issues.ts';
import { ProblemError } from './problem-error.ts';
import { type AskedRequest, askerOf } from './request.ts';

/** Metadata key under which the guard and the interceptor find the route of a handler. */
export const ROUTE = 'baraza:route';
export const API_PREFIX = '/api/v1';

/** For the few routes that hand out or take back cookies. */
export interface Reply {
  readonly headers: Headers;
  cookies(set: readonly string[]): void;
}

type Handler<R extends ContractRoute> = (input: Received<R>, asker: Asker, reply: Reply) => Promise<Returned<R>>;

const parts = ['params', 'query', 'body'] as const;

/** Everything wrong with a request is said at once, with paths. */
function parse(route: ContractRoute, request: AskedRequest): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const faults = [];
  for (const part of parts) {
    const result = route[part]?.safeParse(request[part] ?? {}, { reportInput: true });
    if (result?.success) input[part] = result.data;
    else if (result) faults.push({ part, error: result.error });
  }
  if (faults.length === 0) return input;
  const i18n = translatorFor(askerOf(request).locale);
  throw new ProblemError('invalid-input', undefined, {
    issues: faults.flatMap(({ part, error }) => issuesOf(part, error, i18n)),
  });
}

/** The wish behind a write: same key, same route and same words get the first answer again. */
function withWish(route: ContractRoute, request: AskedRequest, input: unknown): Asker {
  const asker = askerOf(request);
  if (!isWrite(route) || route.repeatable) return asker;
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key.length < 8 || key.length > 100) throw new ProblemError('idempotency-missing');
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('base64url');
  return { ...asker, wish: { key, route: route.name, hash } };
}

const TheReply = createParamDecorator((_: unknown, context: ExecutionContext): Reply => {
  const http = context.switchToHttp();
  const { cookie = '', 'user-agent': device = '' } = http.getRequest<AskedRequest>().headers;
  return {
    headers: new Headers({ cookie, 'user-agent': device }),
    cookies: (set) => void http.getResponse<FastifyReply>().header('set-cookie', set),
  };
});

/** Mounts a contract route on a method, and makes the compiler check the method against it: `(input, asker) => answer`. */
export function Route<R extends ContractRoute>(route: R) {
  const inputs = new WeakMap<object, unknown>();
  const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
    const request = context.switchToHttp().getRequest<AskedRequest>();
    const input = parse(route, request);
    inputs.set(request, input);
    return input;
  });
  const TheAsker = createParamDecorator((_: unknown, context: ExecutionContext) => {
    const request = context.switchToHttp().getRequest<AskedRequest>();
    return withWish(route, request, inputs.get(request));
  });
  return <H extends Handler<R>>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>): void => {
    Input()(target, key, 0);
    TheAsker()(target, key, 1);
    TheReply()(target, key, 2);
    applyDecorators(
      RequestMapping({ method: RequestMethod[methodOf(route)], path: `${API_PREFIX}${pathOf(route)}` }),
      HttpCode(route.status ?? (route.response ? 200 : 204)),
      SetMetadata(ROUTE, route),
    )(target, key, descriptor);
  };
}
