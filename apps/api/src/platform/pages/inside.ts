import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Asks the API of this same process as the one who asked us: their cookies, their address, no socket. */
export const askInside =
  (fastify: FastifyInstance, from: FastifyRequest, onCookies?: (cookies: readonly string[]) => void) =>
  async (url: string, init: RequestInit): Promise<Response> => {
    const carried: Record<string, string> = { 'x-inside': '1' };
    for (const name of ['cookie', 'accept-language', 'user-agent'] as const) {
      const value = from.headers[name];
      if (value) carried[name] = value;
    }
    const answer = await fastify.inject({
      method: (init.method ?? 'GET') as 'GET',
      url,
      headers: { ...carried, ...(init.headers as Record<string, string> | undefined) },
      remoteAddress: from.ip,
      ...(init.body ? { payload: init.body as string } : {}),
    });
    const cookies = answer.headers['set-cookie'];
    if (cookies) onCookies?.([cookies].flat());
    const empty = answer.statusCode === 204 || answer.statusCode === 304;
    return new Response(empty ? null : answer.body, {
      status: answer.statusCode,
      headers: { 'content-type': String(answer.headers['content-type'] ?? '') },
    });
  };
