import {
  type Decision,
  isThrownAway,
  type MoveInput,
  makeRequestMove,
  type RequestFacts,
  type RequestHappening,
  type RequestMove,
  requestClock,
} from '@baraza/domain/brokering';
import { type Actor, system } from '@baraza/domain/kernel';
import { dropFiles } from '../../files/index.ts';
import { type Case, owe, record, type Step, sideOf, type Thing, tell } from '../case/case.ts';
import { store, touch } from '../case/rows.repository.ts';
import { snapshotOf } from './request.changes.ts';
import { RequestRow } from './request.row.ts';

export const thingOfRequest = ({ id, ref }: RequestRow): Thing => ({ kind: 'request', id, address: ref });

/** Who owes the next step on the request, by its present facts. */
export async function oweRequest(c: Case): Promise<void> {
  const { request, at, known } = c;
  await owe(c, thingOfRequest(request), {
    deadline: requestClock.deadlineOf(request, at, known.context),
    reminders: requestClock.remindersOf(request, at, known.context),
    step: requestClock.nextStep(request, system, at, known.context),
    private: request.state === 'draft',
    silentSince: request.lastActivityAt,
  });
}

/** Stores what was decided on a request and tells it. `more` is what the decision says nothing of. */
export async function keepRequest(
  c: Case,
  actor: Actor,
  decision: Decision<RequestFacts, RequestHappening>,
  step: Step,
  more: Partial<RequestRow> = {},
): Promise<void> {
  const { request, work } = c;
  await store(work.tx, RequestRow, request, { ...(decision.change as Partial<RequestRow>), ...more });
  await record(c, thingOfRequest(request), actor, sideOf(actor, [request.organisationId]), step);
  await oweRequest(c);
  if (isThrownAway(request)) await dropFiles(work.tx, 'request', request.id, c.at);
  await tell(c, thingOfRequest(request), decision.happening);
}

export async function moveRequest(c: Case, move: RequestMove, input: MoveInput, actor: Actor): Promise<void> {
  const decision = makeRequestMove(c.request, move, input, actor, c.at, c.known.context);
  if (decision.happening.name !== 'brokering.request.moved') throw new Error('a move tells that it was made');
  const { from, to, reason, move: made } = decision.happening.data;
  const more = move === 'ask' ? { askedAbout: snapshotOf(c.request) } : {};
  await keepRequest(c, actor, decision, { move: made, from, to, reason, input }, more);
}

/** A sign of life that is no move: a message, a meeting. It moves the quiet clock on. */
export async function stir(c: Case): Promise<void> {
  await touch(c.work.tx, RequestRow, c.request, { lastActivityAt: c.at });
  await oweRequest(c);
}
