import { randomUUID } from 'node:crypto';
import {
  type CheckInFacts,
  type CheckInInput,
  type CheckInKind,
  type CheckInMove,
  checkInClock,
  makeCheckInMove,
  planCheckIn,
} from '@baraza/domain/brokering';
import { type Actor, system } from '@baraza/domain/kernel';
import type { Case } from '../case/case.ts';
import type { CheckInFile, PartnershipFile } from '../case/cases.repository.ts';
import { beginHanging, type Hanging, keepHanging, oweHanging } from '../case/hang.ts';
import { lastCheckInOf, openCheckInsOf } from '../case/hanging.repository.ts';
import { partnershipFacts, thingOfPartnership } from '../partnerships/partnership.moves.ts';
import { CheckInRow } from './check-in.row.ts';

export const checkInFacts = ({ row, partnership }: CheckInFile): CheckInFacts => ({
  ...row,
  partnership: partnershipFacts(partnership),
});

export const hangingCheckIn = (file: CheckInFile): Hanging<CheckInFacts, CheckInRow> => ({
  type: CheckInRow,
  row: file.row,
  facts: () => checkInFacts(file),
  clock: checkInClock,
  thing: { kind: 'check_in', id: file.row.id, page: thingOfPartnership(file.partnership.row) },
  parties: file.row.sides.map((side) => side.organisationId),
});

export const oweCheckIn = (c: Case, file: CheckInFile): Promise<void> => oweHanging(c, hangingCheckIn(file));

export async function moveCheckIn(
  c: Case,
  file: CheckInFile,
  move: CheckInMove,
  input: CheckInInput,
  actor: Actor,
): Promise<void> {
  const { state: from } = file.row;
  const decision = makeCheckInMove(checkInFacts(file), move, input, actor, c.at, c.known.context);
  const { partnership: _, ...change } = decision.change;
  const made = { move, from, to: change.state ?? from, reason: change.endReason ?? null, input };
  await keepHanging(c, hangingCheckIn(file), change as Partial<CheckInRow>, actor, decision.happening, made);
}

/** What is still open is closed: its links are worth nothing any more. */
export async function dropCheckIns(c: Case, partnership: PartnershipFile): Promise<void> {
  for (const row of await openCheckInsOf(c, partnership.row.id))
    await moveCheckIn(c, { row, partnership }, 'drop', {}, system);
}

/** The parties are asked, each for itself, on that day. */
export async function beginCheckIn(
  c: Case,
  partnership: PartnershipFile,
  kind: CheckInKind,
  opensAt: Date,
): Promise<void> {
  await dropCheckIns(c, partnership);
  const last = await lastCheckInOf(c, partnership.row.id);
  const plan = { id: randomUUID(), kind, opensAt };
  const { checkIn, happening } = planCheckIn(
    partnershipFacts(partnership),
    plan,
    last && checkInFacts({ row: last, partnership }),
    c.at,
    c.known.context,
  );
  const { partnership: _, ...facts } = checkIn;
  const row = Object.assign(new CheckInRow(), { ...facts, version: 1, createdAt: c.at });
  // Whoever brought it about, it is the house that asks.
  await beginHanging({ ...c, actor: system }, hangingCheckIn({ row, partnership }), happening, 'plan');
}
