import type { SubjectKind } from '@baraza/contracts/brokering';
import type { BrokeringHappening } from '@baraza/domain/brokering';
import type { Deadline, Happening } from '@baraza/domain/kernel';

/** What every happening of this room says besides its own: enough to know whom it concerns. Ids only, never how to reach anybody. */
export interface CaseData {
  readonly requestId: string;
  readonly requestRef: string;
  readonly requesterOrganisationId: string;
  /** The broker who holds the case. */
  readonly brokerId: string | null;
  /** Where the request began: `{ kind: 'thread', id: '12' }`. */
  readonly origin: { readonly kind: string; readonly id: string } | null;
  /** What it happened to; `address` is what a page is found by: a ref or an id. */
  readonly subject: { readonly kind: SubjectKind; readonly id: string; readonly address: string };
}

/** A deadline comes near: whoever must act is reminded. */
export type ReminderDue = Happening<
  'brokering.deadline.near',
  { readonly responsible: Deadline['responsible']; readonly what: string; readonly dueAt: string }
>;
export type MessageWritten = Happening<
  'brokering.message.written',
  { readonly messageId: string; readonly organisationId: string | null; readonly organisationIds: readonly string[] }
>;

/** One kind for each name, so that a listener of one name is given its data. */
type WithCase<H> =
  H extends Happening<infer Name, infer Data> ? { [N in Name]: Happening<N, Data & CaseData> }[Name] : never;

/** Everything this room tells: what other rooms' reactions may listen to. */
export type BrokeringTold = WithCase<BrokeringHappening | ReminderDue | MessageWritten>;
export type BrokeringNews = BrokeringHappening | ReminderDue | MessageWritten;

export const toldNames = [
  'brokering.request.drafted',
  'brokering.request.revised',
  'brokering.request.moved',
  'brokering.request.handedOver',
  'brokering.request.linesMarked',
  'brokering.clarification.asked',
  'brokering.clarification.moved',
  'brokering.expression.drafted',
  'brokering.expression.revised',
  'brokering.expression.sent',
  'brokering.expression.moved',
  'brokering.match.referred',
  'brokering.match.suggested',
  'brokering.match.introduced',
  'brokering.match.moved',
  'brokering.message.written',
  'brokering.partnership.proposed',
  'brokering.partnership.accepted',
  'brokering.partnership.agreed',
  'brokering.partnership.moved',
  'brokering.partnership.recorded',
  'brokering.checkIn.planned',
  'brokering.checkIn.asked',
  'brokering.checkIn.answered',
  'brokering.checkIn.moved',
  'brokering.meeting.proposed',
  'brokering.meeting.recorded',
  'brokering.meeting.moved',
  'brokering.outcome.claimed',
  'brokering.outcome.moved',
  'brokering.deadline.near',
  'brokering.deadline.missed',
] as const satisfies readonly BrokeringNews['name'][];
