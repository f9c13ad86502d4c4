import { type Actor, actsFor, Refusal } from '../../kernel/index.ts';
import type { Decision } from '../decide.ts';
import type { BrokeringContext } from '../subject.ts';
import { requestClock } from './request.clock.ts';
import type { RequestHappening } from './request.events.ts';
import type { LineState, RequestFacts } from './request.facts.ts';
import { isAnswerable } from './request.machine.ts';
import { canViewRequest } from './request.policy.ts';

/** The owner says what became of each line, as long as others read them. */
export const mayMarkLines = (actor: Actor, request: RequestFacts): boolean =>
  request.lines.length > 0 &&
  (isAnswerable(request) || request.state === 'on_hold') &&
  actsFor(actor, request.organisationId);

const marked = (
  request: RequestFacts,
  states: ReadonlyMap<string, LineState>,
  now: Date,
  ctx: BrokeringContext,
): Decision<RequestFacts, RequestHappening> => {
  const lines = request.lines.map((line) => ({ ...line, state: states.get(line.id) ?? line.state }));
  const data = { requestId: request.id, organisationId: request.organisationId };
  return {
    change: { lines },
    happening: { name: 'brokering.request.linesMarked', stream: `request:${request.id}`, data },
    deadline: requestClock.deadlineOf({ ...request, lines }, now, ctx),
  };
};

export function markLines(
  request: RequestFacts,
  states: ReadonlyMap<string, LineState>,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  if (!canViewRequest(actor, request)) throw new Refusal('not-found', 'brokering.refuse.notFound');
  if (!actsFor(actor, request.organisationId)) throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  if (!mayMarkLines(actor, request)) throw new Refusal('no-such-move', 'brokering.refuse.noSuchMove');
  return marked(request, states, now, ctx);
}

/** A partnership was agreed: the lines it answers are covered; none named means all of them. Null when that changes nothing. */
export function coverLines(request: RequestFacts, covers: readonly string[], now: Date, ctx: BrokeringContext) {
  const covered = request.lines.filter(
    ({ id, state }) => state !== 'covered' && state !== 'dropped' && (covers.length === 0 || covers.includes(id)),
  );
  if (covered.length === 0) return null;
  return marked(request, new Map(covered.map(({ id }) => [id, 'covered'])), now, ctx);
}
