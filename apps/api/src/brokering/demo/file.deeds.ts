import type { Attached } from './attach.ts';
import type { Said } from './said.ts';

/** How those introduced meet. Days are counted from the day of the scene. */
export type MeetingDeed =
  | { readonly act: 'meet'; readonly topic: Said; readonly delegate: string }
  | { readonly act: 'take'; readonly delegate: string }
  | {
      readonly act: 'record';
      readonly attendees: string;
      readonly note: Said;
      readonly next: string;
      readonly owner: string;
      readonly inDays: number;
    };
/** What the parties of a partnership do in its file. */
export type FileDeed =
  | { readonly act: 'start' }
  | { readonly act: 'milestone'; readonly title: Said; readonly owner: string; readonly inDays: number }
  | { readonly act: 'reach'; readonly title: string }
  | { readonly act: 'give'; readonly kind: string; readonly quantity: number; readonly unit: string }
  | { readonly act: 'confirm' }
  | { readonly act: 'checkIn'; readonly happened: Said; readonly next: string }
  | { readonly act: 'claim'; readonly indicator: Said; readonly unit: string; readonly figures: Figures }
  | { readonly act: 'attach'; readonly to: 'partnership' | 'outcome'; readonly file: Attached }
  | { readonly act: 'countersign' };
interface Figures {
  readonly baseline: number;
  readonly target: number;
  readonly actual: number;
  readonly source: string;
}
