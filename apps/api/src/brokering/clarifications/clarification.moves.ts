import {
  type ClarificationFacts,
  type ClarificationHappening,
  type ClarificationMove,
  clarificationClock,
  type MoveInput,
  makeClarificationMove,
  partiesOfClarification,
} from '@baraza/domain/brokering';
import { type Actor, system } from '@baraza/domain/kernel';
import { type Case, owe, record, type Step, sideOf, type Thing, tell } from '../case/case.ts';
import { store } from '../case/rows.repository.ts';
import { ClarificationRow } from './clarification.row.ts';

/** It has no page of its own: it stands on that of its request. */
export const thingOfClarification = ({ request }: Case, { id }: ClarificationRow): Thing => ({
  kind: 'clarification',
  id,
  address: request.ref,
});
export const clarificationFacts = ({ request }: Case, row: ClarificationRow): ClarificationFacts => ({
  ...row,
  request,
});

export async function oweClarification(c: Case, row: ClarificationRow): Promise<void> {
  const { at, known } = c;
  const facts = clarificationFacts(c, row);
  await owe(c, thingOfClarification(c, row), {
    deadline: clarificationClock.deadlineOf(facts, at, known.context),
    reminders: clarificationClock.remindersOf(facts, at, known.context),
    step: clarificationClock.nextStep(facts, system, at, known.context),
    private: false,
    silentSince: row.lastActivityAt,
    counterpartId: row.organisationId,
  });
}

export async function recordClarification(
  c: Case,
  row: ClarificationRow,
  actor: Actor,
  happening: ClarificationHappening,
  step: Step,
): Promise<void> {
  const thing = thingOfClarification(c, row);
  await record(c, thing, actor, sideOf(actor, partiesOfClarification(clarificationFacts(c, row))), step);
  await oweClarification(c, row);
  await tell(c, thing, happening);
}

export async function moveClarification(
  c: Case,
  row: ClarificationRow,
  move: ClarificationMove,
  input: MoveInput,
  actor: Actor,
): Promise<void> {
  const { change, happening } = makeClarificationMove(
    clarificationFacts(c, row),
    move,
    input,
    actor,
    c.at,
    c.known.context,
  );
  if (!('move' in happening.data)) throw new Error('a move tells that it was made');
  await store(c.work.tx, ClarificationRow, row, change as Partial<ClarificationRow>);
  await recordClarification(c, row, actor, happening, { ...happening.data, input });
}
