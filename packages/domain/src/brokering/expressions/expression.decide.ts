import { type Actor, actsFor, Refusal } from '../../kernel/index.ts';
import type { LocalizedText } from '../../translation/index.ts';
import { type Decision, defineMoves, type MoveForm } from '../decide.ts';
import { canViewRequest, isAnswerable, isOver, mayNotIntroduce, type RequestFacts } from '../requests/index.ts';
import { type BrokeringContext, begun, isBlank, type MoveInput } from '../subject.ts';
import { expressionClock } from './expression.clock.ts';
import type { AboutExpression, ExpressionHappening } from './expression.events.ts';
import { type ExpressionFacts, partiesOfExpression } from './expression.facts.ts';
import { type ExpressionMove, type ExpressionState, expressionMachine } from './expression.machine.ts';
import { expressionPolicy } from './expression.policy.ts';

export const expressionForms: Partial<Record<ExpressionMove, MoveForm>> = {
  discuss: { note: 'brokering.refuse.questionMissing' },
  // A reason or some words: whoever offered help is told something.
  decline: { reasons: ['no_fit', 'no_capacity', 'timing', 'language', 'terms', 'found_elsewhere', 'other'] },
  withdraw: { reasons: ['unstated', 'no_capacity', 'timing', 'found_elsewhere', 'other'] },
  discard: { reasons: ['archived'] },
  lapse: { reasons: ['no_response'] },
  endWithRequest: { reasons: ['request_ended'] },
};

const stillAnswerable = ({ request }: ExpressionFacts) =>
  isAnswerable(request) ? null : 'brokering.refuse.requestNotOpen';
const notOver = ({ request }: ExpressionFacts) => (isOver(request) ? 'brokering.refuse.requestNotOpen' : null);

const { movesFor, makeMove } = defineMoves<ExpressionState, ExpressionMove, ExpressionFacts, MoveInput>({
  machine: expressionMachine,
  policy: expressionPolicy,
  clock: expressionClock,
  partiesOf: partiesOfExpression,
  forms: expressionForms,
  timed: ['discard', 'lapse'],
  guards: {
    send: stillAnswerable,
    discuss: notOver,
    accept: (expression) => notOver(expression) ?? mayNotIntroduce(expression.request),
    confirm: (expression) => notOver(expression) ?? mayNotIntroduce(expression.request),
    endWithRequest: ({ request }) => (isOver(request) ? null : 'brokering.refuse.requestStillOpen'),
  },
  effects: {
    send: ({ message }, _input, _actor, now) => {
      if (isBlank(message)) throw new Refusal('unmet-condition', 'brokering.refuse.messageMissing', {}, 'message');
      return { sentAt: now };
    },
    accept: (_expression, _input, actor) => ({ acceptedBy: actor.id }),
    lapse: ({ state }) => (state === 'accepted' ? { endReason: 'not_confirmed' } : {}),
  },
});

export const expressionMovesFor = movesFor;

export const aboutExpression = ({ id, requestId, organisationId, request }: ExpressionFacts): AboutExpression => ({
  expressionId: id,
  requestId,
  organisationId,
  requesterId: request.organisationId,
});

/** After `confirm`, `introduce` makes the match. */
export function makeExpressionMove(
  expression: ExpressionFacts,
  asked: ExpressionMove,
  input: MoveInput,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
): Decision<ExpressionFacts, ExpressionHappening> {
  const { change, deadline, move, from, to, reason } = makeMove(expression, asked, input, actor, now, ctx);
  const name = move === 'send' ? 'brokering.expression.sent' : 'brokering.expression.moved';
  const data = { ...aboutExpression(expression), move, from, to, reason };
  return { change, deadline, happening: { name, stream: `expression:${expression.id}`, data } };
}

export interface ExpressionDraft {
  readonly id: string;
  readonly organisationId: string;
  readonly message?: LocalizedText | null;
  readonly weBring?: LocalizedText | null;
}

/** `live`: whether the organisation already has a live expression on this request; it has one at a time. */
export function draftExpression(
  request: RequestFacts,
  draft: ExpressionDraft,
  live: boolean,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  if (!canViewRequest(actor, request)) throw new Refusal('not-found', 'brokering.refuse.notFound');
  if (actor.id === null || !actsFor(actor, draft.organisationId))
    throw new Refusal('not-permitted', 'brokering.refuse.notForThisOrganisation');
  if (draft.organisationId === request.organisationId)
    throw new Refusal('unmet-condition', 'brokering.refuse.ownRequest');
  if (!isAnswerable(request)) throw new Refusal('unmet-condition', 'brokering.refuse.requestNotOpen');
  if (live) throw new Refusal('already-done', 'brokering.refuse.alreadyExpressed');
  const expression: ExpressionFacts = {
    message: null,
    weBring: null,
    ...draft,
    ...begun(now),
    requestId: request.id,
    request,
    state: expressionMachine.initial,
    authorId: actor.id,
    sentAt: null,
    acceptedBy: null,
  };
  const happening: ExpressionHappening = {
    name: 'brokering.expression.drafted',
    stream: `expression:${expression.id}`,
    data: aboutExpression(expression),
  };
  return { expression, happening, deadline: expressionClock.deadlineOf(expression, now, ctx) };
}
