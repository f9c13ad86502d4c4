import { randomUUID } from 'node:crypto';
import type { Counted, OwnQuestion, QuestionAfter, QuestionStep } from '@baraza/contracts/qa';
import { calendarOf, type Locale, Refusal } from '@baraza/domain/kernel';
import {
  type BoardDecision,
  castVote,
  claimAnswer,
  followUpDue,
  mergeQuestions,
  moveQuestion,
  type Participant,
  putOnAir,
  type QuestionFacts,
  type QuestionOrder,
  releaseAnswer,
  submitQuestion,
  undoMerge,
} from '@baraza/domain/qa';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../platform/asker.ts';
import { UnitOfWork, type Work } from '../platform/database/unit-of-work.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { clientUuidOf, Participants, type Promised, type Remember, recordedAs } from './qa.participants.ts';
import { presentOwn } from './qa.presenter.ts';
import { QaRecord } from './qa.record.ts';
import { QaRepository, type StoredBoard } from './qa.repository.ts';

/** Questions a board holds, whatever becomes of them: it is sent whole to whoever comes in. */
export const boardCapacity = 1000;

export interface AskedQuestion {
  readonly text: string;
  readonly locale: Locale;
  readonly alias?: string | undefined;
  readonly clientUuid?: string | undefined;
  readonly writtenAt?: string | undefined;
}

interface Scene {
  readonly work: Work;
  readonly board: StoredBoard;
  readonly question: QuestionFacts;
  readonly who: Participant;
}

/** What an asker does with their own question, as opposed to what the desk does with it. */
const own: ReadonlySet<string> = new Set(['withdraw', 'resend']);

@Injectable()
export class QuestionsService {
  private readonly work: UnitOfWork;
  private readonly repository: QaRepository;
  private readonly record: QaRecord;
  private readonly participants: Participants;
  constructor(work: UnitOfWork, repository: QaRepository, record: QaRecord, participants: Participants) {
    this.work = work;
    this.repository = repository;
    this.record = record;
    this.participants = participants;
  }

  async ask(code: string, asked: AskedQuestion, asker: Asker, remember: Remember): Promise<OwnQuestion> {
    const promised = await this.promised({ code });
    const who = this.participants.entering(promised, asker, remember);
    const { handle } = who;
    if (handle === null) throw new Refusal('not-permitted', 'qa.refuse.enterFirst');
    return this.work.run(recordedAs(promised, asker, who), async (work) => {
      const board = await this.lock(work, promised);
      const clientUuid = asked.clientUuid ?? clientUuidOf(asker, handle);
      const record = await this.repository.record(work.tx, board.id, handle, clientUuid);
      const draft = {
        id: randomUUID(),
        clientUuid,
        text: asked.text,
        locale: asked.locale,
        alias: asked.alias || null,
        writtenAt: earlier(asked.writtenAt, work.at),
      };
      const submission = submitQuestion(who, board, draft, record, work.at);
      if ('known' in submission) return presentOwn(who, board, submission.known);
      const { asked: count } = await this.repository.count(work.tx, board.id);
      if (count >= boardCapacity) throw new Refusal('unmet-condition', 'qa.refuse.full');
      await this.repository.insertQuestion(work.tx, submission.question);
      await this.record.tell(work, submission.happening);
      return presentOwn(who, board, { ...submission.question, version: 1 });
    });
  }

  /** The hottest path of a session: one vote, one lock, no more than it needs. */
  async vote(id: string, on: boolean, asker: Asker, remember: Remember): Promise<Counted> {
    const promised = await this.promised({ questionId: id });
    const who = this.participants.entering(promised, asker, remember);
    return this.on(id, promised, recordedAs(promised, asker, who), who, async ({ work, board, question }) => {
      const handle = who.handle ?? '';
      const has = await this.repository.hasVoted(work.tx, id, handle);
      const decision = castVote(who, board, question, on, { has });
      if (!decision) return { id, voteCount: question.voteCount, voted: on };
      await this.repository.saveVote(work.tx, question, handle, decision.vote);
      await this.record.keep(work, board, decision);
      return { id, voteCount: decision.questions[0]?.voteCount ?? question.voteCount, voted: on };
    });
  }

  async move(id: string, step: z.output<typeof QuestionStep>, asker: Asker): Promise<QuestionAfter> {
    const promised = await this.promised({ questionId: id });
    const who = this.participants.of(promised, asker);
    const doer = own.has(step.move) ? recordedAs(promised, asker, who) : asker;
    return this.on(id, promised, doer, who, async (scene) => {
      const { work, board, question } = scene;
      if (question.version !== step.version) throw new Refusal('stale-version', 'kernel.staleVersion');
      const decision = await this.decide(scene, step);
      await this.record.keep(work, board, decision);
      const change = decision.questions.find((changed) => changed.id === id);
      return { id, version: question.version + 1, seq: decision.seq, state: change?.state ?? question.state };
    });
  }

