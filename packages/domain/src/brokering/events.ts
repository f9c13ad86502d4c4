import type { DeadlineMissed } from './clock.ts';
import type { ExpressionHappening } from './expressions/index.ts';
import type { MatchHappening } from './matches/index.ts';
import type { PartnershipHappening } from './partnerships/index.ts';
import type { RequestHappening } from './requests/index.ts';

/** Everything that can happen in this room. */
export type BrokeringHappening =
  | RequestHappening
  | ExpressionHappening
  | MatchHappening
  | PartnershipHappening
  | DeadlineMissed;
