import fc from 'fast-check';
import { calendarOf, Refusal, visitor } from '../src/kernel/index.ts';
import {
  type BoardDecision,
  type BoardFacts,
  type BoardMove,
  boardModes,
  castVote,
  changeMode,
  claimAnswer,
  countOpen,
  makeBoardMove,
  mergeQuestions,
  mergeSetOf,
  moveQuestion,
  type Participant,
  type PreviousChoice,
  putOnAir,
  type QuestionFacts,
  type QuestionOrder,
  submitQuestion,
  undoMerge,
} from '../src/qa/index.ts';
import { aBoard, after, ana, guest, moderator, organiser } from './a-board.ts';

const stranger: Participant = { actor: visitor, handle: 'device:d2' };
export const people = { ana, guest, stranger, moderator };
export type Name = keyof typeof people;

const answer: QuestionOrder = { move: 'answerText', text: 'Yes.', locale: 'en' };
const orders: QuestionOrder[] = [
  { move: 'publish' },
  { move: 'dismiss', reason: 'unclear' },
  { move: 'restore' },
  { move: 'shortlist' },
  { move: 'unlist' },
  { move: 'skip' },
  { move: 'withdraw' },
  { move: 'answerLive' },
  answer,
  { move: 'defer', ownerId: 'owner', dueAt: after(1e6) },
  { move: 'close', reason: 'no_time' },
];
const voter = fc.constantFrom<Name>('ana', 'guest', 'stranger');
const anyone = fc.constantFrom<Name>('ana', 'guest', 'stranger', 'moderator', 'moderator', 'moderator');
const nth = fc.nat(7);
const is = <const K extends string>(kind: K) => fc.constant(kind);

/** What can be wished for on a board, sensible or not. */
const wish = fc.oneof(
  { weight: 9, arbitrary: fc.record({ is: is('ask'), who: voter, uuid: fc.nat(5) }) },
  { weight: 6, arbitrary: fc.record({ is: is('order'), who: anyone, nth, order: fc.constantFrom(...orders) }) },
  { weight: 2, arbitrary: fc.record({ is: is('resend'), who: voter, nth }) },
  { weight: 3, arbitrary: fc.record({ is: is('write'), nth, finish: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ is: is('air'), nth, previous: fc.constantFrom('answered', 'skip', null) }) },
  { weight: 6, arbitrary: fc.record({ is: is('merge'), nth, into: nth }) },
  { weight: 6, arbitrary: fc.record({ is: is('undo'), nth }) },
  { weight: 15, arbitrary: fc.record({ is: is('vote'), who: voter, nth, on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ is: is('end'), forgets: fc.nat(7) }) },
  { weight: 1, arbitrary: fc.record({ is: is('mode'), mode: fc.constantFrom(...boardModes) }) },
  {
    weight: 2,
    arbitrary: fc.record({ is: is('phase'), move: fc.constantFrom('wrapUp', 'resume', 'publish') }),
  },
);
type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never;

/** A board at one of its numbers. `votes` are `handle|question`, as they were cast. */
export interface Moment {
  readonly board: BoardFacts;
  readonly questions: readonly QuestionFacts[];
  readonly votes: readonly string[];
}

/** A board in memory: stores what the decisions say and nothing else, and remembers every moment. */
class BoardWorld {
  board: BoardFacts = aBoard({ mode: 'open', seq: 0 });
  questions: readonly QuestionFacts[] = [];
  votes: readonly string[] = [];
  readonly moments: Moment[] = [];
  now = after(0);

  fulfil(wishes: readonly Wish[]): this {
    for (const [i, one] of wishes.entries()) {
      this.now = after(16 * i);
      try {
        this.try(one);
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
      }
      this.moments.push({ board: this.board, questions: this.questions, votes: this.votes });
    }
    return this;
  }

  private store({ seq, board, questions }: Pick<BoardDecision, 'seq' | 'board' | 'questions'>): void {
    this.board = { ...this.board, ...board, seq };
    this.questions = this.questions.map((q) => ({ ...q, ...questions.find(({ id }) => id === q.id) }));
  }

  private order(who: Participant, id: string, order: QuestionOrder): void {
    const question = this.questions.find((q) => q.id === id);
    if (question) this.store(moveQuestion(who, this.board, question, order, this.now));
  }

