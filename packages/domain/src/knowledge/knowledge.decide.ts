import {
  type Actor,
  addWorkingDays,
  type Deadline,
  demand,
  demandMove,
  type Law,
  lawfulMoves,
  Refusal,
  type TimedDecision,
  type WorkingCalendar,
} from '../kernel/index.ts';
import { type FaqMove, type FaqState, faqMachine } from './faq.machine.ts';
import type { FaqDrafted, FaqMoved, StoryMoved } from './knowledge.events.ts';
import type { FaqFacts, StoryFacts } from './knowledge.facts.ts';
import { faqPolicy, mayDraftFaq, storyPolicy } from './knowledge.policy.ts';
import { type KnowledgeTerms, knowledgeTerms } from './knowledge.terms.ts';
import { type StoryMove, type StoryState, storyMachine } from './story.machine.ts';

const faqLaw: Law<FaqState, FaqMove, FaqFacts> = {
  machine: faqMachine,
  policy: faqPolicy,
  notFound: 'knowledge.refuse.notFound',
  notPermitted: 'knowledge.refuse.faqNotYours',
  noSuchMove: 'knowledge.refuse.faqMoved',
};
const storyLaw: Law<StoryState, StoryMove, StoryFacts> = {
  machine: storyMachine,
  policy: storyPolicy,
  notFound: 'knowledge.refuse.notFound',
  notPermitted: 'knowledge.refuse.storyNotYours',
  noSuchMove: 'knowledge.refuse.storyMoved',
};

export const faqMovesFor = (actor: Actor, faq: FaqFacts): FaqMove[] => lawfulMoves(faqLaw, faq.state, actor, faq);
export const storyMovesFor = (actor: Actor, story: StoryFacts): StoryMove[] =>
  lawfulMoves(storyLaw, story.state, actor, story);

export interface KnowledgeContext {
  /** Of the editors' desk. */
  readonly calendar: WorkingCalendar;
  readonly terms?: KnowledgeTerms;
}

/** The same day of a later month, or that month's last. */
export function addMonths(from: Date, months: number): Date {
  const to = new Date(from);
  to.setUTCMonth(to.getUTCMonth() + months, 1);
  const lastDay = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return to;
}

const clock = { kind: 'system', id: 'clock' } as const;
const editors = { kind: 'role', id: 'editor' } as const;

/** Shown, it falls due at its date; on its way, the editors owe the next step. A story's draft is its authors' own time. */
function owed(
  subject: string,
  state: FaqState | StoryState,
  reviewBy: Date | null,
  now: Date,
  { calendar, terms = knowledgeTerms }: KnowledgeContext,
): Deadline | null {
  if (state === 'retired' || state === 'archived') return null;
  if (state === 'published') return reviewBy && { subject, kind: 'fall_due', dueAt: reviewBy, responsible: clock };
  return { subject, kind: 'edit', dueAt: addWorkingDays(now, terms.editorDays, calendar), responsible: editors };
}

type NewFaq = Omit<FaqFacts, 'version'>;

/** Usually what was asked and answered live; it is shown once a second person has read it. */
export function draftFaq(
  draft: Pick<FaqFacts, 'id' | 'question' | 'answer' | 'sources' | 'fromQuestionIds'>,
  actor: Actor,
  now: Date,
  context: KnowledgeContext,
): TimedDecision<NewFaq, FaqDrafted> {
  if (actor.id === null || !mayDraftFaq(actor, null))
    throw new Refusal('not-permitted', 'knowledge.refuse.draftNotYours');
  const { id: faqId, fromQuestionIds } = draft;
  const change: NewFaq = { ...draft, state: faqMachine.initial, authorId: actor.id, reviewedBy: null, reviewBy: null };
  return {
    change,
    happening: { name: 'knowledge.faq.drafted', stream: `faq:${faqId}`, data: { faqId, fromQuestionIds } },
    deadline: owed(`faq:${faqId}`, change.state, null, now, context),
  };
}

export function makeFaqMove(
  faq: FaqFacts,
  move: FaqMove,
  actor: Actor,
  now: Date,
  context: KnowledgeContext,
): TimedDecision<Pick<FaqFacts, 'state' | 'reviewedBy' | 'reviewBy'>, FaqMoved> {
  const to = demandMove(faqLaw, faq.state, move, actor, faq);
  if (to === 'reviewed' || to === 'published') {
    demand(faq.question.sourceText.trim() !== '', 'knowledge.refuse.noQuestion', {}, 'question');
    demand(faq.answer.sourceText.trim() !== '', 'knowledge.refuse.noAnswer', {}, 'answer');
    demand(faq.sources.length > 0, 'knowledge.refuse.noSource', {}, 'sources');
  }
  const { faqReviewMonths } = context.terms ?? knowledgeTerms;
  const change = {
    state: to,
    reviewedBy: move === 'review' ? actor.id : to === 'draft' ? null : faq.reviewedBy,
    reviewBy: to === 'published' ? addMonths(now, faqReviewMonths) : to === 'due_review' ? faq.reviewBy : null,
  };
  const data = { faqId: faq.id, move, from: faq.state, to };
  return {
    change,
    happening: { name: 'knowledge.faq.moved', stream: `faq:${faq.id}`, data },
    deadline: owed(`faq:${faq.id}`, to, change.reviewBy, now, context),
  };
}

export function makeStoryMove(
  story: StoryFacts,
  move: StoryMove,
  actor: Actor,
  now: Date,
  context: KnowledgeContext,
): TimedDecision<Pick<StoryFacts, 'state' | 'reviewedBy' | 'reviewBy'>, StoryMoved> {
  const to = demandMove(storyLaw, story.state, move, actor, story);
  const { storyReviewMonths } = context.terms ?? knowledgeTerms;
  const change = {
    state: to,
    reviewedBy: move === 'publish' ? actor.id : to === 'draft' ? null : story.reviewedBy,
    reviewBy: to === 'published' ? addMonths(now, storyReviewMonths) : to === 'due_review' ? story.reviewBy : null,
  };
  const data = { storyId: story.id, move, from: story.state, to };
  return {
    change,
    happening: { name: 'knowledge.story.moved', stream: `story:${story.id}`, data },
    deadline: to === 'draft' ? null : owed(`story:${story.id}`, to, change.reviewBy, now, context),
  };
}
