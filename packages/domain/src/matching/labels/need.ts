import type { Modality } from '../../brokering/index.ts';
import type { Region } from '../../cities/index.ts';
import type { Locale } from '../../kernel/index.ts';

/** 3: its record answers the need squarely; 2: a good part of it; 1: it stands beside it. Whoever is not named: 0. */
export type Grade = 1 | 2 | 3;

/** Who asks: as much of a place as the matcher weighs. */
export interface Asker {
  readonly country: string;
  readonly region: Region;
  /** Minutes its clocks are ahead of UTC. */
  readonly utcOffset: number;
  readonly languages: readonly string[];
}

/**
 * A need as a city would write it, and which organisations of the demo community's content answer it. Read off the
 * stories and strengths, written before any weight was set. Odd numbers may be tuned on; even ones are kept aside.
 */
export interface LabelledNeed {
  readonly id: number;
  readonly locale: Locale;
  readonly asker: Asker;
  readonly title: string;
  readonly wanted: string;
  readonly themes: readonly string[];
  readonly sdgs: readonly number[];
  readonly modalities: readonly Modality[];
  /** Grade by the organisation's name in the content. */
  readonly answers: Readonly<Record<string, Grade>>;
}
