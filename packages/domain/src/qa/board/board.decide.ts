import {
  type Actor,
  addWorkingDays,
  can,
  type Deadline,
  demand,
  demandMove,
  type Law,
  lawfulMoves,
  Refusal,
  type WorkingCalendar,
} from '../../kernel/index.ts';
import { type BoardDecision, decided } from '../qa.decision.ts';
import { type QaTerms, qaTerms } from '../qa.terms.ts';
import type { QuestionFacts } from '../question/question.facts.ts';
import { isOpen } from '../question/question.machine.ts';
import type { BoardFacts, BoardMode, IdentityPolicy } from './board.facts.ts';
import { type BoardMove, type BoardPhase, boardMachine } from './board.machine.ts';
import { boardPolicy } from './board.policy.ts';

const law: Law<BoardPhase, BoardMove, BoardFacts> = {
  machine: boardMachine,
  policy: boardPolicy,
  notFound: 'qa.refuse.boardNotFound',
  notPermitted: 'qa.refuse.boardNotYours',
  noSuchMove: 'qa.refuse.boardMoved',
};

export const boardMovesFor = (actor: Actor, board: BoardFacts): BoardMove[] =>
  lawfulMoves(law, board.phase, actor, board);

export interface BoardContext {
  /** Of the organisers. */
  readonly calendar: WorkingCalendar;
  readonly terms?: QaTerms;
}
type OpenPhase = Exclude<BoardPhase, 'published' | 'archived'>;
type Owed = Omit<Deadline, 'subject'>;

const clock = { kind: 'system', id: 'clock' } as const;
const organisers = { kind: 'role', id: 'organiser' } as const;

/** What each open phase owes next; a phase without an entry does not compile. */
const owed = {
  scheduled: ({ opensAt }) => ({ kind: 'open', dueAt: opensAt, responsible: clock }),
  collecting: ({ closesAt }) => ({ kind: 'wrap_up', dueAt: closesAt, responsible: clock }),
  live: ({ closesAt }) => ({ kind: 'wrap_up', dueAt: closesAt, responsible: clock }),
  wrap_up: ({ closesAt }, { publishDays }, calendar) => ({
    kind: 'publish',
    dueAt: addWorkingDays(closesAt, publishDays, calendar),
    responsible: organisers,
  }),
} satisfies Record<OpenPhase, (board: BoardFacts, terms: QaTerms, calendar: WorkingCalendar) => Owed>;

export function boardDeadline(board: BoardFacts, { calendar, terms = qaTerms }: BoardContext): Deadline | null {
  const { id, phase } = board;
  if (phase === 'published' || phase === 'archived') return null;
  return { subject: `board:${id}`, ...owed[phase](board, terms, calendar) };
}

/** `open`: how many questions still wait for an answer or a decision. A board is published when none does (Q4). */
export function makeBoardMove(
  board: BoardFacts,
  move: BoardMove,
  actor: Actor,
  { open }: { readonly open: number },
  context: BoardContext,
): BoardDecision {
  const to = demandMove(law, board.phase, move, actor, board);
  if (move === 'publish') demand(open === 0, 'qa.refuse.openQuestions', { count: open });
  const deadline = boardDeadline({ ...board, phase: to }, context);
  return decided(board, {
    board: { phase: to },
    happenings: [
      {
        name: 'qa.board.moved',
        stream: `board:${board.id}`,
        data: { boardId: board.id, seq: board.seq + 1, move, from: board.phase, to },
      },
    ],
    deadlines: deadline ? [deadline] : [],
  });
}

export const countOpen = (questions: Iterable<Pick<QuestionFacts, 'state'>>): number => {
  let open = 0;
  for (const { state } of questions) if (isOpen(state)) open += 1;
  return open;
};

/** Holds for questions that come after it: what waits goes on waiting for a moderator (Q8). */
export function changeMode(board: BoardFacts, mode: BoardMode, actor: Actor): BoardDecision {
  if (!can(boardPolicy, actor, 'setMode', board)) throw new Refusal('not-permitted', law.notPermitted);
  if (board.mode === mode) throw new Refusal('already-done', 'qa.refuse.modeAlready');
  const data = { boardId: board.id, seq: board.seq + 1, mode };
  return decided(board, {
    board: { mode },
    happenings: [{ name: 'qa.board.modeChanged', stream: `board:${board.id}`, data }],
  });
}

/** Whoever asked did so under the promise they read above the box. `asked`: questions ever asked here, withdrawn ones too. */
export function changeIdentity(
  board: BoardFacts,
  identity: IdentityPolicy,
  actor: Actor,
  { asked }: { readonly asked: number },
): BoardDecision {
  if (!can(boardPolicy, actor, 'setIdentity', board)) throw new Refusal('not-permitted', law.notPermitted);
  demand(asked === 0, 'qa.refuse.identityFixed');
  if (board.identity === identity) throw new Refusal('already-done', 'qa.refuse.identityAlready');
  const data = { boardId: board.id, seq: board.seq + 1, identity };
  return decided(board, {
    board: { identity },
    happenings: [{ name: 'qa.board.identityChanged', stream: `board:${board.id}`, data }],
  });
}
