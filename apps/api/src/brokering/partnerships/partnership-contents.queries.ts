import { signedOutcomeStates } from '@baraza/domain/brokering';
import { type EntityManager, In, Not } from 'typeorm';
import type { PartnershipFile } from '../case/cases.repository.ts';
import { organisationsIn, type StepJson, stepsOf, type View } from '../case/present.ts';
import { presentCheckIn } from '../check-ins/check-in.presenter.ts';
import { CheckInRow } from '../check-ins/check-in.row.ts';
import { aroundCheckIns } from '../check-ins/check-ins.queries.ts';
import { presentMeeting } from '../meetings/meeting.presenter.ts';
import { meetingsOn } from '../meetings/meetings.queries.ts';
import { presentOutcome } from '../outcomes/outcome.presenter.ts';
import { OutcomeRow } from '../outcomes/outcome.row.ts';
import { aroundOutcomes } from '../outcomes/outcomes.queries.ts';
import { presentContribution, presentMilestone } from './records.presenter.ts';
import { ContributionRow, MilestoneRow } from './records.row.ts';

const lately = 10;
const most = 100;
/** Where there are more than are shown, what has been over longest is left out. */
const openFirst = { endedAt: { direction: 'DESC', nulls: 'FIRST' } } as const;

/** What is in the file of a partnership, as far as a reader may look into it, and the organisations it speaks of. */
export async function contentsOf(manager: EntityManager, partnershipId: string, inside: boolean) {
  const newest = { createdAt: 'DESC', id: 'DESC' } as const;
  const milestones = await manager.find(MilestoneRow, {
    where: { partnershipId },
    order: { ...openFirst, due: 'ASC', id: 'ASC' },
    take: most,
  });
  const contributions = await manager.find(ContributionRow, {
    where: { partnershipId, state: inside ? Not('withdrawn') : 'confirmed' },
    order: { ...openFirst, date: 'ASC', id: 'ASC' },
    take: most,
  });
  const outcomes = await manager.find(OutcomeRow, {
    where: { partnershipId, ...(!inside && { state: In([...signedOutcomeStates]) }) },
    order: { ...openFirst, ...newest },
    take: most,
  });
  milestones.sort((a, b) => a.due.localeCompare(b.due));
  contributions.sort((a, b) => a.date.localeCompare(b.date));
  outcomes.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const checkIns = inside
    ? await manager.find(CheckInRow, { where: { partnershipId }, order: newest, take: lately })
    : [];
  const meetings = inside ? await meetingsOn(manager, { partnershipId }) : [];
  const steps = await stepsOf(manager, [
    ...meetings.map(({ id }) => `meeting:${id}`),
    ...milestones.map(({ id }) => `milestone:${id}`),
    ...contributions.map(({ id }) => `contribution:${id}`),
  ]);
  const asked = await aroundCheckIns(
    manager,
    checkIns.map(({ id }) => id),
  );
  const around = await aroundOutcomes(
    manager,
    outcomes.map(({ id }) => id),
  );
  const stepOf = (subject: string): StepJson | null => steps.get(subject) ?? null;
  const organisationIds = [
    ...milestones.map((row) => row.ownerId),
    ...contributions.flatMap((row) => [row.organisationId, row.confirmedFor]),
    ...outcomes.flatMap((row) => [row.claimantId, row.countersignedFor, ...organisationsIn(around(row.id).step)]),
    ...meetings.flatMap((row) => row.sides.map((side) => side.organisationId)),
    ...checkIns.flatMap((row) => organisationsIn(asked(row.id).step)),
    ...[...steps.values()].flatMap(organisationsIn),
  ];
  const present = (partnership: PartnershipFile, view: View) => ({
    milestones: milestones.map((row) => presentMilestone({ row, partnership }, stepOf(`milestone:${row.id}`), view)),
    contributions: contributions.map((row) =>
      presentContribution({ row, partnership }, stepOf(`contribution:${row.id}`), view),
    ),
    outcomes: outcomes.map((row) => presentOutcome({ row, partnership }, around(row.id), view)),
    checkIns: checkIns.map((row) => presentCheckIn({ row, partnership }, asked(row.id), view)),
    meetings: meetings.map((row) => presentMeeting(row, stepOf(`meeting:${row.id}`), view)),
  });
  return { organisationIds, present };
}
export type Contents = ReturnType<Awaited<ReturnType<typeof contentsOf>>['present']>;
