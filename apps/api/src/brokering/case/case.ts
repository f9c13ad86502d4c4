import type { SubjectKind } from '@baraza/contracts/brokering';
import type { MoveInput, NextStep } from '@baraza/domain/brokering';
import { type Actor, actsFor, belongsTo, type Deadline, instantAt, type Locale } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import type { Asker } from '../../platform/asker.ts';
import type { Work } from '../../platform/database/unit-of-work.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { RequestRow } from '../requests/request.row.ts';
import type { BrokeringNews, CaseData } from '../told.ts';
import type { Known } from './organisations.queries.ts';

/** One request and all that hangs on it, while one wish is granted: the request is locked, so the case is. */
export interface Case {
  readonly work: Work;
  readonly actor: Actor;
  readonly at: Date;
  readonly request: RequestRow;
  readonly known: Known;
}

export interface Page {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly address: string;
}
/** One of the things of a case, by what it is stored and found under. What has no page of its own is found on another's. */
export type Thing =
  | Page
  | {
      readonly kind: 'check_in' | 'meeting' | 'milestone' | 'contribution' | 'outcome';
      readonly id: string;
      readonly page: Page;
    };
export const pageOf = (thing: Thing): Page => ('page' in thing ? thing.page : thing);
export const subjectOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind}:${id}`;

export function demandVersion({ version }: { readonly version: number }, wanted: number): void {
  if (version !== wanted) throw new ProblemError('stale-version', 'kernel.staleVersion');
}

interface Said {
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  readonly until?: string | undefined;
  readonly language?: Locale | undefined;
}
/** A day is meant from its beginning in working hours, where the mover is. */
export const inputOf = ({ reason, note, until, language }: Said, { locale, timeZone }: Asker): MoveInput => ({
  reason,
  note: note ? written(language ?? locale, note) : undefined,
  until: until ? instantAt(until, '09:00', timeZone) : undefined,
});

export const originOf = (origin: string | null): CaseData['origin'] => {
  const at = origin?.indexOf(':') ?? -1;
  return origin && at > 0 ? { kind: origin.slice(0, at), id: origin.slice(at + 1) } : null;
};

export function tell({ work, request }: Case, thing: Thing, happening: BrokeringNews): Promise<number> {
  const { id, ref, organisationId, claimedBy, origin } = request;
  const about: CaseData = {
    requestId: id,
    requestRef: ref,
    requesterOrganisationId: organisationId,
    brokerId: claimedBy,
    origin: originOf(origin),
    subject: pageOf(thing),
  };
  return work.tell({ ...happening, data: { ...happening.data, ...about } });
}

/** The party a member spoke for; null for the desk and for clocks, who are no party (invariant I11). */
export function sideOf(actor: Actor, parties: readonly string[]): string | null {
  const first = (is: (actor: Actor, id: string) => boolean) =>
    parties.find((id) => id === actor.actingFor && is(actor, id)) ?? parties.find((id) => is(actor, id));
  return first(actsFor) ?? first(belongsTo) ?? null;
}

export interface Step {
  readonly move: string;
  readonly from: string | null;
  readonly to: string;
  readonly reason?: string | null;
  readonly input?: MoveInput;
}

/** The record of who moved what, when and for whom. */
export async function record(
  { work, at }: Case,
  thing: { readonly kind: string; readonly id: string },
  actor: Actor,
  side: string | null,
  step: Step,
) {
  const byKind = actor.kind === 'system' ? 'system' : side ? 'organisation' : 'desk';
  await work.tx.query(
    `insert into brokering_move (subject, move, from_state, to_state, at, by_kind, by_id, on_behalf_of, reason, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      subjectOf(thing),
      step.move,
      step.from,
      step.to,
      at,
      byKind,
      actor.id,
      side,
      step.reason ?? null,
      step.input?.note ? JSON.stringify(step.input.note) : null,
    ],
  );
}

export interface Owed {
  readonly deadline: Deadline | null;
  readonly reminders: readonly Date[];
  readonly step: NextStep | null;
  /** A draft is its writer's business: it is on no desk. */
  readonly private: boolean;
  readonly silentSince: Date;
  readonly counterpartId?: string | null;
}

/** Arms the one next deadline of a thing and the next reminder before it, and writes down who owes what (invariant I1). */
export async function owe({ work, request }: Case, thing: Thing, owed: Owed): Promise<void> {
  const subject = subjectOf(thing);
  const { deadline, step, reminders } = owed;
  const kindOf = (what: string) => `brokering.${thing.kind}.${what}`;
  const [next] = reminders;
  const armed = deadline ? [{ ...deadline, kind: kindOf(deadline.kind) }] : [];
  if (deadline && next) armed.push({ ...deadline, kind: kindOf('remind'), dueAt: next });
  await work.rearm(subject, armed);
  const { tx } = work;
  if (step)
    await tx.query(
      `with step as (
         insert into brokering_step (subject, kind, address, request_id, counterpart_id, private, what, due_at, responsible_kind,
           responsible_id, seat, missed_kind, missed_id, missed_what, missed_at, silent_since)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
         on conflict (subject) do update set private = excluded.private, what = excluded.what, due_at = excluded.due_at,
           responsible_kind = excluded.responsible_kind, responsible_id = excluded.responsible_id, seat = excluded.seat,
           missed_kind = excluded.missed_kind, missed_id = excluded.missed_id, missed_what = excluded.missed_what,
           missed_at = excluded.missed_at, silent_since = excluded.silent_since
       )
       ${placeOnDesk('$4', '$1', 'case when $6 then null else coalesce($15, $8::timestamptz) end')}`,
      [
        subject,
        pageOf(thing).kind,
        pageOf(thing).address,
        request.id,
        owed.counterpartId ?? null,
        owed.private,
        step.what,
        step.by,
        step.responsible.kind,
        step.responsible.id,
        step.seat ?? null,
        step.missed?.responsible.kind ?? null,
        step.missed?.responsible.id ?? null,
        step.missed?.what ?? null,
        step.missed?.by ?? null,
        owed.silentSince,
      ],
    );
  else
    await tx.query(
      `with gone as (delete from brokering_step where subject = $2) ${placeOnDesk('$1', '$2', 'null::timestamptz')}`,
      [request.id, subject],
    );
}

/** A case stands on the desk where its most urgent step does, this one or one of the others: by what was due first, done or missed. */
const placeOnDesk = (request: string, subject: string, due: string): string =>
  `update request r set next_due_at = place.due from (
     select least(${due}, (select min(coalesce(missed_at, due_at)) from brokering_step where request_id = ${request} and subject <> ${subject} and not private)) as due
   ) place where r.id = ${request} and r.next_due_at is distinct from place.due`;
