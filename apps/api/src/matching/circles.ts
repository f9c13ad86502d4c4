import { Injectable } from '@nestjs/common';
import type { Explanation, Reasoned } from './explanation.ts';
import { Rings } from './rings.ts';
import { WeightsQueries } from './weights.queries.ts';

type Explained = Explanation & { readonly ties: readonly Reasoned[] };
export type Circle = { readonly explanation: Explained } & (
  | { readonly kind: 'ring'; readonly requestIds: readonly [string, ...string[]] }
  | {
      readonly kind: 'triangle';
      readonly requestIds: readonly [string];
      readonly knowledgeId: string;
      readonly funderId: string;
    }
);

/** A ring or a triangle as the list of rings names it, with what speaks for each tie, to be suggested. */
@Injectable()
export class Circles {
  private readonly rings: Rings;
  private readonly weights: WeightsQueries;
  constructor(rings: Rings, weights: WeightsQueries) {
    this.rings = rings;
    this.weights = weights;
  }

  /** Null when it does not stand, or not any more. */
  async find(id: string, now: Date): Promise<Circle | null> {
    const { found } = await this.rings.open(now);
    const one = found.find((candidate) => candidate.id === id);
    if (!one) return null;
    const { version: weights } = await this.weights.current();
    const explained = (ties: readonly Reasoned[]): Explained => ({ score: one.score, weights, clauses: [], ties });
    if (one.kind === 'ring') {
      const [first, ...others] = one.ring.links.map(({ suggestion }) => suggestion.requestId);
      const ties = one.ring.links.map(({ from, to, suggestion: { clauses } }) => ({
        giverId: to,
        receiverId: from,
        clauses,
        support: [],
      }));
      return first === undefined
        ? null
        : { kind: 'ring', requestIds: [first, ...others], explanation: explained(ties) };
    }
    const { requestId, receiverId, knowledgeId, funderId, suggestion, clauses: support } = one.triangle;
    const ties = [
      { giverId: knowledgeId, receiverId, clauses: suggestion.clauses, support: [] },
      { giverId: funderId, receiverId, clauses: [], support },
    ];
    return { kind: 'triangle', requestIds: [requestId], knowledgeId, funderId, explanation: explained(ties) };
  }
}
