// `pnpm bench`: measures the house against bare baselines in the same run and writes docs/benchmarks.md. With the names of
// parts (`pnpm bench replies`), it measures only those and writes nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@baraza/postgres';
import { Pool } from 'pg';
import { migrate } from '../database/migrate.ts';
import { generate, sizes } from './generate.ts';
import { generateMatching } from './generate-matching.ts';
import { candidateLists, fanOut, type Measured, replies, threadPage, threadRead } from './measures.ts';
import { secret, start } from './tools.ts';

const parts = ['reading', 'matching', 'replies', 'fan-out'] as const;
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
const note = (m: Measured) => {
  measured.push(m);
  say(
    `${m.what}: ${Math.round(m.ours)} ${m.unit}, ${Math.round((m.ours / m.raw) * 100)} % of ${m.rawIs} (${Math.round(m.raw)})`,
  );
};
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
  if (wants('matching')) {
    say('generating organisations and open requests');
    await generateMatching(pool);
    const raw = await start('dist/bench/raw-read.js', env);
    for (const list of await candidateLists(house, raw, pool)) note(list);
    await raw.stop();
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
  if (asked.length === 0) write(measured);
} finally {
  await pool.end();
  await postgres.stop();
  rmSync(dir, { recursive: true, force: true });
}

function write(all: readonly Measured[]): void {
  const n = (value: number) => Math.round(value).toLocaleString('en');
  const rows = all.map(
    (m) =>
      `| ${m.what} | ${n(m.ours)} ${m.unit} | ${n(m.raw)} | ${m.rawIs} | **${Math.round((m.ours / m.raw) * 100)} %** | ${m.goal ? `≥ ${m.goal * 100} %` : '–'} | ${m.rounds.join(', ')} |`,
  );
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, PostgreSQL 18.4 embedded`;
  const text = `# Benchmarks

\`npm run bench\` (inside the workspace \`pnpm bench\`) generates ${n(sizes.members)} members, ${n(sizes.threads)} threads and ${n(sizes.posts)} posts in all seven languages, the same on every machine,
and measures each thing beside a bare baseline in the same run: alternating, the middle of three rounds after one to warm up. Read the
ratios; the absolute figures are this machine's, with the load generator on the same cores.

Machine: ${machine}. Written ${new Date().toISOString().slice(0, 10)}.

| what | ours | bare | the bare thing is | ratio | wanted | rounds (ours / bare) |
|---|---|---|---|---|---|---|
${rows.join('\n')}

A page "drawn anew each time" has an address nobody asked for before, so nothing kept helps: it is what a busy house pays after each commit.

## Where a reply's time goes

The bare thing makes four round trips to the database (begin, update, insert, commit) and no HTTP request. A reply makes six: begin,
claim of the idempotency key, lock of the thread with its policy facts, post with all counts, event with the kept answer and the job,
commit. In the same seconds the house carries the event on to whoever follows the thread: notices, their own events, live news. Without
workers (\`WORKERS=0\`, another process does that) it takes about a third more replies. In a processor profile of the house
four tenths are \`writev\` to the database's socket, that is, waking a backend on a machine whose two cores also run the sender and
PostgreSQL itself; the house's own code (HTTP, permission, Markdown, validation, presentation) is under a tenth.

Tried: event, number in the stream, job and kept answer in one statement (two round trips less, kept) · counts, subscription and post in
one statement (kept) · fetching and ticking off jobs in batches (kept; no difference here) · a sender of bare \`node:http\` instead of
\`fetch\` (kept, so that the sender costs least) · \`synchronous_commit = off\` (not kept: a reply that was answered would not
survive a power cut). Not tried: one statement for the whole reply, because the permission is decided in the domain, between lock and write.
`;
  writeFileSync(new URL('../../../../docs/benchmarks.md', import.meta.url), text);
}
