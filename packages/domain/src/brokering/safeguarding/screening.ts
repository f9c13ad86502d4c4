import { addDays } from '../../kernel/index.ts';
import { brokeringTerms } from '../terms.ts';

/** What a service that knows the lists of sanctions says of an organisation. It informs the desk and decides nothing: no rule reads it. */
export const screeningResults = ['clear', 'possible', 'unknown'] as const;
export type ScreeningResult = (typeof screeningResults)[number];

/** Why nothing is known. */
export const screeningFailures = ['not_set_up', 'unreachable', 'too_slow', 'refused', 'not_understood'] as const;
export type ScreeningFailure = (typeof screeningFailures)[number];

interface Asked {
  readonly askedAt: Date;
  readonly result: ScreeningResult;
}

/** An answer stands for a while; where nothing is known it is asked again on the next occasion. */
export const isToBeScreened = (last: Asked | undefined, now: Date, { screening } = brokeringTerms): boolean =>
  last === undefined || last.result === 'unknown' || addDays(last.askedAt, screening.againDays) <= now;