  private try(one: Wish): void {
    if ('nth' in one) {
      const question = this.questions[one.nth % Math.max(1, this.questions.length)];
      if (question) this.tryOn(question, one);
    } else if (one.is === 'ask') this.ask(one.who, one.uuid);
    else if (one.is === 'mode') this.store(changeMode(this.board, one.mode, moderator.actor));
    else if (one.is === 'phase') this.phase(one.move);
    else this.end(one.forgets);
  }

  private tryOn(question: QuestionFacts, one: Extract<Wish, { nth: number }>): void {
    if (one.is === 'order') this.order(people[one.who], question.id, one.order);
    else if (one.is === 'resend') {
      const text = question.text.sourceText.replace('>', ', again>');
      this.order(people[one.who], question.id, { move: 'resend', text });
    } else if (one.is === 'write') {
      this.store(claimAnswer(moderator, this.board, question, this.now));
      if (one.finish) this.order(moderator, question.id, answer);
    } else if (one.is === 'air') this.air(question, one.previous ? { previous: one.previous } : {});
    else if (one.is === 'vote') this.vote(one.who, question, one.on);
    else if (one.is === 'merge') this.merge(mergeQuestions, question, this.questions[one.into]);
    else
      this.merge(
        undoMerge,
        question,
        this.questions.find(({ id }) => id === question.mergedInto),
      );
  }

  private phase(move: BoardMove): void {
    const context = { calendar: calendarOf('IN', 'Asia/Kolkata') };
    this.store(makeBoardMove(this.board, move, organiser.actor, { open: countOpen(this.questions) }, context));
  }

  /** As an organiser would: nothing left open but what they forget, then published. */
  private end(forgets: number): void {
    this.phase('wrapUp');
    for (const [i, { id, state }] of this.questions.entries()) {
      if (i === forgets) continue;
      if (state === 'on_air') this.order(moderator, id, { move: 'answerLive' });
      if (state === 'pending') this.order(moderator, id, { move: 'dismiss', reason: 'no_time' });
      if (state === 'published' || state === 'shortlisted')
        this.order(moderator, id, { move: 'close', reason: 'no_time' });
    }
    this.phase('publish');
  }

  private air(question: QuestionFacts, choice: { previous?: PreviousChoice }): void {
    const onAir = this.questions.find(({ state }) => state === 'on_air') ?? null;
    const result = putOnAir(moderator, this.board, question, onAir, this.now, choice);
    if ('decision' in result) this.store(result.decision);
  }

  private merge(how: typeof undoMerge, question: QuestionFacts, into: QuestionFacts | undefined): void {
    if (!into) return;
    const own = mergeSetOf(question.id, this.questions);
    const others = [...mergeSetOf(into.id, this.questions)].filter((id) => !own.has(id));
    const voters = { of: this.votersOf([...own]), into: this.votersOf(others) };
    this.store(how(moderator, this.board, question, into, voters, this.now));
  }

  private ask(who: Name, uuid: number): void {
    const clientUuid = `${who}-${uuid}`;
    const same = this.questions.find((q) => q.clientUuid === clientUuid) ?? null;
    const mine = this.questions.filter((q) => q.askerHandle === people[who].handle);
    const id = `q${this.questions.length}`;
    const draft = { id, clientUuid, text: `<${clientUuid}>`, locale: 'en', alias: null, writtenAt: this.now } as const;
    const asked = submitQuestion(people[who], this.board, draft, { same, mine }, this.now);
    if ('known' in asked) return;
    this.questions = [...this.questions, { ...asked.question, version: 1 }];
    this.store({ seq: asked.seq, board: {}, questions: [] });
  }

  private vote(who: Name, question: QuestionFacts, on: boolean): void {
    const { handle } = people[who];
    const set = [...mergeSetOf(question.id, this.questions)];
    const cast = castVote(people[who], this.board, question, on, { has: this.votersOf(set).has(handle ?? '') });
    if (!cast) return;
    const mine = set.map((id) => `${handle}|${id}`);
    const others = this.votes.filter((vote) => !mine.includes(vote));
    this.votes = cast.vote === 'add' ? [...this.votes, `${handle}|${question.id}`] : others;
    this.store(cast);
  }

  private votersOf(ids: readonly string[]): Set<string> {
    const cast = this.votes.map((vote) => vote.split('|') as [string, string]);
    return new Set(cast.filter(([, id]) => ids.includes(id)).map(([handle]) => handle));
  }
}

/** Boards that lived through anything people may try, moment by moment. */
export const lives = fc
  .array(wish, { minLength: 10, maxLength: 60, size: 'max' })
  .map((wishes) => new BoardWorld().fulfil(wishes).moments);
