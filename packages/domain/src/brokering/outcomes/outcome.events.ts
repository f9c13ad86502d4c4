import type { Happening } from '../../kernel/index.ts';
import type { OutcomeMove, OutcomeState } from './outcome.machine.ts';

export interface AboutOutcome {
  readonly outcomeId: string;
  readonly partnershipId: string;
  readonly claimantId: string;
  readonly organisationIds: readonly string[];
}

export type OutcomeHappening =
  | Happening<'brokering.outcome.claimed', AboutOutcome>
  | Happening<
      'brokering.outcome.moved',
      AboutOutcome & {
        readonly move: OutcomeMove;
        readonly from: OutcomeState;
        readonly to: OutcomeState;
        readonly reason: string | null;
      }
    >;
