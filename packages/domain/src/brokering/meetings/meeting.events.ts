import type { Happening } from '../../kernel/index.ts';
import type { MeetingMove, MeetingState } from './meeting.machine.ts';

export interface AboutMeeting {
  readonly meetingId: string;
  readonly matchId: string | null;
  readonly partnershipId: string | null;
  readonly organisationIds: readonly string[];
}

export type MeetingHappening =
  | Happening<'brokering.meeting.proposed', AboutMeeting & { readonly proposerId: string }>
  | Happening<'brokering.meeting.recorded', AboutMeeting>
  | Happening<
      'brokering.meeting.moved',
      AboutMeeting & {
        readonly move: MeetingMove;
        readonly from: MeetingState;
        readonly to: MeetingState;
        readonly reason: string | null;
      }
    >;