  /** Holds the question for whoever writes its answer; asked again, it holds longer. */
  claim(id: string, asker: Asker): Promise<{ id: string; until: string | null }> {
    return this.hold(id, asker, ({ who, board, question, work }) => claimAnswer(who, board, question, work.at));
  }

  release(id: string, asker: Asker): Promise<{ id: string; until: string | null }> {
    return this.hold(id, asker, ({ who, board, question }) => releaseAnswer(who, board, question));
  }

  private async hold(id: string, asker: Asker, decide: (scene: Scene) => BoardDecision) {
    const promised = await this.promised({ questionId: id });
    return this.on(id, promised, asker, this.participants.of(promised, asker), async (scene) => {
      const decision = decide(scene);
      await this.record.keep(scene.work, scene.board, decision);
      return { id, until: decision.questions[0]?.claim?.until.toISOString() ?? null };
    });
  }

  private async decide(scene: Scene, step: z.output<typeof QuestionStep>): Promise<BoardDecision> {
    const { work, board, question, who } = scene;
    switch (step.move) {
      case 'putOnAir': {
        const onAir = await this.repository.onAir(work.tx, board.id);
        const { previous } = step;
        const result = putOnAir(who, board, question, onAir, work.at, previous ? { previous } : {});
        if ('decision' in result) return result.decision;
        throw new Refusal('unmet-condition', 'qa.refuse.previousFirst', {}, 'previous');
      }
      case 'merge':
      case 'unmerge':
      case 'hold':
        return this.mergeOrUndo(scene, step);
      default:
        return moveQuestion(who, board, question, orderOf(step, scene), work.at);
    }
  }

  private async mergeOrUndo({ work, board, question, who }: Scene, step: z.output<typeof QuestionStep>) {
    const undoing = step.move !== 'merge';
    const intoId = undoing ? question.mergedInto : step.into;
    const into = intoId ? await this.repository.question(work.tx, intoId) : undefined;
    if (into?.boardId !== board.id) throw new Refusal('unmet-condition', 'qa.refuse.mergeTarget', {}, 'into');
    const voters = {
      of: await this.repository.voters(work.tx, question.id),
      into: await this.repository.voters(work.tx, into.id, undoing ? question.id : null),
    };
    return (undoing ? undoMerge : mergeQuestions)(who, board, question, into, voters, work.at);
  }

  private async promised(by: { code: string } | { questionId: string }): Promise<Promised> {
    const promised = await this.repository.promise(by);
    if (!promised) throw notFound();
    return promised;
  }

  private on<T>(id: string, promised: Promised, doer: Asker, who: Participant, act: (scene: Scene) => Promise<T>) {
    return this.work.run(doer, async (work) => {
      const board = await this.lock(work, promised);
      const question = await this.repository.question(work.tx, id);
      if (!question) throw notFound();
      return act({ work, board, question, who });
    });
  }

  /** What was promised to askers when the wish arrived must still hold: under whose name it is kept depends on it. */
  private async lock(work: Work, { id, identity }: Promised): Promise<StoredBoard> {
    const board = await this.repository.lockBoard(work.tx, { id });
    if (!board) throw notFound();
    if (board.identity !== identity) throw new Refusal('stale-version', 'kernel.staleVersion');
    return board;
  }
}

/** The asker's clock may be ahead; nothing was written after it arrived. */
const earlier = (writtenAt: string | undefined, now: Date): Date =>
  new Date(Math.min(writtenAt ? Date.parse(writtenAt) : now.getTime(), now.getTime()));

/** The order behind a form's words; what is left out is asked for by name. */
function orderOf(step: z.output<typeof QuestionStep>, { who, board, work }: Scene): QuestionOrder {
  const needed = <T>(value: T | undefined, path: string): T => {
    if (value === undefined) throw new Refusal('unmet-condition', 'kernel.form.required', {}, path);
    return value;
  };
  const { move, text, locale, recordingOffsetMs } = step;
  switch (move) {
    case 'publish':
      return { move, ...(text !== undefined && { text }) };
    case 'dismiss':
      return { move, reason: needed(step.dismissal, 'dismissal') };
    case 'resend':
      return { move, text: needed(text, 'text'), ...(locale && { locale }) };
    case 'answerLive':
      return { move, ...(recordingOffsetMs !== undefined && { recordingOffsetMs }) };
    case 'answerText':
      return { move, text: needed(text, 'text'), locale: needed(locale, 'locale') };
    case 'defer': {
      const due = followUpDue(work.at, calendarOf(board.country, board.timeZone));
      return {
        move,
        ownerId: needed(who.actor.id ?? undefined, 'move'),
        dueAt: step.dueAt ? new Date(step.dueAt) : due,
      };
    }
    case 'close':
      return { move, reason: needed(step.closing, 'closing') };
    case 'restore':
    case 'shortlist':
    case 'unlist':
    case 'skip':
    case 'withdraw':
      return { move };
    default:
      throw new Refusal('no-such-move', 'qa.refuse.questionMoved');
  }
}
