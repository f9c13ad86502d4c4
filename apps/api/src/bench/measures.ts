import type { Pool } from 'pg';
import { sizes } from './generate.ts';
import { cookieOf, load, median, type Running, sent, start, waitFor } from './tools.ts';

export interface Measured {
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  readonly raw: number;
  readonly rawIs: string;
  readonly goal: number;
  readonly rounds: readonly string[];
}

const rounds = 3;

/** Alternates the two, so that whatever else the machine does falls on both; the middle of the rounds counts. */
async function compare(ours: () => Promise<number>, raw: () => Promise<number>) {
  const seen: { ours: number; raw: number }[] = [];
  await ours();
  await raw();
  for (let round = 0; round < rounds; round++) seen.push({ raw: await raw(), ours: await ours() });
  return {
    ours: median(seen.map((s) => s.ours)),
    raw: median(seen.map((s) => s.raw)),
    rounds: seen.map((s) => `${Math.round(s.ours)} / ${Math.round(s.raw)}`),
  };
}

const someThreads = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => 1 + ((i * 7919) % sizes.threads));

export async function threadRead(house: Running, raw: Running): Promise<Measured> {
  const nos = someThreads(500);
  const seen = await compare(
    () =>
      load(
        house.url,
        nos.map((no) => `/api/v1/threads/${no}`),
      ),
    () =>
      load(
        raw.url,
        nos.map((no) => `/threads/${no}`),
      ),
  );
  return {
    what: 'A thread of ten posts by API, to a visitor',
    unit: 'requests/s',
    rawIs: 'node:http sending the text of one query',
    goal: 0.4,
    ...seen,
  };
}

export async function threadPage(house: Running): Promise<Measured[]> {
  const warm = someThreads(50);
  const cold = someThreads(4000);
  const api = () =>
    load(
      house.url,
      warm.map((no) => `/api/v1/threads/${no}`),
    );
  const kept = await compare(
    () =>
      load(
        house.url,
        warm.map((no) => `/threads/${no}`),
      ),
    api,
  );
  let at = 0;
  const drawn = await compare(
    () =>
      load(
        house.url,
        cold.slice(at, (at += 400)).map((no) => `/threads/${no}?drawn=${at}`),
      ),
    api,
  );
  const rawIs = 'the same thread by our API';
  return [
    { what: 'Its page, to visitors, warm', unit: 'requests/s', rawIs, goal: 0.5, ...kept },
    { what: 'Its page, drawn anew each time', unit: 'requests/s', rawIs, goal: 0, ...drawn },
  ];
}

const writers = 16;
const seconds = 4;

/** How often a second `write` is done by so many at once. */
async function throughput(write: (writer: number, n: number) => Promise<void>): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let n = 0; performance.now() < until; n++) {
        await write(writer, n);
        done += 1;
      }
    }),
  );
  return done / seconds;
}

export async function replies(house: Running, pool: Pool): Promise<Measured> {
  const members: { id: string }[] = (
    await pool.query(`select id from member where email like 'bench-%' order by email limit ${writers}`)
  ).rows;
  const cookies = await Promise.all(members.map(({ id }) => cookieOf(pool, id)));
  const { rows: threads } = await pool.query<{ id: string; no: number }>(
    `select id, no from thread order by no limit ${writers * 20}`,
  );
  const text =
    'A reply of ordinary length, about how one city did it: who paid, who delivered, what it cost, and what we would do otherwise.';
  const post = async (writer: number, n: number) => {
    const { no } = threads[(writer * 20 + (n % 20)) % threads.length] as { no: number };
    const { status, body } = await sent(`${house.url}/api/v1/threads/${no}/posts`, {
      cookie: cookies[writer] as string,
      'idempotency-key': crypto.randomUUID(),
      body: JSON.stringify({ text: `${text} ${n}`, locale: 'en' }),
    });
    if (status !== 201) throw new Error(`a reply got ${status}: ${body}`);
  };
  const {
    rows: [like],
  } = await pool.query(`select * from post limit 1`);
  let last = 1_000_000;
  const insert = async (writer: number, n: number) => {
    const thread = threads[(writer * 20 + (n % 20)) % threads.length]?.id;
    const no = ++last;
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('update thread set last_no = last_no, last_activity_at = now() where id = $1', [thread]);
      await client.query(
        `insert into post (id, thread_id, no, author_id, on_behalf_of, lang, body, html, excerpt, created_at) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, now())`,
        [
          thread,
          no,
          like.author_id,
          like.on_behalf_of,
          like.lang,
          JSON.stringify(like.body),
          JSON.stringify(like.html),
          like.excerpt,
        ],
      );
      await client.query('commit');
    } finally {
      client.release();
    }
  };
  const seen = await compare(
    () => throughput(post),
    () => throughput(insert),
  );
  return {
    what: `A reply posted over HTTP by ${writers} members, durably committed`,
    unit: 'replies/s',
    rawIs: 'the bare INSERT and the thread’s UPDATE in one transaction',
    goal: 0.3,
    ...seen,
  };
}

const sockets = 1000;
const messages = 400;

async function deliver(server: Running, stream: string): Promise<() => Promise<number>> {
  const listeners = await start('dist/bench/listeners.js', {}, [server.url, stream, String(sockets)]);
  const once = async () => {
    const counting = waitFor(listeners.child, /counting/);
    listeners.child.stdin?.write(`${messages}\n`);
    await counting;
    const heard = waitFor(listeners.child, /heard/);
    const from = performance.now();
    server.child.stdin?.write(`${JSON.stringify({ stream, count: messages })}\n`);
    await heard;
    return (sockets * messages) / ((performance.now() - from) / 1000);
  };
  return Object.assign(once, { stop: () => listeners.stop() });
}

export async function fanOut(house: Running, raw: Running, threadId: string): Promise<Measured> {
  const stream = `thread:${threadId}`;
  const ours = (await deliver(house, stream)) as (() => Promise<number>) & { stop(): Promise<void> };
  const bare = (await deliver(raw, stream)) as (() => Promise<number>) & { stop(): Promise<void> };
  const seen = await compare(ours, bare);
  await ours.stop();
  await bare.stop();
  return {
    what: `${messages} news to ${sockets.toLocaleString('en')} sockets of one thread`,
    unit: 'deliveries/s',
    rawIs: 'bare socket.io',
    goal: 0.8,
    ...seen,
  };
}
