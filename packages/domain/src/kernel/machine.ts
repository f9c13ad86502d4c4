/** A state machine as data: who may make a move is policy, which moves exist is this table. */
export interface Machine<State extends string, Move extends string> {
  readonly name: string;
  readonly initial: State;
  readonly states: readonly State[];
  /** States in which nothing more is owed by anybody. */
  readonly final: readonly State[];
  readonly moves: Readonly<Record<Move, { readonly from: readonly State[]; readonly to: State }>>;
}

/** `states` alone names the states; a typo anywhere else is a compile error. */
export const defineMachine = <const State extends string, const Move extends string>(machine: {
  name: string;
  initial: NoInfer<State>;
  states: readonly State[];
  final: readonly NoInfer<State>[];
  moves: Record<Move, { from: readonly NoInfer<State>[]; to: NoInfer<State> }>;
}): Machine<State, Move> => machine;

export type StateOf<M> = M extends Machine<infer S, string> ? S : never;
export type MoveOf<M> = M extends Machine<string, infer V> ? V : never;

export const movesOf = <M extends string>(machine: Machine<string, M>): [M, ...M[]] =>
  Object.keys(machine.moves) as [M, ...M[]];

export const hasMove = <S extends string, M extends string>(machine: Machine<S, M>, state: S, move: M): boolean =>
  machine.moves[move].from.includes(state);

/** The moves that exist in a state, whoever asks: what a 409 answers with. */
export const movesFrom = <S extends string, M extends string>(machine: Machine<S, M>, state: S): M[] =>
  movesOf(machine).filter((move) => hasMove(machine, state, move));

export const isFinal = <S extends string>(machine: Machine<S, string>, state: S): boolean =>
  machine.final.includes(state);

/** Every state that some sequence of moves leads to from the initial one. */
export function reachable<S extends string, M extends string>(machine: Machine<S, M>): Set<S> {
  const seen = new Set<S>([machine.initial]);
  for (const state of seen) for (const move of movesFrom(machine, state)) seen.add(machine.moves[move].to);
  return seen;
}
