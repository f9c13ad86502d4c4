// `pnpm bench`: measures the house against bare baselines in the same run and writes docs/benchmarks.md. With the names of
// parts (`pnpm bench replies`), it measures only those and writes nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@baraza/postgres';
import { Pool } from 'pg';
import { migrate } from '../database/migrate.ts';
import { desk } from './desk.ts';
import { generate, sizes } from './generate.ts';
import { deskSizes, generateDesk, type Owed } from './generate-desk.ts';
import { generateMatching, matchingSizes } from './generate-matching.ts';
import { fanOut, type Measured, replies, threadPage, threadRead } from './measures.ts';
import { partners } from './partners.ts';
import { inOneLine, report } from './report.ts';
import type { Timed } from './timed.ts';
import { secret, start } from './tools.ts';

const parts = ['reading', 'replies', 'fan-out', 'desk', 'matching'] as const;
const asked = process.argv.slice(2);
const wants = (part: (typeof parts)[number]) => asked.length === 0 || asked.includes(part);

const api = decodeURIComponent(new URL('../..', import.meta.url).pathname);
process.chdir(api);
const dir = mkdtempSync(join(tmpdir(), 'baraza-bench-'));
const postgres = await startPostgres({ dir: join(dir, 'postgres') });
await postgres.ensureDatabase('bench');
const url = postgres.url('bench');
const say = (text: string) => console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${text}`);
const env = {
  DATABASE_URL: url,
  DATA_DIR: dir,
  SECRET: secret,
  BARAZA_DEMO: '0',
  LOG_LEVEL: 'silent',
  RATE_LIMITS: '0',
};

say('migrating');
await migrate(url);
const pool = new Pool({ connectionString: url, max: 20 });
pool.on('error', () => {});

const measured: Measured[] = [];
const atTheDesk: Timed[] = [];
let owed: Owed = { steps: 0, late: 0 };
const found: Timed[] = [];
const noteIn =
  <M extends Measured | Timed>(all: M[]) =>
  (m: M) => {
    say(inOneLine(m));
    all.push(m);
  };
const note = noteIn(measured);
try {
  say(
    `generating ${sizes.members.toLocaleString('en')} members, ${sizes.threads.toLocaleString('en')} threads, ${sizes.posts.toLocaleString('en')} posts`,
  );
  await generate(pool);
  const house = await start('dist/main.js', env);
  if (wants('reading')) {
    const raw = await start('dist/bench/raw-read.js', env);
    note(await threadRead(house, raw));
    await raw.stop();
    for (const page of await threadPage(house)) note(page);
  }
  if (wants('replies')) note(await replies(house, pool));
  await house.stop();
  if (wants('fan-out')) {
    const { rows } = await pool.query<{ id: string }>('select id from thread order by no limit 1');
    const bare = await start('dist/bench/raw-socket.js', env);
    const gateway = await start('dist/bench/house-socket.js', env);
    note(await fanOut(gateway, bare, rows[0]?.id ?? ''));
    await gateway.stop();
    await bare.stop();
  }
  if (wants('desk')) {
    say(`generating ${deskSizes.cases.toLocaleString('en')} open cases`);
    owed = await generateDesk(pool, url);
    const busy = await start('dist/main.js', env);
    await desk(busy, pool, noteIn(atTheDesk));
    await busy.stop();
  }
  if (wants('matching')) {
    say(
      `generating ${matchingSizes.organisations.toLocaleString('en')} organisations and ${matchingSizes.requests.toLocaleString('en')} open requests`,
    );
    await generateMatching(pool);
    const busy = await start('dist/main.js', env);
    const raw = await start('dist/bench/raw-read.js', env);
    await partners(busy, raw, pool, noteIn(found));
    await raw.stop();
    await busy.stop();
  }
  if (asked.length === 0) report(measured, atTheDesk, owed, found);
} finally {
  await pool.end();
  await postgres.stop();
  rmSync(dir, { recursive: true, force: true });
}
