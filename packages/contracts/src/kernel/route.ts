import type { Role } from '@baraza/domain/kernel';
import type { z } from 'zod';

type ObjectSchema = z.ZodObject<z.ZodRawShape>;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type EndpointString = `${Method} /${string}`;
export type Endpoints = Readonly<Record<string, EndpointString>>;

/** What an operation takes and gives. `response` also strips: a field it does not name never leaves the server. */
export interface Shape {
  readonly summary: string;
  /** Who may knock at all; what they may do inside is asked of the room's policy. */
  readonly access: 'anyone' | 'member' | readonly Role[];
  readonly params?: ObjectSchema;
  readonly query?: ObjectSchema;
  readonly body?: z.ZodType;
  readonly status?: number;
  readonly response?: z.ZodType;
  /** A write that changes nothing when repeated (a preview, a sign-in): it asks for no idempotency key. */
  readonly repeatable?: true;
  /** Refused to whoever asks oftener than this many times a minute, on top of the general limits. */
  readonly perMinute?: number;
  /** The body comes as `multipart/form-data` with one file in this field, of at most so many bytes, within so many seconds. */
  readonly upload?: { readonly field: string; readonly bytes: number; readonly seconds: number };
}

/** One HTTP operation as data: the server mounts it, the client is typed by it, OpenAPI prints it. */
export interface Route extends Shape {
  readonly name: string;
  readonly endpoint: EndpointString;
}
export type Contract = Readonly<Record<string, Route>>;

/** Joins a room's endpoint strings with their shapes; a missing or an extra shape does not compile. */
export const defineRoutes = <
  const Room extends string,
  const E extends Endpoints,
  const S extends { [K in keyof E]: Shape } & { [K in Exclude<keyof S, keyof E>]: never },
>(
  room: Room,
  endpoints: E,
  shapes: S,
): { readonly [K in keyof E & keyof S]: S[K] & { readonly name: string; readonly endpoint: E[K] } } =>
  Object.fromEntries(
    Object.entries(endpoints).map(([name, endpoint]) => [name, { name: `${room}.${name}`, endpoint, ...shapes[name] }]),
  ) as never;

/** Some of a room's routes, kept in a file of their own until the room defines them. */
export const defineShapes = <const S extends Record<string, Shape>>(shapes: S): S => shapes;

export const methodOf = (route: Route): Method => route.endpoint.slice(0, route.endpoint.indexOf(' ')) as Method;
export const pathOf = (route: Route): string => route.endpoint.slice(route.endpoint.indexOf(' ') + 1);
export const isWrite = (route: Route): boolean => methodOf(route) !== 'GET';

type Part = 'params' | 'query' | 'body';
type Parts<R> = {
  [P in Part as P extends keyof R ? (R[P] extends z.ZodType ? P : never) : never]: P extends keyof R ? R[P] : never;
};

/** What a handler receives: parsed. */
export type Received<R> = { [P in keyof Parts<R>]: z.output<Extract<Parts<R>[P], z.ZodType>> };
/** What a caller sends: unparsed. */
export type Sent<R> = { [P in keyof Parts<R>]: z.input<Extract<Parts<R>[P], z.ZodType>> };
/** What a handler may return, before the response schema strips it. */
export type Returned<R> = R extends { response: infer T extends z.ZodType } ? z.input<T> : void;
/** What a caller gets. */
export type Answer<R> = R extends { response: infer T extends z.ZodType } ? z.output<T> : void;
