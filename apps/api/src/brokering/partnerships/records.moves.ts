import { randomUUID } from 'node:crypto';
import {
  type AgreedNext,
  type ContributionFacts,
  type ContributionHappening,
  type ContributionMove,
  contributionClock,
  type MilestoneFacts,
  type MilestoneHappening,
  type MilestoneInput,
  type MilestoneMove,
  type MoveInput,
  makeContributionMove,
  makeMilestoneMove,
  milestoneClock,
  planNextStep,
} from '@baraza/domain/brokering';
import { type Actor, system } from '@baraza/domain/kernel';
import type { Case } from '../case/case.ts';
import type { ContributionFile, MilestoneFile, PartnershipFile } from '../case/cases.repository.ts';
import { beginHanging, type Hanging, keepHanging, oweHanging } from '../case/hang.ts';
import { openMilestonesOf } from '../case/hanging.repository.ts';
import { partnershipFacts, thingOfPartnership } from './partnership.moves.ts';
import { ContributionRow, MilestoneRow } from './records.row.ts';

const partiesOf = ({ partnership }: { readonly partnership: PartnershipFile }): readonly string[] =>
  partnership.parties.map((party) => party.organisationId);

export const milestoneFacts = ({ row, partnership }: MilestoneFile): MilestoneFacts => ({
  ...row,
  partnership: partnershipFacts(partnership),
});
export const hangingMilestone = (file: MilestoneFile): Hanging<MilestoneFacts, MilestoneRow> => ({
  type: MilestoneRow,
  row: file.row,
  facts: () => milestoneFacts(file),
  clock: milestoneClock,
  thing: { kind: 'milestone', id: file.row.id, page: thingOfPartnership(file.partnership.row) },
  parties: partiesOf(file),
});
export const oweMilestone = (c: Case, file: MilestoneFile): Promise<void> => oweHanging(c, hangingMilestone(file));

export async function moveMilestone(
  c: Case,
  file: MilestoneFile,
  move: MilestoneMove,
  input: MilestoneInput,
  actor: Actor,
): Promise<void> {
  const { state: from } = file.row;
  const decision = makeMilestoneMove(milestoneFacts(file), move, input, actor, c.at, c.known.context);
  const { partnership: _, ...change } = decision.change;
  const made = { move, from, to: change.state ?? from, reason: change.endReason ?? null, input };
  await keepHanging(c, hangingMilestone(file), change as Partial<MilestoneRow>, actor, decision.happening, made);
}

export async function beginMilestone(
  c: Case,
  partnership: PartnershipFile,
  { milestone, happening }: { readonly milestone: MilestoneFacts; readonly happening: MilestoneHappening },
): Promise<void> {
  const { partnership: _, ...facts } = milestone;
  const row = Object.assign(new MilestoneRow(), { ...facts, version: 1, createdAt: c.at });
  await beginHanging(c, hangingMilestone({ row, partnership }), happening, 'plan');
}

/** What was agreed at a meeting is owed like everything else that was agreed. */
export async function oweNextStep(
  c: Case,
  partnership: PartnershipFile,
  { what: title, due, ownerId }: AgreedNext,
): Promise<void> {
  const draft = { id: randomUUID(), title, due, ownerId };
  await beginMilestone(c, partnership, planNextStep(partnershipFacts(partnership), draft, c.at, c.known.context));
}

/** The work they belonged to is over. */
export async function endMilestones(c: Case, partnership: PartnershipFile): Promise<void> {
  for (const row of await openMilestonesOf(c, partnership.row.id))
    await moveMilestone(c, { row, partnership }, 'endWithPartnership', {}, system);
}

export const contributionFacts = ({ row, partnership }: ContributionFile): ContributionFacts => ({
  ...row,
  partnership: partnershipFacts(partnership),
});
export const hangingContribution = (file: ContributionFile): Hanging<ContributionFacts, ContributionRow> => ({
  type: ContributionRow,
  row: file.row,
  facts: () => contributionFacts(file),
  clock: contributionClock,
  thing: { kind: 'contribution', id: file.row.id, page: thingOfPartnership(file.partnership.row) },
  parties: partiesOf(file),
});
export const oweContribution = (c: Case, file: ContributionFile): Promise<void> =>
  oweHanging(c, hangingContribution(file));

export async function moveContribution(
  c: Case,
  file: ContributionFile,
  move: ContributionMove,
  input: MoveInput,
  actor: Actor,
): Promise<void> {
  const { state: from } = file.row;
  const decision = makeContributionMove(contributionFacts(file), move, input, actor, c.at, c.known.context);
  const { partnership: _, ...change } = decision.change;
  const made = { move, from, to: change.state ?? from, reason: change.endReason ?? null, input };
  await keepHanging(c, hangingContribution(file), change as Partial<ContributionRow>, actor, decision.happening, made);
}

export async function beginContribution(
  c: Case,
  partnership: PartnershipFile,
  { contribution, happening }: { readonly contribution: ContributionFacts; readonly happening: ContributionHappening },
): Promise<void> {
  const { partnership: _, ...facts } = contribution;
  const row = Object.assign(new ContributionRow(), { ...facts, version: 1, createdAt: c.at });
  await beginHanging(c, hangingContribution({ row, partnership }), happening, 'give');
}
