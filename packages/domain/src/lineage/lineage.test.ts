import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Actor, Refusal, system, visitor } from '../kernel/index.ts';
import {
  assertEdge,
  causeOf,
  chainOf,
  closesCircle,
  confirmEdge,
  counts,
  type EdgeMethod,
  edgeMethods,
  keyOf,
  type LineageEdge,
  type LineageNode,
  nodeKinds,
  type Relation,
  relationNames,
  retractEdge,
  withoutLooseEnds,
} from './index.ts';

const now = new Date('2026-03-20T14:00:00Z');
const editor: Actor = { ...visitor, kind: 'member', id: 'ed', roles: ['member', 'editor'] };
const member: Actor = { ...editor, id: 'mo', roles: ['member'] };
const author: Actor = { ...member, id: 'ann' };

const node = (key: string): LineageNode => {
  const [kind, id] = key.split(':') as [LineageNode['kind'], string];
  return { kind, id };
};
const edge = (
  from: string,
  relation: Relation,
  to: string,
  method: EdgeMethod = 'action',
  change: Partial<LineageEdge> = {},
): LineageEdge => ({
  id: `${from} ${relation} ${to}`,
  from: node(from),
  to: node(to),
  relation,
  method,
  assertedBy: 'ann',
  at: now,
  retractedAt: null,
  ...change,
});
const line = (edges: readonly LineageEdge[], key: string): string =>
  chainOf(edges, node(key))
    .map((bead) => `${bead.relation ? `${bead.relation} ` : ''}${bead.here ? '*' : ''}${keyOf(bead.node)}`)
    .join(' > ');

const benin = [
  edge('question:14', 'asked_in', 'session:w14'),
  edge('question:14', 'answered_by', 'faq:7'),
  edge('faq:7', 'led_to', 'thread:3'),
  edge('thread:3', 'spawned', 'request:142'),
  edge('request:142', 'matched_with', 'match:9'),
  edge('request:142', 'matched_with', 'match:10'),
  edge('match:10', 'formalised_as', 'partnership:19'),
  edge('partnership:19', 'produced', 'outcome:2'),
  edge('request:142', 'cites', 'story:5'),
];

describe('how this began', () => {
  const whole =
    'session:w14 > asked_in question:14 > answered_by faq:7 > led_to thread:3 > spawned request:142' +
    ' > matched_with match:10 > formalised_as partnership:19 > produced outcome:2';
  it.each(['session:w14', 'faq:7', 'request:142', 'outcome:2'])('is the same line, read from %s', (key) => {
    expect(line(benin, key)).toBe(whole.replace(key, `*${key}`));
  });

  it('is the thing itself where nothing is known of it', () => {
    expect(line(benin, 'course:1')).toBe('*course:1');
  });

  it('leaves the line that goes nowhere for the one that led furthest', () => {
    expect(line(benin, 'match:9')).toMatch(/request:142 > matched_with \*match:9$/);
    expect(line(benin, 'request:142')).toMatch(/match:10/);
  });

  it('follows what somebody did before what somebody said, and that before what was guessed', () => {
    const roads = edgeMethods.map((method, i) => edge(`thread:${i}`, 'spawned', 'request:1', method));
    expect(line(roads, 'request:1')).toBe('thread:0 > spawned *request:1');
    expect(line(roads.slice(1), 'request:1')).toBe('thread:1 > spawned *request:1');
    const older = edge('thread:9', 'spawned', 'request:1', 'inferred', { at: new Date('2020-01-01') });
    expect(line([...roads.slice(2), older], 'request:1')).toBe('thread:9 > spawned *request:1');
  });

  it('breaks where an edge is retracted, and ends the line there', () => {
    const broken = benin.map((e) => (e.relation === 'spawned' ? { ...e, retractedAt: now } : e));
    expect(line(broken, 'outcome:2')).toMatch(/^request:142 > /);
    expect(line(broken, 'faq:7')).toMatch(/thread:3$/);
  });
});

