import type { SessionState } from './session.machine.ts';

export const eventKinds = ['webinar', 'course', 'seminar', 'festival'] as const;
export type EventKind = (typeof eventKinds)[number];

/** A run of events under one name: the 2020 webinars, the training initiative. */
export interface SeriesFacts {
  readonly id: string;
  readonly version: number;
  readonly organiserIds: readonly string[];
}

/** One webinar, course or seminar; it has one session or several. */
export interface EventFacts {
  readonly id: string;
  readonly version: number;
  readonly seriesId: string | null;
  readonly clusterId: string | null;
  readonly kind: EventKind;
  readonly organiserIds: readonly string[];
}

export interface SessionFacts {
  readonly id: string;
  readonly version: number;
  readonly eventId: string;
  readonly state: SessionState;
  /** The event's organisers, and the series' above it. */
  readonly organiserIds: readonly string[];
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** IANA zone of the place that hosts it. */
  readonly timeZone: string;
  readonly recordingUrl: string | null;
  readonly slidesUrl: string | null;
  /** Why there is neither, if there is neither. */
  readonly noRecordReason: string | null;
  /** Its board has been published, or it never had one (Q4). */
  readonly boardSettled: boolean;
}
