import type { Happening } from '../../kernel/index.ts';
import type { MatchMove, MatchState } from './match.machine.ts';

export interface AboutMatch {
  readonly matchId: string;
  readonly requestId: string;
  readonly expressionId: string | null;
  readonly organisationIds: readonly string[];
  /** Other requests that a ring answers, and whose they are. */
  readonly alsoAnswers: readonly { readonly requestId: string; readonly organisationId: string }[];
}

/** What one side answers while the others are being asked: no other learns that it did, nor when. */
const inConfidence: readonly MatchMove[] = ['see', 'notNow', 'askAgain', 'sayYes'];
export const isInConfidence = (move: MatchMove): boolean => inConfidence.includes(move);

export type MatchHappening =
  | Happening<'brokering.match.referred' | 'brokering.match.suggested' | 'brokering.match.introduced', AboutMatch>
  | Happening<
      'brokering.match.moved',
      AboutMatch & {
        readonly move: MatchMove;
        readonly from: MatchState;
        readonly to: MatchState;
        readonly reason: string | null;
      }
    >;
