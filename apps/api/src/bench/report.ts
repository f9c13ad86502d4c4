import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { sizes } from './generate.ts';
import { deskSizes, type Owed } from './generate-desk.ts';
import type { Measured } from './measures.ts';
import type { Timed, Times } from './timed.ts';

const n = (value: number): string => Math.round(value).toLocaleString('en');
const ms = (value: number): string => (value < 10 ? value.toFixed(1) : n(value));
const both = (times: Times | null): string => (times ? `${ms(times.p50)} / ${ms(times.p95)}` : '–');
export const share = ({ ours, raw }: Measured): string => `${Math.round((ours / raw) * 100)} %`;
export const ratio = ({ ours, raw }: Timed): string => (raw ? `${(ours.p95 / raw.p95).toFixed(1)} ×` : '–');

export const inOneLine = (m: Measured | Timed): string =>
  'unit' in m
    ? `${m.what}: ${n(m.ours)} ${m.unit}, ${share(m)} of ${m.rawIs} (${n(m.raw)})`
    : `${m.what}: ${both(m.ours)} ms, ${ratio(m)} ${m.rawIs} (${both(m.raw)} ms)`;

const rates = (all: readonly Measured[]): string =>
  all
    .map(
      (m) =>
        `| ${m.what} | ${n(m.ours)} ${m.unit} | ${n(m.raw)} | ${m.rawIs} | **${share(m)}** | ${m.goal ? `≥ ${m.goal * 100} %` : '–'} | ${m.rounds.join(', ')} |`,
    )
    .join('\n');

const answers = (all: readonly Timed[]): string =>
  all
    .map(
      (m) =>
        `| ${m.what} | **${both(m.ours)}** | ${both(m.raw)} | ${m.rawIs} | ${ratio(m)} | ${m.most ? `p95 < ${n(m.most)} ms` : '–'} |`,
    )
    .join('\n');

/** docs/benchmarks.md, as one whole run found it. */
export function report(
  measured: readonly Measured[],
  desk: readonly Timed[],
  owed: Owed,
  partners: readonly Timed[],
): void {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, PostgreSQL 18.4 embedded`;
  const timed =
    '| what | ours, p50 / p95 ms | bare, p50 / p95 ms | the bare thing is | ratio of p95 | wanted |\n|---|---|---|---|---|---|';
  const text = `# Benchmarks

\`npm run bench\` (inside the workspace \`pnpm bench\`) generates ${n(sizes.members)} members, ${n(sizes.threads)} threads and ${n(sizes.posts)} posts in all seven languages, the same on every machine,
and measures each thing beside a bare baseline in the same run: alternating, the middle of three rounds after one to warm up. Read the
ratios; the absolute figures are this machine's, with the load generator on the same cores.

Machine: ${machine}. Written ${new Date().toISOString().slice(0, 10)}.

| what | ours | bare | the bare thing is | ratio | wanted | rounds (ours / bare) |
|---|---|---|---|---|---|---|
${rates(measured)}

A page "drawn anew each time" has an address nobody asked for before, so nothing kept helps: it is what a busy house pays after each commit.

## The desk with ${n(deskSizes.cases)} open cases

${n(deskSizes.cases)} open cases of ${n(deskSizes.cities)} cities with ${deskSizes.brokers} brokers, in every state in which a request is open; with the expressions of interest,
suggestions, introductions, partnerships, check-ins and questions that hang on them, ${n(owed.steps)} steps are owed, ${n(owed.late)} of them by a second one
because the first let the time pass. All clocks were wound by the house's own hand. Each call goes over HTTP to the house as it runs in production,
its workers at work, alternating with the bare thing, one at a time where nothing else is said, fifty to a hundred of each. A write is
answered when it is durably committed.

${timed}
${answers(desk)}

## Partners among ten thousand open requests

${timed}
${answers(partners)}

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
