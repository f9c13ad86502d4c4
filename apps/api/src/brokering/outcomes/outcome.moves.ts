import {
  makeOutcomeMove,
  type OutcomeFacts,
  type OutcomeHappening,
  type OutcomeInput,
  type OutcomeMove,
  outcomeClock,
} from '@baraza/domain/brokering';
import type { Actor } from '@baraza/domain/kernel';
import type { Case } from '../case/case.ts';
import type { OutcomeFile, PartnershipFile } from '../case/cases.repository.ts';
import { beginHanging, type Hanging, keepHanging, oweHanging } from '../case/hang.ts';
import { partnershipFacts, stirPartnership, thingOfPartnership } from '../partnerships/partnership.moves.ts';
import { OutcomeRow } from './outcome.row.ts';

export const outcomeFacts = ({ row, partnership }: OutcomeFile): OutcomeFacts => ({
  ...row,
  partnership: partnershipFacts(partnership),
});

export const hangingOutcome = (file: OutcomeFile): Hanging<OutcomeFacts, OutcomeRow> => ({
  type: OutcomeRow,
  row: file.row,
  facts: () => outcomeFacts(file),
  clock: outcomeClock,
  thing: { kind: 'outcome', id: file.row.id, page: thingOfPartnership(file.partnership.row) },
  parties: file.partnership.parties.map((party) => party.organisationId),
});

export const oweOutcome = (c: Case, file: OutcomeFile): Promise<void> => oweHanging(c, hangingOutcome(file));

export async function moveOutcome(
  c: Case,
  file: OutcomeFile,
  move: OutcomeMove,
  input: OutcomeInput,
  actor: Actor,
): Promise<void> {
  const { state: from } = file.row;
  const decision = makeOutcomeMove(outcomeFacts(file), move, input, actor, c.at, c.known.context);
  const { partnership: _, ...change } = decision.change;
  const made = { move, from, to: change.state ?? from, reason: change.endReason ?? null, input };
  await keepHanging(c, hangingOutcome(file), change as Partial<OutcomeRow>, actor, decision.happening, made);
}

export async function beginOutcome(
  c: Case,
  partnership: PartnershipFile,
  { outcome, happening }: { readonly outcome: OutcomeFacts; readonly happening: OutcomeHappening },
): Promise<OutcomeFile> {
  const { partnership: _, ...facts } = outcome;
  const row = Object.assign(new OutcomeRow(), { ...facts, version: 1, createdAt: c.at });
  const file = { row, partnership };
  await beginHanging(c, hangingOutcome(file), happening, 'claim');
  await stirPartnership(c, partnership);
  return file;
}
