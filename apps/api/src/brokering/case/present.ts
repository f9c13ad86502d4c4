import type { Message, Move, NextStep, OrganisationRef, PathStep, SubjectKind } from '@baraza/contracts/brokering';
import type { Reading } from '@baraza/contracts/kernel';
import { askedBy, isOwedBy, type MoveForm, type Responsible } from '@baraza/domain/brokering';
import { type Actor, belongsTo, type Locale, workingDaysBetween } from '@baraza/domain/kernel';
import { type LocalizedText, readIn } from '@baraza/domain/translation';
import type { Work } from '../../platform/database/unit-of-work.ts';
import type { Thing } from './case.ts';
import type { Known } from './organisations.queries.ts';

/** Who reads, in which language, when; and the organisations they will read of. */
export interface View {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly at: Date;
  readonly known: Known;
}

export const iso = (at: Date | string | null): string | null => (at ? new Date(at).toISOString() : null);

export const reading = (text: LocalizedText | null, locale: Locale): Reading | null =>
  text ? { ...readIn(text, locale) } : null;

/** The beginning of a text, cut between words where the script has them. */
export function clipped(text: LocalizedText | null, locale: Locale, most = 260): Reading | null {
  const whole = reading(text, locale);
  if (!whole) return null;
  const clip = (words: string): string =>
    words.length <= most ? words : `${words.slice(0, most).replace(/\s+\S*$/, '')}…`;
  return {
    ...whole,
    text: clip(whole.text),
    source: whole.source && { ...whole.source, text: clip(whole.source.text) },
  };
}

/** A row of brokering_step as `stepJson` hands it over. */
export interface StepJson {
  readonly what: string;
  readonly dueAt: string;
  readonly kind: Responsible['kind'];
  readonly id: string;
  readonly seat: 'focal_point' | null;
  readonly name: string | null;
  readonly missedKind: Responsible['kind'] | null;
  readonly missedId: string | null;
  readonly missedWhat: string | null;
  readonly missedAt: string | null;
}

/** The step a thing waits for, or null; `s` is the joined brokering_step. */
export const stepJson = (s = 's'): string => `case when ${s}.subject is null then null else json_build_object(
  'what', ${s}.what, 'dueAt', ${s}.due_at, 'kind', ${s}.responsible_kind, 'id', ${s}.responsible_id, 'seat', ${s}.seat,
  'name', (select sm.name from member sm where sm.id = case when ${s}.responsible_kind = 'member' then ${s}.responsible_id::uuid end),
  'missedKind', ${s}.missed_kind, 'missedId', ${s}.missed_id, 'missedWhat', ${s}.missed_what, 'missedAt', ${s}.missed_at) end`;
export const stepOf = (kind: SubjectKind, id: string): string =>
  `(select ${stepJson('owed')} from brokering_step owed where owed.subject = '${kind}:' || ${id})`;

/** The steps of what hangs on a page, by `kind:id`. */
export async function stepsOf(manager: Work['tx'], subjects: readonly string[]): Promise<Map<string, StepJson>> {
  const rows: { subject: string; step: StepJson }[] = await manager.query(
    `select s.subject, ${stepJson('s')} as step from brokering_step s where s.subject = any($1::text[])`,
    [subjects],
  );
  return new Map(rows.map(({ subject, step }) => [subject, step]));
}

/** Organisations a step speaks of, to be learned before it is presented. */
export const organisationsIn = (step: StepJson | null): (string | null)[] =>
  step
    ? [step.kind === 'organisation' ? step.id : null, step.missedKind === 'organisation' ? step.missedId : null]
    : [];

