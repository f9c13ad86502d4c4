import type { LocalizedText } from '../../translation/index.ts';
import type { PartnershipFacts } from '../partnerships/index.ts';
import type { MoveInput, Subject } from '../subject.ts';
import type { CheckInState } from './check-in.machine.ts';

export const checkInKinds = ['regular', 'look_back'] as const;
export type CheckInKind = (typeof checkInKinds)[number];

/** Is it going on? */
export const goings = ['yes', 'slowly', 'no'] as const;
export type Going = (typeof goings)[number];

/** Five questions: is it going on, what happened, what is next, what stands in the way, is the desk needed. */
export interface CheckInAnswer {
  readonly going: Going;
  readonly happened: LocalizedText | null;
  readonly next: LocalizedText | null;
  readonly hindrance: LocalizedText | null;
  readonly deskWanted: boolean;
}
/** Each party is asked for itself, and reads the others' answers. */
export interface CheckInSide {
  readonly organisationId: string;
  readonly answer: (CheckInAnswer & { readonly by: string; readonly at: string }) | null;
  /** Check-ins in a row that it missed before this one. */
  readonly missedBefore: number;
}

export interface CheckInFacts extends Subject<CheckInState> {
  readonly partnershipId: string;
  readonly partnership: PartnershipFacts;
  readonly kind: CheckInKind;
  readonly opensAt: Date;
  readonly sides: readonly CheckInSide[];
  /** Since when the broker asks after it. */
  readonly referredAt: Date | null;
}

export interface CheckInInput extends MoveInput {
  readonly answer?: CheckInAnswer | undefined;
}

export const waitedFor = ({ sides }: Pick<CheckInFacts, 'sides'>): readonly CheckInSide[] =>
  sides.filter((side) => side.answer === null);

/** One of those who answered asks for the broker. */
export const wantsDesk = ({ sides }: Pick<CheckInFacts, 'sides'>): boolean =>
  sides.some((side) => side.answer?.deskWanted);

/** How often in a row each party has been silent, this check-in included when it is over. */
export const missedInARow = ({ answer, missedBefore }: CheckInSide): number => (answer ? 0 : missedBefore + 1);
