import fc from 'fast-check';
import { calendarOf, Refusal, visitor } from '../src/kernel/index.ts';
import {
  type BoardDecision,
  type BoardFacts,
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
  { weight: 6, arbitrary: fc.record({ is: is('ask'), who: voter, uuid: fc.nat(5) }) },
  { weight: 9, arbitrary: fc.record({ is: is('order'), who: anyone, nth, order: fc.constantFrom(...orders) }) },
  { weight: 2, arbitrary: fc.record({ is: is('resend'), who: voter, nth }) },
  { weight: 3, arbitrary: fc.record({ is: is('write'), nth, finish: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ is: is('air'), nth, previous: fc.constantFrom('answered', 'skip', null) }) },
  { weight: 5, arbitrary: fc.record({ is: is('merge'), nth, into: nth }) },
  { weight: 3, arbitrary: fc.record({ is: is('undo'), nth }) },
  { weight: 9, arbitrary: fc.record({ is: is('vote'), who: voter, nth, on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ is: is('mode'), mode: fc.constantFrom(...boardModes) }) },
  {
    weight: 2,
    arbitrary: fc.record({ is: is('phase'), move: fc.constantFrom('goLive', 'wrapUp', 'resume', 'publish') }),
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
  board: BoardFacts = aBoard({ phase: 'collecting', mode: 'open', seq: 0 });
  questions: readonly QuestionFacts[] = [];
  votes: readonly string[] = [];
  readonly moments: Moment[] = [];
  now = after(0);

  fulfil(wishes: readonly Wish[]): this {
    for (const [i, one] of wishes.entries()) {
      this.now = after(31 * i);
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

  private try(one: Wish): void {
    if (one.is === 'ask') return this.ask(one.who, one.uuid);
    if (one.is === 'mode') return this.store(changeMode(this.board, one.mode, moderator.actor));
    if (one.is === 'phase') {
      const context = { calendar: calendarOf('IN', 'Asia/Kolkata') };
      const open = countOpen(this.questions);
      return this.store(makeBoardMove(this.board, one.move, organiser.actor, { open }, context));
    }
    const question = this.questions[one.nth % Math.max(1, this.questions.length)];
    if (!question) return;
    const { board, now } = this;
    if (one.is === 'order') return this.store(moveQuestion(people[one.who], board, question, one.order, now));
    if (one.is === 'write') {
      this.store(claimAnswer(moderator, board, question, now));
      const held = this.questions.find(({ id }) => id === question.id);
      if (held && one.finish) this.store(moveQuestion(moderator, this.board, held, answer, now));
      return;
    }
    if (one.is === 'vote') return this.vote(one.who, question, one.on);
    if (one.is === 'resend') {
      const text = question.text.sourceText.replace('>', ', again>');
      return this.store(moveQuestion(people[one.who], board, question, { move: 'resend', text }, now));
    }
    if (one.is === 'air') {
      const onAir = this.questions.find(({ state }) => state === 'on_air') ?? null;
      const choice = one.previous ? { previous: one.previous } : {};
      const result = putOnAir(moderator, board, question, onAir, now, choice);
      return 'decision' in result ? this.store(result.decision) : undefined;
    }
    const into =
      one.is === 'merge' ? this.questions[one.into] : this.questions.find(({ id }) => id === question.mergedInto);
    if (!into) return;
    const own = mergeSetOf(question.id, this.questions);
    const others = [...mergeSetOf(into.id, this.questions)].filter((id) => !own.has(id));
    const voters = { of: this.votersOf([...own]), into: this.votersOf(others) };
    this.store((one.is === 'merge' ? mergeQuestions : undoMerge)(moderator, board, question, into, voters, now));
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
