import { randomUUID } from 'node:crypto';
import type { LocalizedText } from '@baraza/domain/translation';
import type { Asker } from '../../platform/asker.ts';
import { thingOfExpression } from '../expressions/expression.moves.ts';
import type { ExpressionRow } from '../expressions/expression.row.ts';
import { thingOfMatch } from '../matches/match.moves.ts';
import { MessageRow } from '../matches/match.row.ts';
import { type Case, sideOf, subjectOf, tell } from './case.ts';
import type { MatchFile } from './cases.repository.ts';
import { insert } from './rows.repository.ts';

type Place = { readonly expression: ExpressionRow } | { readonly match: MatchFile };

/** Writes down what somebody says to the others of an expression or a match, and tells that it was said. */
export async function writeMessage(
  c: Case,
  { actor, at }: Asker,
  place: Place,
  text: LocalizedText,
): Promise<MessageRow> {
  const match = 'match' in place ? place.match : null;
  const expression = 'expression' in place ? place.expression : null;
  const organisationIds = match
    ? match.parties.map((party) => party.organisationId)
    : [c.request.organisationId, ...(expression ? [expression.organisationId] : [])];
  const row = Object.assign(new MessageRow(), {
    id: randomUUID(),
    expressionId: expression?.id ?? null,
    matchId: match?.row.id ?? null,
    authorId: actor.id,
    organisationId: sideOf(actor, organisationIds),
    text,
    at,
  });
  await insert(c.work.tx, MessageRow, row);
  const thing = match ? thingOfMatch(match.row) : thingOfExpression(expression as ExpressionRow);
  await tell(c, thing, {
    name: 'brokering.message.written',
    stream: subjectOf(thing),
    data: { messageId: row.id, organisationId: row.organisationId, organisationIds },
  });
  return row;
}
