import type { Locale } from '@baraza/domain/kernel';

/** A request of content/requests.json, so far as the demo reads it. */
export interface DemoRequest {
  readonly id: string;
  readonly type: 'need' | 'offer' | 'exchange';
  readonly lang: Locale;
  readonly title: string;
  readonly summary: string;
  readonly titleEn: string;
  readonly summaryEn: string;
  readonly postedBy: { readonly member: string };
  readonly derivedFrom: string;
  readonly cluster: string;
  readonly themes: readonly string[];
  readonly sdgs: readonly number[];
  readonly wantedPartner: string;
  readonly offeredInReturn: string;
  readonly languages: readonly string[];
  readonly duration: string;
}

/** A summary says how things are and then what is wanted; one of a single sentence says both. */
export function inTwo(summary: string): readonly [string, string] {
  const [, first, rest] = /^(.+?(?:[.!?](?=\s)|。))\s*(\S.*)$/su.exec(summary) ?? [];
  return first && rest ? [first, rest] : [summary, summary];
}
