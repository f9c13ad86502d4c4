import type { Modality } from '@baraza/domain/brokering';
import type { Passage, Written } from '@baraza/domain/matching';
import type { LocalizedText } from '@baraza/domain/translation';

type Text = LocalizedText | null;

// What of a text is read, and how loud each part of it speaks. The words of the writer, never a translation of them.

const passages = (part: Passage['part'], ...texts: readonly Text[]): Passage[] =>
  texts.flatMap((text) => (text ? [{ locale: text.sourceLocale, text: text.sourceText, part }] : []));
const nothingTicked = { themes: [], sdgs: [], modalities: [] } as const;

export interface FactWords {
  readonly kind: 'strength' | 'lesson' | 'challenge';
  readonly position: number;
  readonly tags: readonly string[];
  readonly text: LocalizedText;
}
export const writtenInFact = ({ text, tags }: FactWords): Written => ({
  ...nothingTicked,
  passages: passages('headline', text),
  themes: tags,
});

export interface StoryWords {
  readonly title: LocalizedText;
  readonly summary: LocalizedText;
  readonly solution: LocalizedText;
  readonly challenge: LocalizedText;
  readonly lessons: readonly LocalizedText[];
  readonly themes: readonly string[];
  readonly sdgs: readonly number[];
}
export const writtenInStory = (story: StoryWords): Written => ({
  passages: [
    ...passages('headline', story.title, story.summary),
    ...passages('body', story.solution, ...story.lessons),
    ...passages('aside', story.challenge),
  ],
  themes: story.themes,
  sdgs: story.sdgs.map(String),
  modalities: [],
});

export interface RequestWords {
  readonly title: Text;
  readonly context: Text;
  readonly wantedResult: Text;
  readonly whatWeBring: Text;
  readonly partnerSought: Text;
  readonly lines: readonly { readonly text: LocalizedText }[];
  readonly themes: readonly string[];
  readonly sdgs: readonly number[];
  readonly sdgTargets: readonly string[];
  readonly modalities: readonly Modality[];
}
/** What it asks for, or offers. */
export const writtenInRequest = (request: RequestWords): Written => ({
  passages: [
    ...passages('headline', request.title, request.wantedResult, ...request.lines.map(({ text }) => text)),
    ...passages('body', request.context),
    ...passages('aside', request.partnerSought),
  ],
  themes: request.themes,
  sdgs: [...request.sdgs.map(String), ...request.sdgTargets],
  modalities: request.modalities,
});
export const broughtIn = ({ whatWeBring }: RequestWords): Written => ({
  ...nothingTicked,
  passages: passages('headline', whatWeBring),
});
