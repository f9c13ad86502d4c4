import { causeOf, type EdgeMethod, keyOf, type LineageEdge, type LineageNode, type Relation } from './lineage.facts.ts';

/** One bead of the line. `relation` says how it came of the bead before it, and is null on the first. */
export interface ChainBead {
  readonly node: LineageNode;
  readonly relation: Relation | null;
  readonly method: EdgeMethod | null;
  /** When the relation was asserted. */
  readonly at: Date | null;
  /** The one the line was asked for. */
  readonly here: boolean;
}

interface Link {
  readonly cause: LineageNode;
  readonly effect: LineageNode;
  readonly edge: LineageEdge;
}
type Side = 'cause' | 'effect';

const trust: Record<EdgeMethod, number> = { action: 0, manual: 1, inferred: 2 };

/** A road along the links, ranked: the longest, then the surest, then the oldest, then by name so that no two tie. */
interface Road {
  readonly links: readonly Link[];
}
const compare = (a: Road, b: Road): number => {
  const [x, y] = [a.links[0], b.links[0]];
  if (!x || !y || a.links.length !== b.links.length) return b.links.length - a.links.length;
  return (
    trust[x.edge.method] - trust[y.edge.method] ||
    x.edge.at.getTime() - y.edge.at.getTime() ||
    (x.edge.id < y.edge.id ? -1 : 1)
  );
};

/** The best road from each node towards its causes, or towards its effects. The links have no circle. */
function roadsFrom(links: readonly Link[], towards: Side): (node: LineageNode) => readonly Link[] {
  const start: Side = towards === 'cause' ? 'effect' : 'cause';
  const leaving = new Map<string, Link[]>();
  for (const link of links) {
    const key = keyOf(link[start]);
    leaving.set(key, [...(leaving.get(key) ?? []), link]);
  }
  const known = new Map<string, readonly Link[]>();
  const best = (node: LineageNode): readonly Link[] => {
    const key = keyOf(node);
    const found = known.get(key);
    if (found) return found;
    const roads = (leaving.get(key) ?? []).map((link) => ({ links: [link, ...best(link[towards])] }));
    const road = roads.sort(compare)[0]?.links ?? [];
    known.set(key, road);
    return road;
  };
  return best;
}

/**
 * Without what only leads to things one may not see: a closed thing keeps its place between open ones, and none at
 * either end, where it would say nothing but that it is there.
 */
export function withoutLooseEnds(
  edges: readonly LineageEdge[],
  seen: (node: LineageNode) => boolean,
): readonly LineageEdge[] {
  const links = edges.map(causeOf).filter((link) => link !== null);
  const ends = (side: Side) => new Set(links.map((link) => keyOf(link[side])));
  const [causes, effects] = [ends('cause'), ends('effect')];
  const kept = edges.filter((edge) => {
    const link = causeOf(edge);
    if (!link) return true;
    const leads = seen(link.effect) || causes.has(keyOf(link.effect));
    return leads && (seen(link.cause) || effects.has(keyOf(link.cause)));
  });
  return kept.length === edges.length ? edges : withoutLooseEnds(kept, seen);
}

/**
 * “How this began”: one line from the root over this to the furthest thing that came of it. Retracted edges and mere
 * citations are left out; the same edges give the same line in whatever order they come.
 */
export function chainOf(edges: readonly LineageEdge[], node: LineageNode): ChainBead[] {
  const links = edges.flatMap((edge): Link[] => {
    const link = edge.retractedAt === null ? causeOf(edge) : null;
    return link ? [{ ...link, edge }] : [];
  });
  const before = [...roadsFrom(links, 'cause')(node)].reverse();
  const after = roadsFrom(links, 'effect')(node);
  const line = [...before, ...after];
  const root: ChainBead = {
    node: line[0]?.cause ?? node,
    relation: null,
    method: null,
    at: null,
    here: before.length === 0,
  };
  const beads = line.map(({ effect, edge }, i): ChainBead => {
    const { relation, method, at } = edge;
    return { node: effect, relation, method, at, here: i === before.length - 1 };
  });
  return [root, ...beads];
}
