import type { ReactNode } from 'react';

export type Tone = 'ink' | 'pen' | 'go' | 'due' | 'stop' | 'soft';
export type Square = 'dashed' | 'open' | 'dot' | 'half' | 'check' | 'full' | 'cross';

/** A link with its words. */
export interface LinkTo {
  href: string;
  label: ReactNode;
}

/** One moment as one place reads it. The reader's own place comes first and says so in `place`. */
export interface Clock {
  time: string;
  place: ReactNode;
  /** Hour of that place's day, 0 to 24 with fractions; draws the day bar. */
  hour?: number | undefined;
  /** What the day bar says, for screen readers: ", in working hours". */
  spoken?: string | undefined;
}
