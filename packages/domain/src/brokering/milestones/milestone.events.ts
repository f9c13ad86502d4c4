import type { Recorded } from '../partnerships/index.ts';
import type { MilestoneState } from './milestone.machine.ts';

export type MilestoneHappening = Recorded<
  'milestonePlanned' | 'milestoneReplanned' | 'milestoneDone' | 'milestoneDropped' | 'milestoneEnded',
  MilestoneState
>;
