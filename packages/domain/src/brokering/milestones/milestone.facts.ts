import type { LocalizedText } from '../../translation/index.ts';
import type { PartnershipFacts } from '../partnerships/index.ts';
import type { MoveInput, Subject } from '../subject.ts';
import type { MilestoneState } from './milestone.machine.ts';

/** A step of the work that the parties agreed: whose it is, and by when. */
export interface MilestoneFacts extends Subject<MilestoneState> {
  readonly partnershipId: string;
  readonly partnership: PartnershipFacts;
  readonly title: LocalizedText;
  /** A day: `2026-04-30`. */
  readonly due: string;
  readonly ownerId: string;
}

export interface MilestoneInput extends MoveInput {
  /** `replan` */
  readonly due?: string | undefined;
  readonly ownerId?: string | undefined;
}
