import { type Actor, can, type Happening, hasRole, type Policy, Refusal, type Rule } from '../kernel/index.ts';
import { closesCircle, isSame, type LineageEdge } from './lineage.facts.ts';

type EdgeHappened = 'lineage.edge.asserted' | 'lineage.edge.confirmed' | 'lineage.edge.retracted';
export type LineageHappening = Happening<EdgeHappened, Pick<LineageEdge, 'from' | 'to' | 'relation' | 'method'>>;

const keepers = hasRole('moderator', 'broker', 'lead_broker', 'organiser', 'editor', 'admin');
const asserter: Rule<LineageEdge> = (actor, { assertedBy }) => actor.id === assertedBy;

/** Edges that follow from a move are as permitted as the move was; these are about what people say by hand. */
export const lineagePolicy: Policy<'assert' | 'confirm' | 'retract', LineageEdge> = {
  assert: (actor, edge) => edge.method !== 'manual' || keepers(actor, edge),
  confirm: keepers,
  retract: (actor, edge) => keepers(actor, edge) || asserter(actor, edge),
};

const tell = (name: EdgeHappened, edge: LineageEdge): LineageHappening => {
  const { from, to, relation, method } = edge;
  return { name, stream: `lineage:${edge.id}`, data: { from, to, relation, method } };
};

const refuseUnless = (allowed: boolean): void => {
  if (!allowed) throw new Refusal('not-permitted', 'lineage.refuse.notPermitted');
};

export type EdgeDraft = Omit<LineageEdge, 'assertedBy' | 'at' | 'retractedAt'>;

/** `edges`: the live edges around both ends, as far as they reach. */
export function assertEdge(edges: readonly LineageEdge[], draft: EdgeDraft, actor: Actor, now: Date) {
  const edge: LineageEdge = { ...draft, assertedBy: actor.id ?? 'system', at: now, retractedAt: null };
  refuseUnless(can(lineagePolicy, actor, 'assert', edge));
  if (isSame(edge.from, edge.to)) throw new Refusal('unmet-condition', 'lineage.refuse.itself');
  const known = edges.some(
    (e) => e.retractedAt === null && e.relation === edge.relation && isSame(e.from, edge.from) && isSame(e.to, edge.to),
  );
  if (known) throw new Refusal('already-done', 'lineage.refuse.alreadyThere');
  if (closesCircle(edges, edge)) throw new Refusal('unmet-condition', 'lineage.refuse.circle');
  return { edge, happening: tell('lineage.edge.asserted', edge) };
}

/** A person vouches for what was guessed; from now on it counts. */
export function confirmEdge(edge: LineageEdge, actor: Actor) {
  refuseUnless(can(lineagePolicy, actor, 'confirm', edge));
  if (edge.method !== 'inferred') throw new Refusal('already-done', 'lineage.refuse.alreadyConfirmed');
  if (edge.retractedAt !== null) throw new Refusal('no-such-move', 'lineage.refuse.alreadyRetracted');
  const change = { method: 'manual', assertedBy: actor.id ?? 'system' } as const;
  return { change, happening: tell('lineage.edge.confirmed', { ...edge, ...change }) };
}

/** Kept on record, and no longer followed. */
export function retractEdge(edge: LineageEdge, actor: Actor, now: Date) {
  refuseUnless(can(lineagePolicy, actor, 'retract', edge));
  if (edge.retractedAt !== null) throw new Refusal('already-done', 'lineage.refuse.alreadyRetracted');
  return { change: { retractedAt: now }, happening: tell('lineage.edge.retracted', edge) };
}

/** What official figures may count. */
export const counts = ({ method, retractedAt }: LineageEdge): boolean => method !== 'inferred' && retractedAt === null;
