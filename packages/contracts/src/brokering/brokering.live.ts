import { z } from 'zod';
import { defineLive } from '../kernel/index.ts';
import { ExpressionState } from './expression.schema.ts';
import { MatchState } from './match.schema.ts';
import { PartnershipState } from './partnership.schema.ts';
import { RequestState } from './request-content.schema.ts';

/**
 * `request:<id>`, `expression:<id>`, `match:<id>`, `partnership:<id>` (the `stream` of each view) and, without a number,
 * `desk:<organisation id>` and `desk:all` for whatever is owed by an organisation or passes over the desk. That one side
 * of a suggestion has answered is news at its own desk and at that of the brokers alone.
 */
export const brokeringLive = defineLive({
  'brokering.request.moved': z.object({ to: RequestState }),
  'brokering.request.revised': z.object({}),
  'brokering.request.handedOver': z.object({}),
  'brokering.request.linesMarked': z.object({}),
  'brokering.expression.moved': z.object({ to: ExpressionState }),
  'brokering.expression.sent': z.object({ to: ExpressionState }),
  'brokering.match.introduced': z.object({}),
  'brokering.match.moved': z.object({ to: MatchState }),
  'brokering.message.written': z.object({ messageId: z.string() }),
  'brokering.partnership.accepted': z.object({ acceptedFor: z.string() }),
  'brokering.partnership.agreed': z.object({ acceptedFor: z.string() }),
  'brokering.partnership.moved': z.object({ to: PartnershipState }),
  'brokering.file.changed': z.object({}),
  'brokering.desk.changed': z.object({ ref: z.string() }),
});
