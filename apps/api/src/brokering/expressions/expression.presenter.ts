import type { ExpressionView } from '@baraza/contracts/brokering';
import {
  expressionFiles,
  expressionForms,
  expressionMovesFor,
  mayReply,
  mayReviseExpression,
  type RequestFacts,
} from '@baraza/domain/brokering';
import { belongsTo } from '@baraza/domain/kernel';
import { type LocalizedText, readIn } from '@baraza/domain/translation';
import { type FileJson, presentShelf } from '../../files/index.ts';
import { pageFrom } from '../../platform/database/cursor.ts';
import {
  iso,
  type MessageJson,
  presentEnd,
  presentMessage,
  presentMoves,
  presentStep,
  reading,
  type StepJson,
  type View,
} from '../case/present.ts';
import type { ExpressionRow } from './expression.row.ts';

export const messagesShown = 20;

/** A request as an expression on it shows it. */
export type Answered = RequestFacts & { readonly ref: string; readonly title: LocalizedText | null };

export interface ExpressionShape extends ExpressionRow {
  readonly seq: number;
  readonly step: StepJson | null;
  /** Newest first, and one more where there are more than are shown. */
  readonly messages: readonly (MessageJson & { readonly seq: number })[];
  readonly matchId: string | null;
  readonly files: readonly FileJson[];
}

/** Whoever sees an expression is of one of its two sides or an impartial broker. */
export function presentExpression(row: ExpressionShape, request: Answered, view: View): ExpressionView {
  const { actor, locale, at, known } = view;
  const facts = { ...row, request };
  const messages = pageFrom(row.messages, messagesShown, ({ seq }) => [seq]);
  return {
    id: row.id,
    version: row.version,
    stream: `expression:${row.id}`,
    seq: row.seq,
    state: row.state,
    stateSince: row.stateSince.toISOString(),
    sentAt: iso(row.sentAt),
    organisation: known.ref(row.organisationId, locale),
    request: {
      ref: request.ref,
      title: reading(request.title, locale),
      organisation: known.ref(request.organisationId, locale),
    },
    mine: belongsTo(actor, row.organisationId),
    message: reading(row.message, locale),
    weBring: reading(row.weBring, locale),
    conditions: reading(row.conditions, locale),
    earliestStart: row.earliestStart,
    languages: row.languages,
    covers: row.covers,
    lines: request.lines
      .filter(({ id }) => row.covers.length === 0 || row.covers.includes(id))
      .map(({ id, text }) => ({ id, text: { ...readIn(text, locale) } })),
    end: presentEnd(row, locale),
    nextStep: presentStep(row.step, view, true),
    moves: presentMoves('expression', expressionMovesFor(actor, facts, at), expressionForms),
    mayRevise: mayReviseExpression(actor, facts),
    mayReply: mayReply(actor, facts),
    messages: {
      items: messages.items.map((message) => presentMessage(message, view, false)),
      next: messages.next,
    },
    matchId: row.matchId,
    files: presentShelf('expression', row.files, expressionFiles(actor, facts)),
  };
}
