import { randomUUID } from 'node:crypto';
import { demoPassword } from './server.ts';
import { emailOf, type Stack } from './stack.ts';

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** Somebody at the doors of the API, without a browser; throws when the line breaks. */
export interface Caller {
  /** Who they are, as a browser would say it. */
  readonly cookie: string;
  call(method: string, path: string, body?: unknown, key?: string): Promise<Answered>;
}

export const visitorAt = ({ base }: Stack, cookie = ''): Caller => ({
  cookie,
  async call(method, path, body, key = randomUUID()) {
    const answer = await fetch(`${base}/api/v1${path}`, {
      method,
      headers: {
        ...(method !== 'GET' && { 'idempotency-key': key, 'content-type': 'application/json' }),
        ...(cookie && { cookie }),
      },
      ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    });
    const text = await answer.text();
    return { status: answer.status, text, body: text.startsWith('{') ? JSON.parse(text) : {} };
  },
});

export async function memberAt(stack: Stack, slug: string): Promise<Caller> {
  const answer = await fetch(`${stack.base}/api/v1/members/sign-in`, {
    method: 'POST',
    headers: { 'idempotency-key': randomUUID(), 'content-type': 'application/json' },
    body: JSON.stringify({ email: emailOf(slug), password: demoPassword }),
  });
  if (!answer.ok) throw new Error(`${slug} could not sign in: ${answer.status}`);
  return visitorAt(
    stack,
    answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  );
}
