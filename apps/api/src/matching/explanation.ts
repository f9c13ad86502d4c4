import type { Clause, TriangleClause } from '@baraza/domain/matching';

/** Why one gives to another, kept with a circle that was suggested. */
export interface Reasoned {
  readonly giverId: string;
  readonly receiverId: string;
  readonly clauses: readonly Clause[];
  /** Of who makes it possible. */
  readonly support: readonly TriangleClause[];
}

/** What a suggestion rests on, kept with it. */
export interface Explanation {
  readonly score: number;
  /** The version of the weights it was found with. */
  readonly weights: number;
  readonly clauses: readonly Clause[];
  /** Of a ring or a triangle: why each gives to whom. */
  readonly ties?: readonly Reasoned[];
}
