import { ExpressionRow } from '../brokering/expressions/expression.row.ts';
import { MatchPartyRow, MatchRow, MessageRow } from '../brokering/matches/match.row.ts';
import { PartnershipPartyRow, PartnershipRow } from '../brokering/partnerships/partnership.row.ts';
import { RequestRow } from '../brokering/requests/request.row.ts';
/** Every TypeORM row; a room adds its own here. */
export const rows = [
  RequestRow,
  ExpressionRow,
  MatchRow,
  MatchPartyRow,
  MessageRow,
  PartnershipRow,
  PartnershipPartyRow,
];