describe('an edge', () => {
  const draft = { id: 'x', from: node('thread:3'), to: node('request:8'), relation: 'spawned' } as const;

  it('is asserted by hand by those who keep the record, and by a move by whoever made it', () => {
    expect(() => assertEdge([], { ...draft, method: 'manual' }, member, now)).toThrow('not-permitted');
    const { edge: kept, happening } = assertEdge([], { ...draft, method: 'manual' }, editor, now);
    expect(kept).toMatchObject({ assertedBy: 'ed', at: now, retractedAt: null });
    expect(happening).toMatchObject({ name: 'lineage.edge.asserted', stream: 'lineage:x' });
    expect(assertEdge([], { ...draft, method: 'action' }, member, now).edge.assertedBy).toBe('mo');
    expect(assertEdge([], { ...draft, method: 'inferred' }, system, now).edge.assertedBy).toBe('system');
  });

  it('is refused to itself, twice, or in a circle', () => {
    const add = (from: string, relation: Relation, to: string) =>
      assertEdge(benin, { id: 'x', from: node(from), to: node(to), relation, method: 'action' }, editor, now);
    expect(() => add('faq:7', 'cites', 'faq:7')).toThrow('lineage.refuse.itself');
    expect(() => add('faq:7', 'led_to', 'thread:3')).toThrow('lineage.refuse.alreadyThere');
    expect(() => add('outcome:2', 'led_to', 'session:w14')).toThrow('lineage.refuse.circle');
    expect(() => add('session:w14', 'asked_in', 'outcome:2')).toThrow('lineage.refuse.circle');
    expect(add('outcome:2', 'asked_in', 'session:w14').edge.relation).toBe('asked_in');
    expect(add('outcome:2', 'cites', 'question:14').edge.relation).toBe('cites');
    expect(add('session:w15', 'adapted_from', 'outcome:2').edge.from).toEqual(node('session:w15'));
  });

  it('may be asserted again once it is retracted', () => {
    const gone = benin.map((e) => ({ ...e, retractedAt: now }));
    expect(assertEdge(gone, { ...draft, to: node('request:142'), method: 'action' }, member, now).edge.id).toBe('x');
  });

  it('is retracted by whoever asserted it or keeps the record, once, and stays on record', () => {
    const own = edge('thread:3', 'spawned', 'request:8');
    expect(() => retractEdge(own, member, now)).toThrow('not-permitted');
    expect(retractEdge(own, author, now)).toMatchObject({
      change: { retractedAt: now },
      happening: { name: 'lineage.edge.retracted' },
    });
    expect(() => retractEdge({ ...own, retractedAt: now }, editor, now)).toThrow('lineage.refuse.alreadyRetracted');
  });

  it('counts in no official figure while it is a guess', () => {
    const guess = edge('thread:3', 'spawned', 'request:8', 'inferred');
    expect(counts(guess)).toBe(false);
    expect(() => confirmEdge(guess, member)).toThrow('not-permitted');
    const { change, happening } = confirmEdge(guess, editor);
    expect(counts({ ...guess, ...change })).toBe(true);
    expect(happening.name).toBe('lineage.edge.confirmed');
    expect(() => confirmEdge({ ...guess, ...change }, editor)).toThrow('lineage.refuse.alreadyConfirmed');
    expect(counts({ ...guess, ...change, retractedAt: now })).toBe(false);
  });
});

