import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Link, linksOf, ringsIn, type Suggestion } from './index.ts';

const suggestion = (requestId: string, organisationId: string, score = 1): Suggestion => ({
  requestId,
  organisationId,
  score,
  evidence: score,
  balance: 0,
  clauses: [],
});
const link = (from: string, to: string, score = 1): Link => ({
  from,
  to,
  score,
  suggestion: suggestion(`need-of-${from}`, to, score),
});
const named = (links: readonly Link[], least = 0): string[] =>
  ringsIn(links, least).map(({ organisationIds }) => organisationIds.join(' '));

/** Every order of two to four different nodes that begins with its smallest, looked at one by one. */
function bruteForce(nodes: readonly string[], links: readonly Link[], least: number): string[] {
  const index = new Map(nodes.map((node, i) => [node, i]));
  const joined = nodes.map(() => nodes.map(() => false));
  for (const { from, to, score } of links) {
    const row = joined[index.get(from) ?? -1];
    if (row && score >= least) row[index.get(to) ?? -1] = true;
  }
  const leads = (a: number, b: number): boolean => joined[a]?.[b] === true;
  const found: number[][] = [];
  const n = nodes.length;
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) {
      if (!leads(a, b)) continue;
      if (leads(b, a)) found.push([a, b]);
      for (let c = a + 1; c < n; c++) {
        if (c === b || !leads(b, c)) continue;
        if (leads(c, a)) found.push([a, b, c]);
        for (let d = a + 1; d < n; d++) if (d !== b && d !== c && leads(c, d) && leads(d, a)) found.push([a, b, c, d]);
      }
    }
  return found.map((ring) => ring.map((i) => nodes[i]).join(' '));
}

describe('rings', () => {
  const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

  it('are all found, each once, whatever the graph', () => {
    const arcs = fc.uniqueArray(
      fc.record({ from: fc.constantFrom(...letters), to: fc.constantFrom(...letters), score: fc.nat(9) }),
      { selector: ({ from, to }) => from + to, maxLength: 42 },
    );
    fc.assert(
      fc.property(arcs, fc.nat(9), (all, least) => {
        const links = all.filter(({ from, to }) => from !== to).map(({ from, to, score }) => link(from, to, score));
        expect(named(links, least).sort()).toEqual(bruteForce(letters, links, least).sort());
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });

  it('planted among two hundred organisations and chance links are all found, against brute force', () => {
    const nodes = Array.from({ length: 200 }, (_, i) => `city-${String(i).padStart(3, '0')}`);
    let state = 20261122;
    const chance = (below: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const arcs = new Map<string, Link>();
    const join = (from: string, to: string, score: number) =>
      from !== to && arcs.set(`${from} ${to}`, link(from, to, score));
    for (let i = 0; i < 900; i++) join(nodes[chance(200)] ?? '', nodes[chance(200)] ?? '', 1 + chance(5));
    const planted = Array.from({ length: 60 }, (_, i) => {
      const ring = new Set<string>();
      while (ring.size < 2 + (i % 3)) ring.add(nodes[chance(200)] ?? '');
      return [...ring];
    });
    for (const ring of planted)
      for (const [i, from] of ring.entries()) join(from, ring[(i + 1) % ring.length] ?? '', 9);

    const found = named([...arcs.values()]);
    expect(found.sort()).toEqual(bruteForce(nodes, [...arcs.values()], 0).sort());
    const turned = (ring: readonly string[]): string => {
      const first = ring.indexOf([...ring].sort()[0] ?? '');
      return [...ring.slice(first), ...ring.slice(0, first)].join(' ');
    };
    for (const ring of planted) expect(found).toContain(turned(ring));
    expect(found.length).toBeGreaterThan(planted.length);
  });

  it('come in the order of their weakest links, the smaller first among equals', () => {
    const links = [
      link('a', 'b', 9),
      link('b', 'a', 3),
      link('c', 'd', 5),
      link('d', 'c', 5),
      link('e', 'f', 5),
      link('f', 'g', 8),
      link('g', 'e', 8),
    ];
    expect(ringsIn(links, 0).map(({ organisationIds, score }) => [organisationIds.join(''), score])).toEqual([
      ['cd', 5],
      ['efg', 5],
      ['ab', 3],
    ]);
  });

  it('hold only links as strong as asked for', () => {
    expect(named([link('a', 'b', 9), link('b', 'a', 3)], 4)).toEqual([]);
  });

  it('are made of the best answer between two, whatever the number of needs', () => {
    const organisationOf = (id: string): string => id.split('-')[0] ?? '';
    const links = linksOf(organisationOf, [
      suggestion('a-1', 'b', 2),
      suggestion('a-2', 'b', 5),
      suggestion('b-1', 'b', 7),
    ]);
    expect(links.map(({ from, to, score, suggestion: { requestId } }) => [from, to, score, requestId])).toEqual([
      ['a', 'b', 5, 'a-2'],
    ]);
  });
});
