import type { Happening } from '../../kernel/index.ts';
import type { CheckInMove, CheckInState } from './check-in.machine.ts';

export interface AboutCheckIn {
  readonly checkInId: string;
  readonly partnershipId: string;
  readonly organisationIds: readonly string[];
}

export type CheckInHappening =
  | Happening<'brokering.checkIn.planned' | 'brokering.checkIn.asked', AboutCheckIn>
  | Happening<
      'brokering.checkIn.answered',
      AboutCheckIn & {
        readonly answeredFor: string;
        readonly deskWanted: boolean;
        readonly from: CheckInState;
        readonly to: CheckInState;
      }
    >
  | Happening<
      'brokering.checkIn.moved',
      AboutCheckIn & {
        readonly move: CheckInMove;
        readonly from: CheckInState;
        readonly to: CheckInState;
        readonly reason: string | null;
        /** Who had not answered. */
        readonly missedBy: readonly string[];
      }
    >;