/** `inside`: the parties and the desk also read which step was missed before, and which broker must act. */
export function presentStep(step: StepJson | null, view: View, inside: boolean): NextStep | null {
  if (!step) return null;
  const { actor, at, known } = view;
  const { kind, id, seat } = step;
  const isOrganisation = kind === 'organisation';
  const dueAt = new Date(step.dueAt);
  const calendar = isOrganisation ? known.context.calendarOf(id) : known.context.desk;
  const you = isOwedBy(actor, { kind, id, ...(seat && { seat }) });
  return {
    who: you ? 'you' : kind === 'organisation' || kind === 'member' ? kind : 'desk',
    organisation: isOrganisation ? known.ref(id, view.locale) : null,
    name: inside ? step.name : null,
    role: kind === 'role' ? (id as NextStep['role']) : null,
    what: step.what,
    dueAt: dueAt.toISOString(),
    late: dueAt <= at || (inside && step.missedAt !== null),
    workingDays: workingDaysBetween(at, dueAt, calendar),
    timeZone: isOrganisation ? known.zoneOf(id) : null,
    missed:
      inside && step.missedAt && step.missedWhat
        ? {
            organisation: step.missedKind === 'organisation' ? known.ref(step.missedId ?? '', view.locale) : null,
            what: step.missedWhat,
            dueAt: new Date(step.missedAt).toISOString(),
          }
        : null,
  };
}

const nouns = {
  request: 'Request',
  clarification: 'Clarification',
  expression: 'Expression',
  match: 'Match',
  partnership: 'Partnership',
  check_in: 'CheckIn',
  meeting: 'Meeting',
  milestone: 'Milestone',
  contribution: 'Contribution',
  outcome: 'Outcome',
} as const satisfies Record<Thing['kind'], string>;
type Noun = keyof typeof nouns;

/** The moves a page may offer, each with what its form asks for. */
export const presentMoves = <M extends string>(
  kind: Noun,
  moves: readonly M[],
  forms: Partial<Record<M, MoveForm>>,
): Move[] => moves.map((move) => ({ move, operation: `brokering.${move}${nouns[kind]}`, ...askedBy(forms[move]) }));

interface Ended {
  readonly endReason: string | null;
  readonly endNote: LocalizedText | null;
  readonly endedAt: Date | string | null;
}
export const presentEnd = ({ endReason, endNote, endedAt }: Ended, locale: Locale) =>
  endReason && endedAt
    ? { reason: endReason, note: reading(endNote, locale), at: new Date(endedAt).toISOString() }
    : null;

export interface PathJson {
  readonly state: string;
  readonly at: string;
  readonly by: PathStep['by'];
  readonly onBehalfOf: string | null;
}
/** The states a thing came through, as recorded. */
export const pathJson = (
  subject: string,
): string => `coalesce((select json_agg(json_build_object('state', v.to_state, 'at', v.at,
  'by', v.by_kind, 'onBehalfOf', v.on_behalf_of) order by v.id) from brokering_move v
  where v.subject = ${subject} and v.from_state is distinct from v.to_state), '[]')`;

export const presentPath = (path: readonly PathJson[], { known, locale }: View): PathStep[] =>
  path.map(({ state, at, by, onBehalfOf }) => ({
    state,
    at: new Date(at).toISOString(),
    by,
    organisation: onBehalfOf ? known.ref(onBehalfOf, locale) : null,
  }));

export interface MessageJson {
  readonly id: string;
  readonly authorId: string;
  readonly author: string;
  readonly organisationId: string | null;
  readonly text: LocalizedText;
  readonly at: string | Date;
}
/** `named`: contacts are open to the reader, so the writers have names; a broker always has one. */
export const presentMessage = (message: MessageJson, { actor, known, locale }: View, named: boolean): Message => ({
  id: message.id,
  organisation: message.organisationId ? known.ref(message.organisationId, locale) : null,
  author: named || message.organisationId === null ? message.author : null,
  text: { ...readIn(message.text, locale) },
  at: new Date(message.at).toISOString(),
  mine: message.authorId === actor.id,
});

export const isOf = (actor: Actor, organisationIds: readonly string[]): boolean =>
  organisationIds.some((id) => belongsTo(actor, id));
export const isBroker = ({ roles }: Actor): boolean => roles.includes('broker') || roles.includes('lead_broker');

export const refs = (ids: readonly string[], { known, locale }: View): OrganisationRef[] =>
  ids.map((id) => known.ref(id, locale));
