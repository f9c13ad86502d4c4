import type { Actor, WorkingCalendar } from '../kernel/index.ts';
import type { LocalizedText } from '../translation/index.ts';
import type { BrokeringTerms } from './terms.ts';

/** What a request, an expression, a match and a partnership have in common: a state, and how they ended. */
export interface Subject<State extends string = string> {
  readonly id: string;
  readonly state: State;
  readonly stateSince: Date;
  /** The last sign of life: a move, and whatever else the room counts as one (a message, a meeting). */
  readonly lastActivityAt: Date;
  /** All three are set by the move that ends it, never one without the others (invariant I3). */
  readonly endReason: string | null;
  /** A member's id, or `system` when a clock ran out. */
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  readonly endNote: LocalizedText | null;
}

/** A new subject's life so far. */
export const begun = (now: Date) => ({
  stateSince: now,
  lastActivityAt: now,
  endReason: null,
  endedBy: null,
  endedAt: null,
  endNote: null,
});

/** How it ends. */
export const ended = (endReason: string, note: LocalizedText | undefined, actor: Actor, now: Date) => ({
  endReason,
  endedBy: actor.id ?? 'system',
  endedAt: now,
  endNote: note ?? null,
});

/** What a decision is taken with besides the facts: everybody's working days, and the operator's numbers. */
export interface BrokeringContext {
  readonly calendarOf: (organisationId: string) => WorkingCalendar;
  /** Working days of the brokers' desk. */
  readonly desk: WorkingCalendar;
  /** Since when somebody verified speaks for the organisation; null when nobody does. */
  readonly verifiedSince: (organisationId: string) => Date | null;
  /** Whether it has a focal point at present: without one, a broker has to find one. */
  readonly hasFocalPoint: (organisationId: string) => boolean;
  readonly terms: BrokeringTerms;
}

/** What the mover says with a move. Which of it a move needs is told by the form of the move. */
export interface MoveInput {
  readonly reason?: string | undefined;
  readonly note?: LocalizedText | undefined;
  /** `hold`, `suspend`: when it goes on. */
  readonly until?: Date | undefined;
}

export const isBlank = (text: LocalizedText | null | undefined): boolean => !text?.sourceText.trim();
