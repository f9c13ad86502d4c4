import type { ClarificationView } from '@baraza/contracts/brokering';
import {
  type ClarificationState,
  clarificationForms,
  clarificationMovesFor,
  isImpartialBroker,
  type RequestFacts,
} from '@baraza/domain/brokering';
import type { Actor } from '@baraza/domain/kernel';
import { type LocalizedText, readIn } from '@baraza/domain/translation';
import type { Bound } from '../../platform/database/bind.ts';
import { isOf, iso, presentMoves, presentStep, type StepJson, stepOf, type View } from '../case/present.ts';
import { visibleClarification } from '../case/visible.ts';

export interface ClarificationJson {
  readonly id: string;
  readonly version: number;
  readonly state: ClarificationState;
  readonly organisationId: string;
  readonly authorId: string;
  readonly open: boolean;
  readonly question: LocalizedText;
  readonly answer: LocalizedText | null;
  readonly createdAt: string;
  readonly endedAt: string | null;
  readonly step: StepJson | null;
}
const most = 50;
export const clarificationJson = `json_build_object('id', q.id, 'version', q.version, 'state', q.state, 'organisationId', q.organisation_id,
  'authorId', q.author_id, 'open', q.open, 'question', q.question, 'answer', q.answer, 'createdAt', q.created_at, 'endedAt', q.ended_at,
  'step', ${stepOf('clarification', 'q.id')})`;

/** Those about the request `r` that the reader may see and that came to something, in the order they were asked. */
export const clarificationsJson = (actor: Actor, p: Bound): string =>
  `coalesce((select json_agg(last.question order by last.created_at, last.id) from (
    select ${clarificationJson} as question, q.created_at, q.id from clarification q
    where q.request_id = r.id and q.state in ('asked', 'answered') and ${visibleClarification(actor, p)}
    order by q.created_at desc, q.id desc limit ${most}) last), '[]')`;

export function presentClarification(json: ClarificationJson, request: RequestFacts, view: View): ClarificationView {
  const { actor, locale, at, known } = view;
  const inside = isImpartialBroker(actor, request) || isOf(actor, [json.organisationId, request.organisationId]);
  const since = new Date(json.createdAt);
  const facts = {
    ...json,
    request,
    requestId: request.id,
    stateSince: since,
    lastActivityAt: since,
    answeredBy: null,
    endReason: null,
    endedBy: null,
    endedAt: null,
    endNote: null,
  };
  return {
    id: json.id,
    version: json.version,
    state: json.state,
    // Those who ask do not see one another, not even as brokers.
    organisation: inside ? known.ref(json.organisationId, locale) : null,
    open: json.open,
    question: { ...readIn(json.question, locale) },
    answer: json.answer && { ...readIn(json.answer, locale) },
    askedAt: since.toISOString(),
    answeredAt: iso(json.endedAt),
    nextStep: presentStep(json.step, view, inside),
    moves: presentMoves('clarification', clarificationMovesFor(actor, facts, at), clarificationForms),
  };
}
