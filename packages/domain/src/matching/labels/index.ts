import { arabic } from './arabic.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import type { LabelledNeed } from './need.ts';
import { portuguese } from './portuguese.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';

export type { Grade, LabelledNeed } from './need.ts';

export const labelledNeeds: readonly LabelledNeed[] = [
  ...english,
  ...french,
  ...spanish,
  ...portuguese,
  ...russian,
  ...arabic,
  ...chinese,
];

/** Weights and terms may be changed after looking at these, and only these. */
export const tuningHalf = labelledNeeds.filter(({ id }) => id % 2 === 1);
export const keptAside = labelledNeeds.filter(({ id }) => id % 2 === 0);
