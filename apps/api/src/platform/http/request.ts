import type { FastifyRequest } from 'fastify';
import type { Asker } from '../asker.ts';

/** A request on its way through the house: the guard has said who asks. */
export type AskedRequest = FastifyRequest & { asker?: Asker };

export function askerOf(request: AskedRequest): Asker {
  if (!request.asker) throw new Error('asked before the guard said who asks');
  return request.asker;
}

/** Cookies by name; a hostile header yields nothing, never an error. */
export function cookiesOf(header: string | undefined): Readonly<Record<string, string>> {
  const cookies: Record<string, string> = Object.create(null);
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at < 1) continue;
    const name = pair.slice(0, at).trim();
    if (name in cookies) continue;
    try {
      cookies[name] = decodeURIComponent(pair.slice(at + 1).trim());
    } catch {}
  }
  return cookies;
}
