import type { DeskItem, OwedStep, SubjectKind } from '@baraza/contracts/brokering';
import { requestFormsOf, requestMovesFor } from '@baraza/domain/brokering';
import { workingDaysBetween } from '@baraza/domain/kernel';
import type { LocalizedText } from '@baraza/domain/translation';
import { ownAnswer } from '../case/match-step.ts';
import { presentMoves, presentStep, reading, type StepJson, type View } from '../case/present.ts';
import { readerFacts } from '../case/reader.ts';
import type { RequestRow } from '../requests/request.row.ts';

export interface DeskRow {
  readonly id: string;
  readonly nextDueAt: Date;
  readonly brokerName: string | null;
  readonly step: StepJson;
  readonly kind: SubjectKind;
  readonly address: string;
  readonly silentSince: string;
}
export interface OwedRow {
  readonly step: StepJson;
  readonly kind: SubjectKind;
  readonly address: string;
  readonly ref: string;
  readonly title: LocalizedText | null;
  readonly requesterId: string;
  readonly counterpartId: string | null;
  /** It was theirs, they let it go by, and they may still do it though the desk has it before it by now. */
  readonly overdue: boolean;
  /** The reader's organisation that has to answer a suggestion or to sign, whosever turn the clock says it is. */
  readonly answersFor: string | null;
}

export function presentDeskItem(row: DeskRow, request: RequestRow, view: View): DeskItem[] {
  const { actor, at, known, locale } = view;
  const step = presentStep(row.step, view, true);
  if (!step) return [];
  const calendar = row.step.kind === 'organisation' ? known.context.calendarOf(row.step.id) : known.context.desk;
  const silentSince = new Date(row.silentSince);
  return [
    {
      ref: request.ref,
      version: request.version,
      kind: request.kind,
      state: request.state,
      title: reading(request.title, locale),
      organisation: known.ref(request.organisationId, locale),
      broker: row.brokerName ? { name: row.brokerName, you: request.claimedBy === actor.id } : null,
      step,
      subject: { kind: row.kind, id: row.address },
      silentSince: silentSince.toISOString(),
      silentDays: workingDaysBetween(silentSince, at, calendar),
      moves: presentMoves('request', requestMovesFor(actor, request, at), requestFormsOf(request)),
    },
  ];
}

/** The step as it is the reader's: their answer to what all are asked, what they let go by, or simply theirs. */
function asOwed({ step, answersFor, overdue }: OwedRow): StepJson {
  if (answersFor) return ownAnswer(step, answersFor);
  const { missedId, missedWhat, missedAt } = step;
  if (!overdue || !missedId || !missedWhat || !missedAt) return step;
  return { ...ownAnswer(step, missedId), what: missedWhat, dueAt: missedAt };
}

export function presentOwed(row: OwedRow, view: View): OwedStep {
  const step = presentStep(asOwed(row), view, true);
  if (!step) throw new Error('a step that is owed is a step');
  const own = readerFacts(view.actor).belongs;
  const other = [row.counterpartId, row.requesterId].find((id) => id !== null && !own.includes(id)) ?? null;
  return {
    // Also where a role owes it: whoever is listed it has the role, and may.
    step: { ...step, who: 'you' },
    subject: { kind: row.kind, id: row.address },
    request: { ref: row.ref, title: reading(row.title, view.locale) },
    with: row.kind !== 'request' && other ? view.known.ref(other, view.locale) : null,
  };
}
