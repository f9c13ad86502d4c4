import type { PartyRole, SafeguardCategory, SafeguardLevel } from '@baraza/domain/brokering';
import type { Attached } from './attach.ts';
import type { FileDeed, MeetingDeed } from './file.deeds.ts';
import type { Said } from './said.ts';

/** One thing somebody does about a request, so many days ago. `with` names the other side by its organisation. */
export interface Scene {
  readonly day: number;
  /** The account; without it, the focal point of the requester. */
  readonly by?: string;
  readonly does: Deed;
}
export type Deed =
  | { readonly kind: 'draft' }
  | { readonly kind: 'attach'; readonly file: Attached }
  | {
      readonly kind: 'request';
      readonly move: 'submit' | 'claim' | 'ask' | 'answer' | 'publish' | 'decline' | 'agree' | 'withdraw' | 'confirm';
      readonly reason?: string;
      readonly note?: Said;
    }
  | { readonly kind: 'question'; readonly with: string; readonly text: Said }
  | { readonly kind: 'answer'; readonly with: string; readonly text: Said }
  | { readonly kind: 'flag'; readonly level: SafeguardLevel; readonly category: SafeguardCategory; readonly note: Said }
  | { readonly kind: 'note'; readonly text: Said }
  | {
      readonly kind: 'suggest';
      readonly with: string;
      readonly because: Said;
      readonly alongside?: readonly { readonly with: string; readonly part: PartyRole }[];
    }
  | {
      readonly kind: 'express';
      readonly with: string;
      readonly message: Said;
      /** Of the lines of the request, the first so many; all of them where nothing is said. */
      readonly covers?: number;
    }
  | {
      readonly kind: 'expression';
      readonly with: string;
      readonly move: 'see' | 'discuss' | 'accept' | 'confirm' | 'decline';
      readonly reason?: string;
      readonly note?: Said;
    }
  | { readonly kind: 'reply'; readonly with: string; readonly text: Said }
  | { readonly kind: 'match'; readonly with: string; readonly move: 'sayYes'; readonly as?: 'interested' | 'must' }
  | { readonly kind: 'say'; readonly with: string; readonly text: Said }
  | {
      readonly kind: 'propose';
      readonly with: string;
      readonly roles: readonly [PartyRole, PartyRole];
      readonly title: Said;
      readonly plan: Said;
      /** The editors' English of both, where they were written in another language. */
      readonly english?: readonly [title: string, plan: string];
    }
  | { readonly kind: 'meeting'; readonly with: string; readonly deed: MeetingDeed }
  | { readonly kind: 'file'; readonly deed: FileDeed }
  | { readonly kind: 'sign'; readonly with: string; readonly name: string };

export const move = (day: number, by: string | undefined, deed: Extract<Deed, { kind: 'request' }>): Scene => ({
  day,
  ...(by && { by }),
  does: deed,
});
export const draft = (day: number): Scene => ({ day, does: { kind: 'draft' } });
export const attach = (day: number, file: Attached): Scene => ({ day, does: { kind: 'attach', file } });
export const submit = (day: number): Scene => move(day, undefined, { kind: 'request', move: 'submit' });
export const claim = (day: number, by = 'broker'): Scene => move(day, by, { kind: 'request', move: 'claim' });
export const publish = (day: number, by = 'broker'): Scene => move(day, by, { kind: 'request', move: 'publish' });
/** Written, sent, taken up and published within a week, as the desk promises. */
export const published = (day: number, by = 'broker'): Scene[] => [
  draft(day + 6),
  submit(day + 4),
  claim(day + 2, by),
  publish(day, by),
];

export const focal = (organisation: string): string => `${organisation}-focal-point`;
export const express = (day: number, from: string, message: Said, covers?: number): Scene => ({
  day,
  by: focal(from),
  does: { kind: 'express', with: from, message, ...(covers && { covers }) },
});
export const say = (day: number, by: string, other: string, text: Said): Scene => ({
  day,
  by,
  does: { kind: 'say', with: other, text },
});
export const expression = (day: number, from: string, step: 'see' | 'accept'): Scene => ({
  day,
  does: { kind: 'expression', with: from, move: step },
});
export const confirm = (day: number, from: string): Scene => ({
  day,
  by: focal(from),
  does: { kind: 'expression', with: from, move: 'confirm' },
});
export const suggest = (day: number, organisation: string, because: string, by = 'broker'): Scene => ({
  day,
  by,
  does: { kind: 'suggest', with: organisation, because: ['en', because] },
});
export const meeting = (day: number, by: string, other: string, deed: MeetingDeed): Scene => ({
  day,
  by,
  does: { kind: 'meeting', with: other, deed },
});
export const file = (day: number, by: string, deed: FileDeed): Scene => ({ day, by, does: { kind: 'file', deed } });
