import type { LocalizedText } from '../../translation/index.ts';
import type { MoveInput, Subject } from '../subject.ts';
import type { MeetingState } from './meeting.machine.ts';

/** Who comes for a party: named by that party when it proposes or accepts. */
export interface MeetingSide {
  readonly organisationId: string;
  readonly delegate: string | null;
}
export interface AgreedNext {
  readonly what: LocalizedText;
  readonly ownerId: string;
  /** A day: `2026-04-30`. */
  readonly due: string;
}
export interface MeetingOutcome {
  readonly attendees: readonly string[];
  readonly said: LocalizedText;
  readonly next: AgreedNext;
}

export interface MeetingFacts extends Subject<MeetingState> {
  readonly matchId: string | null;
  readonly partnershipId: string | null;
  /** The broker of the case. */
  readonly claimedBy: string | null;
  readonly topic: LocalizedText;
  /** A room or a link, as written. */
  readonly place: string | null;
  readonly minutes: number;
  /** Whose proposal it is; nobody's when the desk wrote it down afterwards. */
  readonly proposerId: string | null;
  readonly sides: readonly MeetingSide[];
  readonly slots: readonly Date[];
  /** The slot taken by whoever accepted first. */
  readonly chosen: Date | null;
  readonly outcome: MeetingOutcome | null;
}

export interface MeetingInput extends MoveInput {
  /** `counter` */
  readonly slots?: readonly Date[] | undefined;
  /** `accept` */
  readonly slot?: Date | undefined;
  /** `counter`, `accept`: who comes. */
  readonly delegate?: string | undefined;
  /** `hold`, and what was never fixed here: names, or how many came in which role. */
  readonly attendees?: readonly string[] | undefined;
  readonly next?: AgreedNext | undefined;
}

export const partiesOfMeeting = ({ sides }: Pick<MeetingFacts, 'sides'>): readonly string[] =>
  sides.map((side) => side.organisationId);
export const unansweredSides = ({ sides }: Pick<MeetingFacts, 'sides'>): readonly MeetingSide[] =>
  sides.filter((side) => side.delegate === null);
