import { actsFor, allOf, anyOf, belongsTo, hasRole, not, type Policy, type Rule, theSystem } from '../kernel/index.ts';
import type { FaqMove, FaqState } from './faq.machine.ts';
import type { FaqFacts, StoryFacts } from './knowledge.facts.ts';
import type { StoryMove, StoryState } from './story.machine.ts';

/** Editors keep the shelf; moderators bring to it what was said in their cluster. */
export const mayDraftFaq: Rule<unknown> = hasRole('editor', 'moderator', 'organiser', 'admin');
const edits: Rule<unknown> = hasRole('editor', 'admin');

const shownFaq: readonly FaqState[] = ['published', 'due_review'];
const isShown: Rule<FaqFacts> = (_, faq) => shownFaq.includes(faq.state);
const wroteFaq: Rule<FaqFacts> = (actor, faq) => actor.id !== null && actor.id === faq.authorId;
/** Four eyes: nobody passes their own draft. */
const secondReader: Rule<FaqFacts> = allOf(edits, not(wroteFaq));

export const faqPolicy: Policy<'view' | 'edit' | FaqMove, FaqFacts> = {
  view: anyOf(isShown, mayDraftFaq, wroteFaq),
  edit: allOf((_, faq) => faq.state === 'draft', anyOf(wroteFaq, edits)),
  review: secondReader,
  sendBack: edits,
  publish: edits,
  fallDue: anyOf(theSystem, edits),
  renew: edits,
  revise: edits,
  retire: anyOf(edits, allOf(wroteFaq, not(isShown))),
};

const shownStory: readonly StoryState[] = ['published', 'due_review'];
const isTold: Rule<StoryFacts> = (_, story) => shownStory.includes(story.state);
const toldBy =
  (test: typeof belongsTo): Rule<StoryFacts> =>
  (actor, story) =>
    story.organisationIds.some((id) => test(actor, id));
const wroteStory: Rule<StoryFacts> = (actor, story) => actor.id !== null && actor.id === story.authorId;
const tells = anyOf(wroteStory, toldBy(actsFor));
/** Peers review: somebody of another organisation than the one that tells it. */
const peer: Rule<StoryFacts> = allOf(edits, not(wroteStory), not(toldBy(belongsTo)));

export const storyPolicy: Policy<'view' | 'edit' | StoryMove, StoryFacts> = {
  view: anyOf(isTold, tells, toldBy(belongsTo), edits),
  edit: anyOf(
    allOf(tells, (_, story) => story.state === 'draft'),
    edits,
  ),
  submit: anyOf(tells, edits),
  takeUp: peer,
  sendBack: edits,
  publish: peer,
  fallDue: anyOf(theSystem, edits),
  renew: anyOf(tells, edits),
  archive: anyOf(edits, allOf(tells, not(isTold))),
};
