import { readFileSync } from 'node:fs';
import type { Locale } from '../../src/kernel/index.ts';
import { type Because, because, createMatcher, type Said } from '../../src/matching/index.ts';
import type { LabelledNeed } from '../../src/matching/labels/index.ts';
import { seekerOf, type World } from './world.ts';

const catalogue = (locale: Locale, room: string): Record<string, string> =>
  JSON.parse(
    readFileSync(new URL(`../../../i18n/catalogues/${locale}/${room}.json`, import.meta.url), 'utf8'),
  ) as Record<string, string>;

/** The sentence of one clause; those with plurals are left to the product. */
function sentence({ key, args }: Because, locale: Locale): string {
  const taxonomy = catalogue(locale, 'taxonomy');
  const say = (said: Said | undefined): string => {
    if (typeof said !== 'object') return String(said);
    const names = said.names.map((name) => taxonomy[`${said.of}.${name}`] ?? name);
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  };
  return (catalogue(locale, 'matching')[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => say(args[name]));
}

/** The first suggestion for a need, with its weightiest clauses and what each rests on. */
export function example(need: LabelledNeed, { lexicon, holders }: World, now: Date): string {
  const matcher = createMatcher();
  for (const holder of holders) matcher.putHolder(holder);
  const seeker = seekerOf(need, lexicon);
  matcher.putSeeker(seeker);
  const [first] = matcher.suggest(seeker.id, { now });
  if (!first) throw new Error(`nobody for need ${need.id}`);
  const spoken = because(first, lexicon, need.locale).filter(
    ({ feature }) => feature === 'concept' || feature === 'theme',
  );
  const clauses = spoken.slice(0, 4).map((clause) => {
    const cited = clause.evidence.map((one) => `${one.kind} \`${one.id}\``).join(', ');
    return `- ${sentence(clause, need.locale)} (${clause.points.toFixed(2)})\n  ${cited}`;
  });
  return [
    `**${need.title}** (need ${need.id}, \`${need.locale}\`) → \`${first.organisationId}\`, score ${first.score.toFixed(2)}`,
    '',
    ...clauses,
  ].join('\n');
}
