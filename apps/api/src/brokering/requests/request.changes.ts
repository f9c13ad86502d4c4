import type { Change } from '@baraza/contracts/brokering';
import type { LocalizedText } from '@baraza/domain/translation';
import type { RequestRow } from './request.row.ts';

const words = ['title', 'context', 'wantedResult', 'whatWeTried', 'whatWeBring', 'partnerSought'] as const;
const lists = ['modalities', 'themes', 'languages'] as const;

/** What a request said, field by field, so that the broker who asked sees what was rewritten. */
export type Snapshot = Readonly<Record<string, readonly string[]>>;

type Said = Pick<
  RequestRow,
  (typeof words)[number] | (typeof lists)[number] | 'kind' | 'lines' | 'sdgs' | 'window' | 'readiness' | 'visibility'
>;
const one = (text: string | null | undefined): string[] => (text ? [text] : []);
const source = (text: LocalizedText | null): string[] => one(text?.sourceText);

export function snapshotOf(request: Said): Snapshot {
  return {
    kind: [request.kind],
    ...Object.fromEntries(words.map((field) => [field, source(request[field])])),
    lines: request.lines.map(({ text, quantity }) => [text.sourceText, ...one(quantity)].join(' · ')),
    ...Object.fromEntries(lists.map((field) => [field, [...request[field]]])),
    sdgs: request.sdgs.map(String),
    window: request.window ? [request.window.start, request.window.end] : [],
    readiness: one(request.readiness),
    visibility: [request.visibility],
  };
}

export function changesSince(before: Snapshot | null, request: Said): Change[] {
  if (!before) return [];
  return Object.entries(snapshotOf(request)).flatMap(([field, after]) => {
    const was = before[field] ?? [];
    return JSON.stringify(was) === JSON.stringify(after) ? [] : [{ field, before: [...was], after: [...after] }];
  });
}
