import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import autocannon from 'autocannon';
import type { Pool } from 'pg';

export const secret = 'the benchmark keeps no secrets from anybody';
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as { port: number };
  await new Promise((closed) => probe.close(closed));
  return port;
}

export interface Running {
  readonly url: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** Starts a script of this folder, or the house itself, and waits until it says that it is ready. */
export async function start(
  script: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Running> {
  const port = await freePort();
  const child = spawn(process.execPath, [script, ...args], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      BASE_URL: `http://127.0.0.1:${port}`,
      ...env,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await waitFor(child, /ready at|listening/);
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    async stop() {
      const gone = new Promise((exited) => child.once('exit', exited));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Resolves when the child prints a line that fits. */
export const waitFor = (child: ChildProcess, line: RegExp): Promise<void> =>
  new Promise((found, failed) => {
    const look = (chunk: Buffer) => {
      if (!line.test(String(chunk))) return;
      child.stdout?.off('data', look);
      child.off('exit', over);
      found();
    };
    const over = (code: number | null) => failed(new Error(`ended with ${code} before ${line}`));
    child.stdout?.on('data', look);
    child.once('exit', over);
  });

/** Requests a second over `seconds`, every answer good or it is no figure. */
export async function load(
  url: string,
  paths: readonly string[],
  {
    connections = 32,
    seconds = 4,
    headers = {},
  }: { connections?: number; seconds?: number; headers?: Record<string, string> } = {},
): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers,
    requests: paths.map((path) => ({ method: 'GET', path })),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} bad answers, ${result.errors} errors`);
  return result.requests.average;
}

/** A session of a member, as the house knows it. */
export async function cookieOf(pool: Pool, memberId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await pool.query(
    `insert into member_session (user_id, token, expires_at) values ($1, $2, now() + interval '1 day')`,
    [memberId, token],
  );
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `baraza.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

const lines = new Agent({ keepAlive: true });

interface Asked {
  readonly cookie: string;
  readonly 'idempotency-key'?: string;
  readonly body?: string;
}
/** Sends one wish as cheaply as Node can, because the sender works on the same cores as what is measured: a write where it has a body. */
export const sent = (url: string, { body, ...headers }: Asked): Promise<{ status: number; body: string }> =>
  new Promise((done, failed) => {
    const written = body !== undefined && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const asked = request(url, { agent: lines, method: written ? 'POST' : 'GET', headers: { ...headers, ...written } });
    asked.on('error', failed);
    asked.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => done({ status: answer.statusCode ?? 0, body: text }));
    });
    asked.end(body);
  });

/** What is read at an address, and nothing but what is good. */
export async function read(url: string, cookie: string): Promise<string> {
  const { status, body } = await sent(url, { cookie });
  if (status >= 300) throw new Error(`${url} got ${status}: ${body}`);
  return body;
}

/** Writes to the API, and demands that it is taken. */
export async function write(url: string, cookie: string, body: object): Promise<void> {
  const answer = await sent(url, { cookie, 'idempotency-key': crypto.randomUUID(), body: JSON.stringify(body) });
  if (answer.status >= 300) throw new Error(`${url} got ${answer.status}: ${answer.body}`);
}
