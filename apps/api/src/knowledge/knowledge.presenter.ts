import type { GlossaryTerm, RecommendationView, StoryLine, StoryView } from '@baraza/contracts/knowledge';
import type { Actor, Locale } from '@baraza/domain/kernel';
import { storyMovesFor } from '@baraza/domain/knowledge';
import { type LocalizedText, readIn } from '@baraza/domain/translation';
import type { StoredRecommendation, StoredStory, StoredStoryLine, StoredTerm } from './knowledge.queries.ts';

const reader = (locale: Locale) => ({
  one: (text: LocalizedText) => readIn(text, locale),
  maybe: (text: LocalizedText | null) => text && readIn(text, locale),
});

export function presentLine(line: StoredStoryLine, locale: Locale): StoryLine {
  const { one } = reader(locale);
  return { ...line, title: one(line.title), summary: one(line.summary) };
}

export function presentStory(story: StoredStory, actor: Actor, locale: Locale): StoryView {
  const { one, maybe } = reader(locale);
  return {
    ...story,
    ...presentLine(story, locale),
    reviewBy: story.reviewBy?.toISOString() ?? null,
    challenge: one(story.challenge),
    solution: one(story.solution),
    lessons: story.lessons.map(one),
    fits: maybe(story.fits),
    caution: maybe(story.caution),
    results: story.results.map((result) => ({
      ...result,
      metric: one(result.metric),
      unit: one(result.unit),
      note: maybe(result.note),
    })),
    webinars: story.webinars.map((id) => ({ id, number: Number(id.replace(/\D/g, '')) })),
    themes: [...story.themes],
    sdgs: [...story.sdgs],
    moves: storyMovesFor(actor, story),
  };
}

export function presentRecommendation(stored: StoredRecommendation, locale: Locale): RecommendationView {
  const { one } = reader(locale);
  const { title, text, measures, stories } = stored;
  return {
    ...stored,
    title: one(title),
    text: one(text),
    measures: measures.map(one),
    stories: stories.map((story) => ({ slug: story.slug, title: one(story.title) })),
  };
}

export const presentTerm = (term: StoredTerm, locale: Locale): GlossaryTerm => ({
  ...term,
  definition: readIn(term.definition, locale),
});
