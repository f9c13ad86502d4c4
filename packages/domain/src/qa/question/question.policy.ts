import { allOf, anyOf, hasRole, not, type Policy, type Rule, theSystem } from '../../kernel/index.ts';
import type { BoardPhase } from '../board/board.machine.ts';
import { moderatesBoard, stagesBoard } from '../board/board.policy.ts';
import type { QuestionOnBoard } from './question.facts.ts';
import type { QuestionMove, QuestionState } from './question.machine.ts';

/** Whoever holds its handle asked it, a member or a guest with a token. */
export const isAsker: Rule<QuestionOnBoard> = (_, { question, handle }) =>
  handle !== null && handle === question.askerHandle;
const moderates: Rule<QuestionOnBoard> = (actor, { board }) => moderatesBoard(actor, board);
const stages: Rule<QuestionOnBoard> = (actor, { board }) => stagesBoard(actor, board);
const owesIt: Rule<QuestionOnBoard> = (actor, { question }) => actor.id !== null && actor.id === question.ownerId;
const mayResend: Rule<QuestionOnBoard> = (_, { question }) => !question.resent;

/** Everybody reads what was let onto the board; everything else is between the asker and the moderators (Q6). */
const readers = {
  submitted: 'asker and moderators',
  pending: 'asker and moderators',
  published: 'everybody',
  shortlisted: 'everybody',
  on_air: 'everybody',
  answered_live: 'everybody',
  answered_text: 'everybody',
  deferred: 'everybody',
  dismissed: 'asker and moderators',
  withdrawn: 'asker and moderators',
  merged: 'asker and moderators',
  closed_unanswered: 'everybody',
} as const satisfies Record<QuestionState, 'everybody' | 'asker and moderators'>;

export const isPublic = (state: QuestionState): boolean => readers[state] === 'everybody';
const standsOnBoard: Rule<QuestionOnBoard> = (_, { question }) => isPublic(question.state);

export const questionPolicy: Policy<'view' | 'vote' | 'claim' | QuestionMove, QuestionOnBoard> = {
  view: anyOf(standsOnBoard, isAsker, moderates),
  vote: allOf((_, { handle }) => handle !== null, standsOnBoard, not(isAsker)),
  claim: anyOf(stages, owesIt),
  hold: anyOf(theSystem, moderates),
  publish: anyOf(theSystem, moderates),
  dismiss: moderates,
  resend: allOf(isAsker, mayResend),
  restore: moderates,
  shortlist: stages,
  unlist: stages,
  putOnAir: stages,
  skip: stages,
  answerLive: stages,
  answerText: anyOf(stages, owesIt),
  defer: moderates,
  close: moderates,
  merge: moderates,
  unmerge: moderates,
  withdraw: isAsker,
};

const whileOpen: readonly BoardPhase[] = ['collecting', 'live', 'wrap_up'];
const untilArchived: readonly BoardPhase[] = [...whileOpen, 'published'];

/** When a move makes sense. What a published board still owes are its deferred answers, and nothing opens again (Q4). */
export const phasesOf: Readonly<Record<QuestionMove, readonly BoardPhase[]>> = {
  hold: whileOpen,
  publish: whileOpen,
  dismiss: whileOpen,
  resend: ['collecting', 'live'],
  restore: whileOpen,
  shortlist: whileOpen,
  unlist: whileOpen,
  putOnAir: ['live'],
  skip: ['live', 'wrap_up'],
  answerLive: ['live', 'wrap_up'],
  answerText: untilArchived,
  defer: whileOpen,
  close: untilArchived,
  merge: whileOpen,
  unmerge: whileOpen,
  withdraw: whileOpen,
};

/** Whether a reader may learn who asked: everybody on a named board, moderators where the alias hides it, nobody where it is anonymous. */
export const mayKnowAsker: Rule<QuestionOnBoard> = (actor, subject) =>
  ({
    named: true,
    alias_known_to_moderators: moderates(actor, subject) || isAsker(actor, subject),
    anonymous: false,
  })[subject.board.identity];

/** Known well enough to be published unseen under `trusted_auto`: somebody whose organisation stands for them, or who works here. */
export const isTrusted: Rule<unknown> = anyOf(
  (actor) => actor.affiliations.length > 0,
  hasRole('moderator', 'broker', 'lead_broker', 'organiser', 'editor', 'admin'),
);
