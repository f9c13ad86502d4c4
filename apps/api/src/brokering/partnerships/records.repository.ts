import type { EntityManager } from 'typeorm';
import { ContributionRow, MilestoneRow } from './records.row.ts';

export const findMilestone = (tx: EntityManager, id: string): Promise<MilestoneRow | null> =>
  tx.findOneBy(MilestoneRow, { id });

export const findContribution = (tx: EntityManager, id: string): Promise<ContributionRow | null> =>
  tx.findOneBy(ContributionRow, { id });
