import type { Happening } from '../../kernel/index.ts';
import type { LocalizedText } from '../../translation/index.ts';

/** From "somebody noticed" to "nothing goes on until this is settled" (the ladder of the UN Partner Portal). */
export const safeguardLevels = ['observation', 'risk', 'escalated', 'red'] as const;
export type SafeguardLevel = (typeof safeguardLevels)[number];

export const safeguardCategories = [
  'integrity',
  'human_rights',
  'environment',
  'data_protection',
  'conflict_of_interest',
  'commercial_interest',
  'other',
] as const;
export type SafeguardCategory = (typeof safeguardCategories)[number];

/** What a broker saw on a request; read by the desk and by nobody else. `level` null: cleared, and kept on record. */
export interface FlagFacts {
  readonly id: string;
  readonly requestId: string;
  readonly level: SafeguardLevel | null;
  readonly category: SafeguardCategory;
  readonly note: LocalizedText;
  readonly raisedBy: string;
}

const rank = (level: SafeguardLevel | null): number => (level === null ? -1 : safeguardLevels.indexOf(level));
export const isLower = (level: SafeguardLevel | null, than: SafeguardLevel | null): boolean => rank(level) < rank(than);
export const isGrave = (level: SafeguardLevel | null): boolean => !isLower(level, 'risk');
export const gravest = (flags: readonly Pick<FlagFacts, 'level'>[]): SafeguardLevel | null =>
  flags.reduce<SafeguardLevel | null>((most, { level }) => (isLower(most, level) ? level : most), null);

/** On a stream of its own, which nobody but the desk may hear. */
export type FlagHappening = Happening<
  'brokering.flag.raised' | 'brokering.flag.changed',
  {
    readonly flagId: string;
    readonly requestId: string;
    readonly was: SafeguardLevel | null;
    readonly level: SafeguardLevel | null;
  }
>;