describe('the graph', () => {
  const nodes = nodeKinds.slice(0, 7).map((kind) => ({ kind, id: '1' }));
  const drafts = fc.array(
    fc.record({
      from: fc.constantFrom(...nodes),
      to: fc.constantFrom(...nodes),
      relation: fc.constantFrom(...relationNames),
      method: fc.constantFrom(...edgeMethods),
      minute: fc.nat({ max: 3 }),
      retracted: fc.integer({ min: 0, max: 5 }).map((die) => die === 0),
    }),
    { maxLength: 40, size: 'max' },
  );
  const grown = drafts.map((all) => {
    const edges: LineageEdge[] = [];
    for (const [i, { minute, retracted, ...draft }] of all.entries()) {
      try {
        const at = new Date(now.getTime() + minute * 60_000);
        const { edge: added } = assertEdge(edges, { ...draft, id: `e${i}` }, editor, at);
        edges.push({ ...added, retractedAt: retracted ? now : null });
      } catch (problem) {
        if (!(problem instanceof Refusal)) throw problem;
      }
    }
    return edges;
  });
  const liveLinks = (edges: readonly LineageEdge[]) =>
    edges.flatMap((e) => (e.retractedAt === null ? (causeOf(e) ?? []) : []));

  it('never holds a circle, but of citations', () => {
    fc.assert(
      fc.property(grown, (edges) => {
        let left = liveLinks(edges);
        for (;;) {
          const withoutRoots = left.filter(({ cause }) => left.some((link) => keyOf(link.effect) === keyOf(cause)));
          if (withoutRoots.length === left.length) break;
          left = withoutRoots;
        }
        expect(left).toEqual([]);
      }),
    );
  });

  it('refuses an edge as a circle exactly when its two ends are joined the other way', () => {
    fc.assert(
      fc.property(grown, fc.constantFrom(...nodes), fc.constantFrom(...nodes), (edges, from, to) => {
        const reached = new Set([keyOf(to)]);
        for (let grew = true; grew; ) {
          const before = reached.size;
          for (const { cause, effect } of liveLinks(edges)) if (reached.has(keyOf(cause))) reached.add(keyOf(effect));
          grew = reached.size > before;
        }
        expect(closesCircle(edges, { from, to, relation: 'led_to' })).toBe(reached.has(keyOf(from)));
      }),
    );
  });

  it('gives one line whatever order its edges come in, from a root to a last thing, each step a live edge', () => {
    fc.assert(
      fc.property(
        grown.chain((edges) => fc.tuple(fc.constant(edges), fc.shuffledSubarray(edges, { minLength: edges.length }))),
        fc.constantFrom(...nodes),
        ([edges, shuffled], at) => {
          const chain = chainOf(edges, at);
          expect(chainOf(shuffled, at)).toEqual(chain);
          const keys = chain.map((bead) => keyOf(bead.node));
          expect(new Set(keys).size).toBe(keys.length);
          expect(chain.filter((bead) => bead.here).map((bead) => bead.node)).toEqual([at]);
          const links = liveLinks(edges).map(({ cause, effect }) => [keyOf(cause), keyOf(effect)]);
          keys.slice(1).forEach((key, i) => {
            expect(links).toContainEqual([keys[i], key]);
          });
          expect(links.filter(([cause, effect]) => effect === keys[0] || cause === keys.at(-1))).toEqual([]);
        },
      ),
    );
  });
});

describe('a line with things in it that are closed to its reader', () => {
  const edges = [
    edge('story:1', 'led_to', 'thread:2'),
    edge('story:1', 'led_to', 'request:3'),
    edge('request:3', 'matched_with', 'match:4'),
    edge('match:4', 'formalised_as', 'partnership:5'),
  ];
  const closed = (...keys: string[]) =>
    line(
      withoutLooseEnds(edges, (n) => !keys.includes(keyOf(n))),
      'story:1',
    );

  it('keeps their places between open ones, and ends with an open one', () => {
    expect(closed('match:4')).toBe('*story:1 > led_to request:3 > matched_with match:4 > formalised_as partnership:5');
    expect(closed('match:4', 'partnership:5')).toBe('*story:1 > led_to request:3');
    expect(closed('request:3', 'match:4', 'partnership:5')).toBe('*story:1 > led_to thread:2');
    expect(closed('thread:2', 'request:3', 'match:4', 'partnership:5')).toBe('*story:1');
  });
});
