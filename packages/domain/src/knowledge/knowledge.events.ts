import type { Happening } from '../kernel/index.ts';
import type { FaqMove, FaqState } from './faq.machine.ts';
import type { StoryMove, StoryState } from './story.machine.ts';

export type FaqDrafted = Happening<
  'knowledge.faq.drafted',
  { readonly faqId: string; readonly fromQuestionIds: readonly string[] }
>;
export type FaqMoved = Happening<
  'knowledge.faq.moved',
  { readonly faqId: string; readonly move: FaqMove; readonly from: FaqState; readonly to: FaqState }
>;
export type StoryMoved = Happening<
  'knowledge.story.moved',
  { readonly storyId: string; readonly move: StoryMove; readonly from: StoryState; readonly to: StoryState }
>;

export type KnowledgeHappening = FaqDrafted | FaqMoved | StoryMoved;
