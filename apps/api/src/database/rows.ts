import { CheckInRow } from '../brokering/check-ins/check-in.row.ts';
import { ClarificationRow } from '../brokering/clarifications/clarification.row.ts';
import { ExpressionRow } from '../brokering/expressions/expression.row.ts';
import { MatchPartyRow, MatchRow, MessageRow, RingRequestRow } from '../brokering/matches/match.row.ts';
import { MeetingRow } from '../brokering/meetings/meeting.row.ts';
import { OutcomeRow } from '../brokering/outcomes/outcome.row.ts';
import { PartnershipPartyRow, PartnershipRow } from '../brokering/partnerships/partnership.row.ts';
import { ContributionRow, MilestoneRow } from '../brokering/partnerships/records.row.ts';
import { RequestRow } from '../brokering/requests/request.row.ts';
/** Every TypeORM row; a room adds its own here. */
export const rows = [
  RequestRow,
  ClarificationRow,
  ExpressionRow,
  MatchRow,
  MatchPartyRow,
  RingRequestRow,
  MessageRow,
  PartnershipRow,
  PartnershipPartyRow,
  CheckInRow,
  MeetingRow,
  OutcomeRow,
  MilestoneRow,
  ContributionRow,
];
