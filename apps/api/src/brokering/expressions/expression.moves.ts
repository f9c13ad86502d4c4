import {
  type Decision,
  type ExpressionFacts,
  type ExpressionHappening,
  type ExpressionMove,
  expressionClock,
  isUnsent,
  type MoveInput,
  makeExpressionMove,
  partiesOfExpression,
} from '@baraza/domain/brokering';
import { type Actor, system } from '@baraza/domain/kernel';
import { dropFiles } from '../../files/index.ts';
import { type Case, owe, record, type Step, sideOf, type Thing, tell } from '../case/case.ts';
import { store, touch } from '../case/rows.repository.ts';
import { RequestRow } from '../requests/request.row.ts';
import { ExpressionRow } from './expression.row.ts';

export const thingOfExpression = ({ id }: ExpressionRow): Thing => ({ kind: 'expression', id, address: id });
export const expressionFacts = ({ request }: Case, row: ExpressionRow): ExpressionFacts => ({ ...row, request });

export async function oweExpression(c: Case, row: ExpressionRow): Promise<void> {
  const { at, known } = c;
  const facts = expressionFacts(c, row);
  await owe(c, thingOfExpression(row), {
    deadline: expressionClock.deadlineOf(facts, at, known.context),
    reminders: expressionClock.remindersOf(facts, at, known.context),
    step: expressionClock.nextStep(facts, system, at, known.context),
    private: row.state === 'draft',
    silentSince: row.lastActivityAt,
    counterpartId: row.organisationId,
  });
}

export const tellExpression = (c: Case, row: ExpressionRow, happening: ExpressionHappening): Promise<number> =>
  tell(c, thingOfExpression(row), happening);

export async function keepExpression(
  c: Case,
  row: ExpressionRow,
  actor: Actor,
  decision: Decision<ExpressionFacts, ExpressionHappening>,
  step: Step,
  more: Partial<ExpressionRow> = {},
): Promise<void> {
  await store(c.work.tx, ExpressionRow, row, { ...(decision.change as Partial<ExpressionRow>), ...more });
  await record(c, thingOfExpression(row), actor, sideOf(actor, partiesOfExpression(expressionFacts(c, row))), step);
  await oweExpression(c, row);
  if (isUnsent(row)) await dropFiles(c.work.tx, 'expression', row.id, c.at);
  await tellExpression(c, row, decision.happening);
}

export async function moveExpression(
  c: Case,
  row: ExpressionRow,
  move: ExpressionMove,
  input: MoveInput,
  actor: Actor,
): Promise<void> {
  const decision = makeExpressionMove(expressionFacts(c, row), move, input, actor, c.at, c.known.context);
  const { data } = decision.happening;
  if (!('move' in data)) throw new Error('a move tells that it was made');
  await keepExpression(c, row, actor, decision, { ...data, input });
  if (data.move === 'send' && !c.request.counterpartIds.includes(row.organisationId))
    await touch(c.work.tx, RequestRow, c.request, {
      counterpartIds: [...c.request.counterpartIds, row.organisationId],
    });
}
