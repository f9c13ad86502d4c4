import { anyOf, belongsTo, type Policy, type Rule, theSystem } from '../../kernel/index.ts';
import { partyOf } from '../matches/index.ts';
import { impartialBroker, nobody } from '../rules.ts';
import type { CheckInFacts } from './check-in.facts.ts';
import type { CheckInMove } from './check-in.machine.ts';

export const partiesOfCheckIn = ({ sides }: CheckInFacts): readonly string[] =>
  sides.map((side) => side.organisationId);

const side: Rule<CheckInFacts> = (actor, { sides }) => partyOf(actor, sides) !== undefined;
const colleague: Rule<CheckInFacts> = (actor, { sides }) => sides.some((s) => belongsTo(actor, s.organisationId));
const broker = impartialBroker<CheckInFacts>(partiesOfCheckIn);

export const checkInPolicy: Policy<'view' | CheckInMove, CheckInFacts> = {
  view: anyOf(colleague, broker),
  ask: theSystem,
  answer: side,
  complete: nobody,
  lapse: theSystem,
  refer: nobody,
  settle: broker,
  drop: theSystem,
};
