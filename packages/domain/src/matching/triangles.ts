import type { Region } from '../cities/index.ts';
import { exactest, type NameKind, type Said } from './because.ts';
import { exclusionOf } from './exclude.ts';
import type { Evidence, Suggestion } from './explain.ts';
import type { Holder, OnRecord, Seeker } from './facts.ts';
import type { Fact } from './fit.ts';
import { topicsOf } from './shelf.ts';

/** Who pays or accompanies what others do together: a northern organisation, a bank, a facilitator. */
export interface Funder {
  readonly holder: Holder;
  /** Its offers to fund, with their themes and goals. */
  readonly offers: readonly OnRecord[];
  /** Where it supports cooperation; empty for everywhere. */
  readonly regions: readonly Region[];
}

export const triangleKeys = {
  wanted: 'matching.because.thirdWanted',
  sought: 'matching.because.fundingSought',
  theme: 'matching.because.funds',
  goal: 'matching.because.fundsGoal',
  region: 'matching.because.fundsRegion',
  language: 'matching.because.fundsLanguage',
} as const;

export interface TriangleClause {
  readonly key: (typeof triangleKeys)[keyof typeof triangleKeys];
  readonly points: number;
  readonly args: Readonly<Record<string, Said>>;
  readonly evidence: readonly Evidence[];
}

/** A need, a partner who knows, and a third who makes it possible. */
export interface Triangle {
  readonly requestId: string;
  /** Whose need it is. */
  readonly receiverId: string;
  readonly knowledgeId: string;
  readonly funderId: string;
  readonly suggestion: Suggestion;
  /** Between 0 and 1: what the funder says it supports, held against the need. */
  readonly support: number;
  readonly score: number;
  readonly clauses: readonly TriangleClause[];
}

const worth = { wanted: 0.1, sought: 0.05, theme: 0.5, goal: 0.1, region: 0.15, language: 0.15 } as const;
/** Rises with each shared topic and stays below 1. */
const some = (sum: number): number => sum / (sum + 0.5);

function clausesFor(seeker: Seeker, knowledge: Holder, { holder, offers, regions }: Funder): TriangleClause[] {
  const id = holder.organisationId;
  const topics = topicsOf(offers);
  const shared = (letter: string): string[] =>
    Object.keys(seeker.asks).filter((key) => key.startsWith(letter) && topics.has(key));
  const sum = (keys: readonly string[]): number =>
    keys.reduce((total, key) => total + (seeker.asks[key]?.weight ?? 0) * (topics.get(key) ?? 0), 0);
  const offered = (keys: readonly string[]): Evidence[] =>
    offers.flatMap(({ kind, id: offer, reading }) =>
      keys.some((key) => reading[key]) ? [{ kind, id: offer, as: null, locale: null }] : [],
    );
  const clause = (feature: keyof typeof worth, value: number, args: TriangleClause['args'], evidence: Evidence[]) => ({
    key: triangleKeys[feature],
    points: worth[feature] * value,
    args,
    evidence,
  });
  const named = (of: NameKind, keys: readonly string[]): Said => ({ names: keys.map((key) => key.slice(2)), of });
  const themes = shared('t:');
  const goals = shared('g:');
  const spoken = [seeker, knowledge].map((one) => one.languages.filter((l) => holder.languages.includes(l)));
  const languages = spoken.every((list) => list.length > 0) ? [...new Set(spoken.flat())] : [];
  const fact = (of: Fact): Evidence[] => [{ kind: 'fact', id, fact: of }];
  const asked: Evidence[] = [{ kind: 'request', id: seeker.id, as: null, locale: null }];
  return [
    clause('wanted', seeker.third === 'partner' ? 1 : 0, {}, asked),
    clause('sought', seeker.third === 'funding' ? 1 : 0, {}, asked),
    clause('theme', some(sum(themes)), { themes: named('theme', themes) }, offered(themes)),
    clause('goal', some(sum(goals)), { goals: named('text', exactest(goals)) }, offered(goals)),
    clause(
      'region',
      regions.includes(seeker.region) ? 1 : 0,
      { region: { names: [seeker.region], of: 'region' } },
      fact('region'),
    ),
    clause(
      'language',
      languages.length > 0 ? 1 : 0,
      { languages: { names: languages, of: 'language' } },
      fact('languages'),
    ),
  ].filter(({ points }) => points > 0);
}

/** Wishes about the counterpart are about who knows; a third must only not be unwelcome. */
const mayFund = (seeker: Seeker, { holder }: Funder, now: Date): boolean => {
  const why = exclusionOf(seeker, holder, now);
  return why === null || why === 'must';
};

/**
 * For a need that wants a third, every suggestion with every funder that supports one of its themes, the strongest first: worth the
 * suggestion's score times the support, so that neither makes up for the other.
 */
export function trianglesFor(
  seeker: Seeker,
  suggestions: readonly Suggestion[],
  holderOf: (organisationId: string) => Holder | undefined,
  funders: readonly Funder[],
  now: Date,
): Triangle[] {
  if (seeker.third === null) return [];
  const welcome = funders.filter((funder) => mayFund(seeker, funder, now));
  return suggestions
    .flatMap((suggestion) => {
      const knowledge = holderOf(suggestion.organisationId);
      if (!knowledge) return [];
      return welcome.flatMap((funder): Triangle[] => {
        const funderId = funder.holder.organisationId;
        const clauses = clausesFor(seeker, knowledge, funder);
        if (funderId === knowledge.organisationId || !clauses.some(({ key }) => key === triangleKeys.theme)) return [];
        const support = clauses.reduce((sum, { points }) => sum + points, 0);
        const { requestId, organisationId: knowledgeId, score } = suggestion;
        const { organisationId: receiverId } = seeker;
        return [{ requestId, receiverId, knowledgeId, funderId, suggestion, support, score: score * support, clauses }];
      });
    })
    .sort(
      (a, b) => b.score - a.score || (`${a.knowledgeId}\n${a.funderId}` < `${b.knowledgeId}\n${b.funderId}` ? -1 : 1),
    );
}
