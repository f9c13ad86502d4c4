import type { CheckInHappening } from './check-ins/index.ts';
import type { ClarificationHappening } from './clarifications/index.ts';
import type { DeadlineMissed } from './clock.ts';
import type { ContributionHappening } from './contributions/index.ts';
import type { ExpressionHappening } from './expressions/index.ts';
import type { MatchHappening } from './matches/index.ts';
import type { MeetingHappening } from './meetings/index.ts';
import type { MilestoneHappening } from './milestones/index.ts';
import type { OutcomeHappening } from './outcomes/index.ts';
import type { PartnershipHappening } from './partnerships/index.ts';
import type { RequestHappening } from './requests/index.ts';
import type { FlagHappening } from './safeguarding/index.ts';

/** Everything that can happen in this room. */
export type BrokeringHappening =
  | RequestHappening
  | ClarificationHappening
  | FlagHappening
  | ExpressionHappening
  | MatchHappening
  | PartnershipHappening
  | MilestoneHappening
  | ContributionHappening
  | CheckInHappening
  | MeetingHappening
  | OutcomeHappening
  | DeadlineMissed;
