import type { Suggestion } from './explain.ts';

/** `to` has what `from` needs. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly score: number;
  /** The need it answers, and with what. */
  readonly suggestion: Suggestion;
}

/** Each organisation has what the one before it needs, and the last what the first one needs. */
export interface Ring {
  /** In the order of the needs, beginning with the smallest id. */
  readonly organisationIds: readonly string[];
  readonly links: readonly Link[];
  /** Its weakest link: a ring is as good as the one who gains least from it. */
  readonly score: number;
}

export const largestRing = 4;

/** Who can answer whose need: the best answer for each pair, whatever the number of needs. */
export function linksOf(organisationOf: (requestId: string) => string, suggestions: Iterable<Suggestion>): Link[] {
  const best = new Map<string, Link>();
  for (const suggestion of suggestions) {
    const { organisationId: to, score, requestId } = suggestion;
    const from = organisationOf(requestId);
    const known = best.get(`${from}\n${to}`);
    if (
      from !== to &&
      (!known || score > known.score || (score === known.score && requestId < known.suggestion.requestId))
    )
      best.set(`${from}\n${to}`, { from, to, score, suggestion });
  }
  return [...best.values()];
}

/**
 * All rings of two to four organisations whose links reach `least`, the strongest weakest link first, then the
 * smaller ring. Walks from each organisation through larger ids only, so each ring is met once; the last step looks
 * up who leads back instead of walking on.
 */
export function ringsIn(links: readonly Link[], least: number, largest = largestRing): Ring[] {
  const out = new Map<string, Map<string, Link>>();
  for (const link of links)
    if (link.score >= least && link.from !== link.to) {
      const targets = out.get(link.from) ?? new Map<string, Link>();
      const known = targets.get(link.to);
      if (!known || link.score > known.score) out.set(link.from, targets.set(link.to, link));
    }

  const rings: Ring[] = [];
  const walk = (start: string, path: readonly Link[], at: string): void => {
    const next = out.get(at);
    const home = next?.get(start);
    if (home && path.length > 0) rings.push(ringOf([...path, home]));
    if (path.length + 1 >= largest) return;
    for (const [to, link] of next ?? [])
      if (to > start && !path.some((passed) => passed.to === to)) walk(start, [...path, link], to);
  };
  for (const start of out.keys()) walk(start, [], start);
  return rings.sort((a, b) => b.score - a.score || a.links.length - b.links.length || (keyOf(a) < keyOf(b) ? -1 : 1));
}

const ringOf = (links: readonly Link[]): Ring => ({
  organisationIds: links.map(({ from }) => from),
  links,
  score: Math.min(...links.map(({ score }) => score)),
});
const keyOf = ({ organisationIds }: Ring): string => organisationIds.join('\n');
