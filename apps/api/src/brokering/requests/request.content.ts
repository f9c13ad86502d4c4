import { randomUUID } from 'node:crypto';
import type { RequestDraftBody, RequestRevisionBody } from '@baraza/contracts/brokering';
import { type ExpectedOutcome, goalsOf, type NeedLine, noResources, type Resources } from '@baraza/domain/brokering';
import { Refusal } from '@baraza/domain/kernel';
import { edited, type LocalizedText, written } from '@baraza/domain/translation';
import type { z } from 'zod';
import type { Asker } from '../../platform/asker.ts';
import type { Work } from '../../platform/database/unit-of-work.ts';
import { belongsNow, clusterIdOf } from '../case/rows.repository.ts';
import type { RequestRow } from './request.row.ts';

export type Draft = z.output<typeof RequestDraftBody>;
export type Revision = z.output<typeof RequestRevisionBody>;

/** Everything a requester says in the form, and nothing else of the row. */
export type RequestWords = Pick<
  RequestRow,
  | 'locale'
  | 'title'
  | 'context'
  | 'wantedResult'
  | 'whatWeTried'
  | 'whatWeBring'
  | 'partnerSought'
  | 'lines'
  | 'modalities'
  | 'themes'
  | 'sdgs'
  | 'sdgTargets'
  | 'sectors'
  | 'languages'
  | 'readiness'
  | 'counterpart'
  | 'contactPolicy'
  | 'window'
  | 'urgency'
  | 'resources'
  | 'expectedOutcomes'
  | 'delegateId'
  | 'visibility'
  | 'clusterId'
>;

type Language = LocalizedText['sourceLocale'];
/** Words as they are stored: those of a reviser replace the earlier ones and make their translations stale. */
const reworded = (words: string, language: Language, before: LocalizedText | null = null): LocalizedText =>
  before ? edited(before, words, language) : written(language, words);
const text = (words: string | undefined, language: Language, before?: LocalizedText | null) =>
  words ? reworded(words, language, before) : null;

interface Row {
  readonly id?: string | undefined;
}
/**
 * The rows of a list as they are stored, each known by its id. A known row without words is taken out; a new one that says
 * something else and has no words would be lost in silence, so it is refused.
 */
function rowsOf<R extends Row, S extends { readonly id: string }>(
  rows: readonly R[],
  before: readonly S[] | undefined,
  {
    field,
    wordsOf,
    says,
    stored,
  }: {
    readonly field: (i: number) => string;
    readonly wordsOf: (row: R) => string | undefined;
    readonly says: (row: R) => boolean;
    readonly stored: (row: R, words: string, id: string, known: S | undefined) => S;
  },
): S[] {
  return rows.flatMap((row, i) => {
    const known = before?.find(({ id }) => id === row.id);
    const words = wordsOf(row);
    if (words) return [stored(row, words, known?.id ?? randomUUID(), known)];
    if (!known && says(row)) throw new Refusal('unmet-condition', 'brokering.refuse.rowUnsaid', {}, field(i));
    return [];
  });
}

const linesOf = (lines: Draft['lines'], language: Language, before?: readonly NeedLine[]): NeedLine[] =>
  rowsOf(lines, before, {
    field: (i) => `lines.${i}.text`,
    wordsOf: (line) => line.text,
    says: ({ quantity }) => Boolean(quantity),
    stored: ({ quantity }, words, id, known) => ({
      id,
      text: reworded(words, language, known?.text),
      quantity: quantity || null,
      state: known?.state ?? 'open',
    }),
  });

const expectedOf = (
  outcomes: Draft['expectedOutcomes'],
  language: Language,
  before?: readonly ExpectedOutcome[],
): ExpectedOutcome[] =>
  rowsOf(outcomes, before, {
    field: (i) => `expectedOutcomes.${i}.indicator`,
    wordsOf: ({ indicator }) => indicator,
    says: ({ unit, baseline, target }) => Boolean(unit) || baseline !== undefined || target !== undefined,
    stored: ({ unit, baseline, target }, words, id, known) => ({
      id,
      indicator: reworded(words, language, known?.indicator),
      unit: unit || null,
      baseline: baseline ?? null,
      target: target ?? null,
    }),
  });

const resourcesOf = (said: Draft['resources'], language: Language, before?: Resources): Resources =>
  said
    ? {
        ownCash: said.ownCash ?? null,
        inKind: rowsOf(said.inKind, before?.inKind, {
          field: (i) => `resources.inKind.${i}.text`,
          wordsOf: (row) => row.text,
          says: () => false,
          stored: (_, words, id, known) => ({
            id,
            text: reworded(words, language, known?.text),
          }),
        }),
        fundingSought: said.fundingSought,
        triangularPartnerWanted: said.triangularPartnerWanted,
      }
    : noResources;

/** One of the organisation; without a name, whoever it was, and at first who writes it. */
async function delegateOf(
  tx: Work['tx'],
  wanted: string | undefined,
  organisationId: string,
  before: string | null,
  at: Date,
): Promise<string | null> {
  if (!wanted || wanted === before) return before;
  if (!(await belongsNow(tx, wanted, organisationId, at)))
    throw new Refusal('unmet-condition', 'brokering.refuse.delegateNotThere', {}, 'delegateId');
  return wanted;
}

async function clusterOf(tx: Work['tx'], slug: string | undefined): Promise<string | null> {
  const id = slug ? await clusterIdOf(tx, slug) : null;
  if (slug && !id) throw new Refusal('unmet-condition', 'brokering.refuse.noSuchCluster', {}, 'cluster');
  return id;
}

/** The words and choices of a form as they are stored. What was left out is empty from now on. */
export async function contentOf(
  tx: Work['tx'],
  body: Draft | Revision,
  organisationId: string,
  { actor, locale, at }: Pick<Asker, 'actor' | 'locale' | 'at'>,
  before?: RequestRow,
): Promise<RequestWords> {
  const language = body.language ?? before?.locale ?? locale;
  const { start = '', end = '' } = body.window ?? {};
  return {
    locale: language,
    title: text(body.title, language, before?.title),
    context: text(body.context, language, before?.context),
    wantedResult: text(body.wantedResult, language, before?.wantedResult),
    whatWeTried: text(body.whatWeTried, language, before?.whatWeTried),
    whatWeBring: text(body.whatWeBring, language, before?.whatWeBring),
    partnerSought: text(body.partnerSought, language, before?.partnerSought),
    lines: linesOf(body.lines, language, before?.lines),
    modalities: body.modalities,
    themes: body.themes,
    sdgs: goalsOf(body.sdgs, body.sdgTargets),
    sdgTargets: body.sdgTargets,
    sectors: body.sectors,
    languages: body.languages,
    readiness: body.readiness ?? null,
    counterpart: body.counterpart ?? null,
    contactPolicy: body.contactPolicy,
    window: start || end ? { start, end } : null,
    urgency: body.urgency,
    resources: resourcesOf(body.resources, language, before?.resources),
    expectedOutcomes: expectedOf(body.expectedOutcomes, language, before?.expectedOutcomes),
    delegateId: await delegateOf(tx, body.delegateId, organisationId, before ? before.delegateId : actor.id, at),
    visibility: body.visibility,
    clusterId: await clusterOf(tx, body.cluster),
  };
}
