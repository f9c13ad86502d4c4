import type { LocalizedText } from '../translation/index.ts';
import type { FaqState } from './faq.machine.ts';
import type { StoryState } from './story.machine.ts';

export interface FaqFacts {
  readonly id: string;
  readonly version: number;
  readonly state: FaqState;
  readonly question: LocalizedText;
  readonly answer: LocalizedText;
  /** Where the answer can be checked: a recording with its offset, a story, a document. */
  readonly sources: readonly string[];
  /** Questions of live boards it came from; who asked them is told when it is published. */
  readonly fromQuestionIds: readonly string[];
  readonly authorId: string;
  readonly reviewedBy: string | null;
  readonly reviewBy: Date | null;
}

/** What a city did, what came of it, and how another can adapt it. */
export interface StoryFacts {
  readonly id: string;
  readonly version: number;
  readonly state: StoryState;
  readonly title: LocalizedText;
  readonly authorId: string | null;
  /** The organisations that tell it; only they and the editors change it. */
  readonly organisationIds: readonly string[];
  readonly themes: readonly string[];
  readonly sdgs: readonly number[];
  readonly reviewedBy: string | null;
  readonly reviewBy: Date | null;
}
