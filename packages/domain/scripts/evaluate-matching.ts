// Measures the matcher against the labelled needs and against time, prints the figures and writes docs/matching.md:
// `npx --yes pnpm@12.21.0 evaluate` in packages/domain.
import { readFileSync, writeFileSync } from 'node:fs';
import { createLexicon, createMatcher, defaultWeights, linksOf, ringsIn } from '../src/matching/index.ts';
import { keptAside, type LabelledNeed, labelledNeeds, tuningHalf } from '../src/matching/labels/index.ts';
import { stem } from '../test/stemmer.ts';
import { crowd } from './matching/crowd.ts';
import { example } from './matching/examples.ts';
import { type Measured, matcherRanking, measure, overlapRanking, overlaps } from './matching/measure.ts';
import { readWorld } from './matching/world.ts';

const now = new Date('2026-11-22T08:00:00Z');
const requests = 10_000;
const organisations = 2_000;

/** Seconds a piece of work takes, and what it comes to. */
function timed<T>(work: () => T): readonly [seconds: number, result: T] {
  const start = performance.now();
  const result = work();
  return [(performance.now() - start) / 1000, result];
}

const world = readWorld();
const rankings = {
  matcher: matcherRanking(world, defaultWeights, now),
  'tags: number shared': overlapRanking(world, overlaps.count),
  'tags: Jaccard': overlapRanking(world, overlaps.jaccard),
  'tags: cosine': overlapRanking(world, overlaps.cosine),
};
const row = (name: string, ...measured: readonly Measured[]): string =>
  `| ${[name, ...measured.flatMap(({ ndcg, recall }) => [ndcg.toFixed(3), recall.toFixed(3)])].join(' | ')} |`;
const quality = Object.entries(rankings).map(([name, ranking]) =>
  row(name, measure(tuningHalf, ranking), measure(keptAside, ranking)),
);
const byLanguage = (['en', 'fr', 'es', 'pt', 'ru', 'ar', 'zh'] as const).map((locale) => {
  const inLanguage = (needs: readonly LabelledNeed[]) => needs.filter((need) => need.locale === locale);
  return row(
    `\`${locale}\``,
    measure(inLanguage(tuningHalf), rankings.matcher),
    measure(inLanguage(keptAside), rankings.matcher),
  );
});
const pairs = labelledNeeds.reduce((sum, { answers }) => sum + Object.keys(answers).length, 0);

const people = crowd(createLexicon(stem), requests, organisations);
const matcher = createMatcher();
const [filling] = timed(() => {
  for (const holder of people.holders) matcher.putHolder(holder);
  for (const seeker of people.seekers) matcher.putSeeker(seeker);
});
const [recompute, lists] = timed(() => people.seekers.map(({ id }) => matcher.suggest(id, { now })));
const changes = 200;
const [changing] = timed(() => {
  for (let i = 0; i < changes; i++) {
    const holder = people.holders[(i * 7) % organisations];
    const seeker = people.seekers[(i * 13) % requests];
    if (holder) matcher.putHolder({ ...holder, exposure: holder.exposure + 1 });
    if (seeker) matcher.suggest(seeker.id, { now });
  }
});
const organisationOf = new Map(people.seekers.map(({ id, organisationId }) => [id, organisationId]));
const needs = new Set(people.seekers.flatMap(({ id, kind }) => (kind === 'need' ? [id] : [])));
const answers = lists.flat().filter(({ requestId }) => needs.has(requestId));
const links = linksOf((id) => organisationOf.get(id) ?? id, answers);
const [ringing, rings] = timed(() => ringsIn(links, 0));

const seconds = (value: number): string => `${value.toFixed(1)} s`;
const examples = [7, 27, 31].flatMap((id) => labelledNeeds.filter((need) => need.id === id));
const figures: Readonly<Record<string, string>> = {
  needs: String(labelledNeeds.length),
  pairs: String(pairs),
  organisations: String(world.holders.length),
  quality: [
    '| | nDCG@5 odd | recall@5 odd | **nDCG@5 aside** | **recall@5 aside** |',
    '|---|---|---|---|---|',
    ...quality,
  ].join('\n'),
  languages: [
    '| | nDCG@5 odd | recall@5 odd | nDCG@5 aside | recall@5 aside |',
    '|---|---|---|---|---|',
    ...byLanguage,
  ].join('\n'),
  times: [
    '| | |',
    '|---|---|',
    `| read ${people.texts.toLocaleString('en')} texts | ${seconds(people.readingSeconds)} |`,
    `| fill an empty matcher | ${seconds(filling)} |`,
    `| the lists of all ${requests.toLocaleString('en')} requests, with their reasons | **${seconds(recompute)}** |`,
    `| one organisation changes, and one list is made again | ${((changing / changes) * 1000).toFixed(1)} ms |`,
    `| ${rings.length.toLocaleString('en')} rings of 2 to 4 among ${links.length.toLocaleString('en')} links | ${seconds(ringing)} |`,
  ].join('\n'),
  examples: examples.map((need) => example(need, world, now)).join('\n\n'),
};
const template = readFileSync(new URL('matching/page.md', import.meta.url), 'utf8');
const page = template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
  const figure = figures[name];
  if (figure === undefined) throw new Error(`page.md asks for ${name}`);
  return figure;
});
writeFileSync(new URL('../../../docs/matching.md', import.meta.url), page);
console.log([figures['quality'], figures['languages'], figures['times']].join('\n\n'));
