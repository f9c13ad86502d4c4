import { type Actor, actsFor, addDays, Refusal } from '../../kernel/index.ts';
import type { LocalizedText } from '../../translation/index.ts';
import { type Decision, defineMoves, type MoveForm } from '../decide.ts';
import { canViewRequest, isAnswerable, isOver, type RequestFacts } from '../requests/index.ts';
import { type BrokeringContext, begun, isBlank, type MoveInput } from '../subject.ts';
import type { BrokeringTerms } from '../terms.ts';
import { clarificationClock } from './clarification.clock.ts';
import {
  type AboutClarification,
  type ClarificationFacts,
  type ClarificationHappening,
  partiesOfClarification,
} from './clarification.facts.ts';
import { type ClarificationMove, type ClarificationState, clarificationMachine } from './clarification.machine.ts';
import { clarificationPolicy } from './clarification.policy.ts';

export const clarificationForms: Partial<Record<ClarificationMove, MoveForm>> = {
  answer: { reasons: ['answered'], note: 'brokering.refuse.answerMissing' },
  withdraw: { reasons: ['unstated'] },
  lapse: { reasons: ['no_response'] },
  endWithRequest: { reasons: ['request_ended'] },
};

const { movesFor, makeMove } = defineMoves<ClarificationState, ClarificationMove, ClarificationFacts, MoveInput>({
  machine: clarificationMachine,
  policy: clarificationPolicy,
  clock: clarificationClock,
  partiesOf: partiesOfClarification,
  forms: clarificationForms,
  timed: ['lapse'],
  guards: {
    endWithRequest: ({ request }) => (isOver(request) ? null : 'brokering.refuse.requestStillOpen'),
  },
  effects: {
    answer: (_clarification, { note }, actor) => ({ answer: note ?? null, answeredBy: actor.id, endNote: null }),
  },
});

export const clarificationMovesFor = movesFor;

const about = ({ id, requestId, organisationId, request }: ClarificationFacts): AboutClarification => ({
  clarificationId: id,
  requestId,
  organisationId,
  requesterId: request.organisationId,
});

export function makeClarificationMove(
  clarification: ClarificationFacts,
  asked: ClarificationMove,
  input: MoveInput,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
): Decision<ClarificationFacts, ClarificationHappening> {
  const { change, deadline, move, from, to, reason } = makeMove(clarification, asked, input, actor, now, ctx);
  const data = { ...about(clarification), move, from, to, reason };
  const stream = `clarification:${clarification.id}`;
  return { change, deadline, happening: { name: 'brokering.clarification.moved', stream, data } };
}

/** Until when questions are taken. */
export const clarifiableUntil = ({ expiresAt }: RequestFacts, { clarification }: BrokeringTerms): Date | null =>
  expiresAt && addDays(expiresAt, -clarification.closedDaysBefore);

export const mayAskAbout = (actor: Actor, request: RequestFacts, now: Date, terms: BrokeringTerms): boolean => {
  const until = clarifiableUntil(request, terms);
  return (
    isAnswerable(request) &&
    until !== null &&
    now < until &&
    canViewRequest(actor, request) &&
    actor.affiliations.some(
      ({ organisationId }) => organisationId !== request.organisationId && actsFor(actor, organisationId),
    )
  );
};

export function askClarification(
  request: RequestFacts,
  draft: { readonly id: string; readonly organisationId: string; readonly question: LocalizedText; open: boolean },
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  if (!canViewRequest(actor, request)) throw new Refusal('not-found', 'brokering.refuse.notFound');
  if (actor.id === null || !actsFor(actor, draft.organisationId))
    throw new Refusal('not-permitted', 'brokering.refuse.notForThisOrganisation');
  if (draft.organisationId === request.organisationId)
    throw new Refusal('unmet-condition', 'brokering.refuse.ownRequest');
  if (!mayAskAbout(actor, request, now, ctx.terms))
    throw new Refusal('unmet-condition', 'brokering.refuse.clarificationsClosed', {
      days: ctx.terms.clarification.closedDaysBefore,
    });
  if (isBlank(draft.question)) throw new Refusal('unmet-condition', 'brokering.refuse.questionMissing', {}, 'question');
  const clarification: ClarificationFacts = {
    ...draft,
    ...begun(now),
    requestId: request.id,
    request,
    state: clarificationMachine.initial,
    authorId: actor.id,
    answer: null,
    answeredBy: null,
  };
  const happening: ClarificationHappening = {
    name: 'brokering.clarification.asked',
    stream: `clarification:${clarification.id}`,
    data: about(clarification),
  };
  return { clarification, happening, deadline: clarificationClock.deadlineOf(clarification, now, ctx) };
}
