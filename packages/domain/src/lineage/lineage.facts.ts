/** What can have come from something, or have led to it. */
export const nodeKinds = [
  'question',
  'faq',
  'thread',
  'request',
  'expression',
  'match',
  'partnership',
  'outcome',
  'story',
  'session',
  'series',
  'course',
] as const;
export type NodeKind = (typeof nodeKinds)[number];

export interface LineageNode {
  readonly kind: NodeKind;
  readonly id: string;
}
export const keyOf = ({ kind, id }: LineageNode): string => `${kind}:${id}`;
export const isSame = (a: LineageNode, b: LineageNode): boolean => a.kind === b.kind && a.id === b.id;

/**
 * How two things are related, said from `from` to `to`, and which of them came first: `on` when `from` led to `to`,
 * `back` when it is the other way round (a question is asked in a session), `aside` when neither did.
 */
export const relations = {
  asked_in: 'back',
  answered_by: 'on',
  promoted_to: 'on',
  spawned: 'on',
  cites: 'aside',
  led_to: 'on',
  matched_with: 'on',
  formalised_as: 'on',
  produced: 'on',
  measured_by: 'on',
  adapted_from: 'back',
  merged_into: 'on',
} as const satisfies Record<string, 'on' | 'back' | 'aside'>;
export type Relation = keyof typeof relations;
export const relationNames = Object.keys(relations) as [Relation, ...Relation[]];

/** By a move somebody made on the platform, by hand, or guessed; a guess never counts until a person confirms it. */
export const edgeMethods = ['action', 'manual', 'inferred'] as const;
export type EdgeMethod = (typeof edgeMethods)[number];

export interface LineageEdge {
  readonly id: string;
  readonly from: LineageNode;
  readonly to: LineageNode;
  readonly relation: Relation;
  readonly method: EdgeMethod;
  /** A member's id, or `system`. */
  readonly assertedBy: string;
  readonly at: Date;
  readonly retractedAt: Date | null;
}

/** The edge in the order of time: what was first, and what came of it; null where one does not come of the other. */
export const causeOf = (edge: Pick<LineageEdge, 'from' | 'to' | 'relation'>) => {
  const order = relations[edge.relation];
  if (order === 'aside') return null;
  return order === 'on' ? { cause: edge.from, effect: edge.to } : { cause: edge.to, effect: edge.from };
};

/** Would close a circle: its effect already leads, over live edges, to its cause. */
export function closesCircle(
  edges: readonly LineageEdge[],
  edge: Pick<LineageEdge, 'from' | 'to' | 'relation'>,
): boolean {
  const link = causeOf(edge);
  if (!link) return false;
  const effects = new Map<string, LineageNode[]>();
  for (const known of edges) {
    const step = known.retractedAt === null ? causeOf(known) : null;
    if (step) effects.set(keyOf(step.cause), [...(effects.get(keyOf(step.cause)) ?? []), step.effect]);
  }
  const goal = keyOf(link.cause);
  const seen = new Set([keyOf(link.effect)]);
  for (const node of seen) {
    if (node === goal) return true;
    for (const effect of effects.get(node) ?? []) seen.add(keyOf(effect));
  }
  return false;
}
