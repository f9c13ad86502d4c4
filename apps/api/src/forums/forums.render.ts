import type { LocalizedText } from '@baraza/domain/translation';
import { renderMarkdown } from '../platform/markdown/markdown.ts';

/** What is stored beside a text, so that reading renders nothing: each of its texts as HTML, and how the source begins. */
export interface RenderedText {
  readonly html: LocalizedText;
  readonly excerpt: string;
}

export function rendered(body: LocalizedText): RenderedText {
  const { html, excerpt } = renderMarkdown(body.sourceText);
  const variants = body.variants.map((variant) => ({ ...variant, text: renderMarkdown(variant.text).html }));
  return { html: { ...body, sourceText: html, variants }, excerpt };
}
