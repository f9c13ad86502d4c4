import { randomBytes, randomUUID } from 'node:crypto';
import type { BoardAfter } from '@baraza/contracts/qa';
import { type Actor, addDays, calendarOf, can, Refusal, system } from '@baraza/domain/kernel';
import { joinCode, type SessionMove } from '@baraza/domain/programme';
import {
  type BoardDecision,
  type BoardFacts,
  type BoardMode,
  type BoardMove,
  boardDeadline,
  boardMachine,
  boardPolicy,
  type ClosingReason,
  changeIdentity,
  changeMode,
  type IdentityPolicy,
  makeBoardMove,
  moveQuestion,
  type QuestionFacts,
  type QuestionOrder,
} from '@baraza/domain/qa';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { UnitOfWork, type Work } from '../platform/database/unit-of-work.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { Timers } from '../platform/timers/timers.ts';
import { Participants } from './qa.participants.ts';
import { QaRecord } from './qa.record.ts';
import { QaRepository, type StoredBoard } from './qa.repository.ts';

export interface NewBoard {
  readonly sessionId: string;
  readonly mode: BoardMode;
  readonly identity: IdentityPolicy;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly timeZone: string;
  readonly country: string | null;
}

const hour = 3_600_000;
/** Closing early ends the hours of a board; going on after them gives it another hour, or its clock would end it at once. */
function hoursAfter({ closesAt }: BoardFacts, move: BoardMove, at: Date): Date {
  if (move === 'wrapUp') return closesAt < at ? closesAt : at;
  if (move !== 'resume' && move !== 'goLive') return closesAt;
  const another = new Date(at.getTime() + hour);
  return closesAt > at ? closesAt : another;
}

/** What the board does when its session moves. */
const following: Partial<Record<SessionMove, BoardMove>> = {
  open: 'open',
  start: 'goLive',
  finish: 'wrapUp',
  resume: 'resume',
  cancel: 'wrapUp',
};

const contextOf = ({ country, timeZone }: Pick<StoredBoard, 'country' | 'timeZone'>) => ({
  calendar: calendarOf(country, timeZone),
});
const after = ({ id, code, version, phase, mode }: StoredBoard, { seq, board }: BoardDecision): BoardAfter => ({
  id,
  code,
  version: Object.keys(board).length > 0 ? version + 1 : version,
  seq,
  phase: board.phase ?? phase,
  mode: board.mode ?? mode,
});

@Injectable()
export class BoardsService {
  private readonly work: UnitOfWork;
  private readonly repository: QaRepository;
  private readonly record: QaRecord;
  private readonly participants: Participants;

  constructor(
    work: UnitOfWork,
    repository: QaRepository,
    record: QaRecord,
    participants: Participants,
    timers: Timers,
  ) {
    this.work = work;
    this.repository = repository;
    this.record = record;
    this.participants = participants;
    timers.on('qa.board.open', (w, { subject }) => this.tick(w, subject, 'open'));
    timers.on('qa.board.wrap_up', (w, { subject }) => this.tick(w, subject, 'wrapUp'));
    // Nobody published the record, or wrote the answer that was promised: it stays owed until somebody does.
    timers.on('qa.board.publish', (w, { subject, kind }) =>
      w.arm({ subject, kind, dueAt: addDays(w.at, 1), responsible: { kind: 'role', id: 'organiser' } }),
    );
    timers.on('qa.question.follow_up', (w, timer) => this.remind(w, timer.subject, timer.kind));
  }

  private async tick(work: Work, subject: string, move: BoardMove): Promise<void> {
    const board = await this.repository.lockBoard(work.tx, { id: subject.slice('board:'.length) });
    if (board && boardMachine.moves[move].from.includes(board.phase)) await this.move(work, board, move, system);
  }

  private async remind(work: Work, subject: string, kind: string): Promise<void> {
    const question = await this.repository.question(work.tx, subject.slice('question:'.length));
    if (question?.state !== 'deferred' || question.ownerId === null) return;
    await work.arm({
      subject,
      kind,
      dueAt: addDays(work.at, 1),
      responsible: { kind: 'member', id: question.ownerId },
    });
  }

  /** The board of a session that is being announced, in the same transaction. */
  async prepare(work: Work, { timeZone, country, ...hours }: NewBoard): Promise<void> {
    const board = {
      id: randomUUID(),
      version: 1,
      seq: 0,
      ...hours,
      code: joinCode(randomBytes(16)),
      phase: boardMachine.initial,
      votesOpen: true,
      moderatorIds: [],
      speakerIds: [],
    };
    await this.repository.insertBoard(work.tx, board);
    const deadline = boardDeadline({ ...board, organiserIds: [] }, contextOf({ country, timeZone }));
    if (deadline) await this.record.owe(work, deadline);
  }

