/**
 * Something that happened, in the past tense, named by room: `brokering.request.moved`. Stored in the transaction that
 * made it true, and carried to reactions afterwards.
 *
 * `stream` is the thing people watch (`thread:12`, `request:REQ-2026-0142`); events of one stream are numbered without gaps.
 */
export interface Happening<Name extends string = string, Data = unknown> {
  readonly name: Name;
  readonly stream: string;
  readonly data: Data;
  /** The record of it must not say who did it (Q5). */
  readonly unnamed?: boolean;
}

/** A deadline: who owes the next step on what, and when. Exactly one is armed on every open thing (invariant I1). */
export interface Deadline {
  /** `request:…`, `expression:…`: one armed deadline per subject and kind. */
  readonly subject: string;
  /** What fires: `remind`, `expire`, … owned by the room that arms it. */
  readonly kind: string;
  readonly dueAt: Date;
  /** Who must act before then: an organisation, a member, or a desk. */
  readonly responsible: { readonly kind: 'organisation' | 'member' | 'role' | 'system'; readonly id: string };
}
