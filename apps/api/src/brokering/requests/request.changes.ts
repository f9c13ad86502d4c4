import type { Change } from '@baraza/contracts/brokering';
import type { LocalizedText } from '@baraza/domain/translation';
import type { RequestWords } from './request.content.ts';
import type { RequestRow } from './request.row.ts';

/** What a request said, field by field, so that the broker who asked sees what was rewritten. */
export type Snapshot = Readonly<Record<string, readonly string[]>>;

type Said = RequestWords & Pick<RequestRow, 'kind'>;
const one = (text: string | number | null | undefined): string[] => (text || text === 0 ? [String(text)] : []);
const source = (text: LocalizedText | null): string[] => one(text?.sourceText);
const row = (...parts: readonly string[]): string => parts.join(' · ');

/** How each field is written down for the comparison: one that is forgotten here does not compile. */
const saidIn: { readonly [Field in keyof Said]: (said: Said[Field]) => readonly string[] } = {
  kind: one,
  locale: one,
  title: source,
  context: source,
  wantedResult: source,
  whatWeTried: source,
  whatWeBring: source,
  partnerSought: source,
  lines: (lines) => lines.map(({ text, quantity }) => row(text.sourceText, ...one(quantity))),
  modalities: (ids) => ids,
  themes: (ids) => ids,
  sdgs: (goals) => goals.map(String),
  sdgTargets: (targets) => targets,
  sectors: (ids) => ids,
  languages: (codes) => codes,
  readiness: one,
  // `must regions africa`: the page says it in words.
  counterpart: (wishes) =>
    Object.entries(wishes ?? {}).flatMap(([wish, about]) =>
      Object.entries(about).flatMap(([of, values]) => values.map((value) => `${wish} ${of} ${value}`)),
    ),
  contactPolicy: one,
  window: (window) => (window ? [window.start, window.end] : []),
  urgency: one,
  // `ownCash to_10k`, `fundingSought`, or the words of what there is in kind.
  resources: ({ ownCash, inKind, fundingSought, triangularPartnerWanted }) => [
    ...one(ownCash).map((band) => `ownCash ${band}`),
    ...(fundingSought ? ['fundingSought'] : []),
    ...(triangularPartnerWanted ? ['triangularPartnerWanted'] : []),
    ...inKind.map(({ text }) => `inKind ${text.sourceText}`),
  ],
  expectedOutcomes: (outcomes) =>
    outcomes.map(({ indicator, unit, baseline, target }) =>
      row(indicator.sourceText, ...one(unit), `${baseline ?? '?'} → ${target ?? '?'}`),
    ),
  delegateId: one,
  visibility: one,
  clusterId: one,
};
const fields = Object.keys(saidIn) as (keyof Said)[];

export const snapshotOf = (request: Said): Snapshot =>
  Object.fromEntries(
    fields.map((field) => [
      field,
      [...(saidIn[field] as (said: Said[typeof field]) => readonly string[])(request[field])],
    ]),
  );

/** What was written down before a field was, is not compared in it. */
export function changesSince(before: Snapshot | null, request: Said): Change[] {
  if (!before) return [];
  return Object.entries(snapshotOf(request)).flatMap(([field, after]) => {
    const was = before[field];
    return !was || JSON.stringify(was) === JSON.stringify(after)
      ? []
      : [{ field, before: [...was], after: [...after] }];
  });
}