  /** The session has moved, and its board with it. A board that has taken no question yet goes with a session that is called off. */
  async follow(work: Work, sessionId: string, sessionMove: SessionMove, actor: Actor): Promise<void> {
    const board = await this.repository.lockBoard(work.tx, { sessionId });
    const move = following[sessionMove];
    if (!board || !move) return;
    if (sessionMove === 'cancel' && (await this.repository.count(work.tx, board.id)).asked === 0) {
      await work.disarm(`board:${board.id}`);
      await this.repository.removeBoard(work.tx, board.id);
    } else if (boardMachine.moves[move].from.includes(board.phase)) await this.move(work, board, move, actor);
  }

  /** The session has another time. */
  async shift(work: Work, sessionId: string, opensAt: Date, closesAt: Date): Promise<void> {
    const board = await this.repository.lockBoard(work.tx, { sessionId });
    if (!board || (board.phase !== 'scheduled' && board.phase !== 'collecting')) return;
    await this.repository.saveHours(work.tx, board.id, opensAt, closesAt);
    await work.disarm(`board:${board.id}`);
    const deadline = boardDeadline({ ...board, opensAt, closesAt }, contextOf(board));
    if (deadline) await this.record.owe(work, deadline);
  }

  moveBoard(code: string, { version, move }: { version: number; move: BoardMove }, asker: Asker): Promise<BoardAfter> {
    return this.onBoard(code, version, asker, async (work, board) =>
      after(board, await this.move(work, board, move, asker.actor)),
    );
  }

  settle(
    code: string,
    {
      version,
      mode,
      identity,
    }: { version: number; mode?: BoardMode | undefined; identity?: IdentityPolicy | undefined },
    asker: Asker,
  ): Promise<BoardAfter> {
    return this.onBoard(code, version, asker, async (work, board) => {
      const { asked } = await this.repository.count(work.tx, board.id);
      let now = board;
      for (const decide of [
        () => mode && mode !== now.mode && changeMode(now, mode, asker.actor),
        () => identity && identity !== now.identity && changeIdentity(now, identity, asker.actor, { asked }),
      ]) {
        const decision = decide();
        if (!decision) continue;
        await this.record.keep(work, now, decision);
        now = { ...now, ...decision.board, seq: decision.seq, version: now.version + 1 };
      }
      if (now === board && !can(boardPolicy, asker.actor, 'setMode', board))
        throw new Refusal('not-permitted', 'qa.refuse.boardNotYours');
      return { id: now.id, code: now.code, version: now.version, seq: now.seq, phase: now.phase, mode: now.mode };
    });
  }

  /** Takes every open question to an end with one reason, so that the board can be published (Q4). */
  closeLeftovers(
    code: string,
    { version, closing }: { version: number; closing: ClosingReason },
    asker: Asker,
  ): Promise<BoardAfter> {
    return this.onBoard(code, version, asker, async (work, board) => {
      if (!can(boardPolicy, asker.actor, 'moderate', board))
        throw new Refusal('not-permitted', 'qa.refuse.boardNotYours');
      const who = this.participants.of(board, asker);
      let seq = board.seq;
      for (const open of await this.repository.open(work.tx, board.id)) {
        let question: QuestionFacts = open;
        for (const order of endOf(open, closing)) {
          const now = { ...board, seq };
          const decision = moveQuestion(who, now, question, order, work.at);
          await this.record.keep(work, now, decision);
          question = { ...question, ...decision.questions[0] };
          seq = decision.seq;
        }
      }
      return { id: board.id, code, version: board.version, seq, phase: board.phase, mode: board.mode };
    });
  }

  private async onBoard<T>(
    code: string,
    version: number,
    asker: Asker,
    act: (work: Work, board: StoredBoard) => Promise<T>,
  ): Promise<T> {
    const known = await this.repository.promise({ code });
    if (!known) throw notFound();
    return this.work.run(asker, async (work) => {
      const board = await this.repository.lockBoard(work.tx, { id: known.id });
      if (!board) throw notFound();
      if (board.version !== version) throw new Refusal('stale-version', 'kernel.staleVersion');
      return act(work, board);
    });
  }

  private async move(work: Work, board: StoredBoard, move: BoardMove, actor: Actor): Promise<BoardDecision> {
    const closesAt = hoursAfter(board, move, work.at);
    const { open } = await this.repository.count(work.tx, board.id);
    const decision = makeBoardMove({ ...board, closesAt }, move, actor, { open }, contextOf(board));
    await this.record.keep(work, board, decision, closesAt);
    return decision;
  }
}

/** The way from where an open question stands to its end. */
function endOf({ state }: QuestionFacts, reason: ClosingReason): readonly QuestionOrder[] {
  if (state === 'pending') return [{ move: 'dismiss', reason: 'no_time' }];
  const close = { move: 'close', reason } as const;
  return state === 'on_air' ? [{ move: 'skip' }, close] : [close];
}
