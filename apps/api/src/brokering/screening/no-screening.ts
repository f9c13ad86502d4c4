import type { Screening, ScreeningAnswer } from './screening.ts';

/** Where the operator has named no service, nothing is known, and the desk reads that. */
export class NoScreening implements Screening {
  screen(): Promise<ScreeningAnswer> {
    return Promise.resolve({ result: 'unknown', source: null, note: null, failure: 'not_set_up' });
  }
}
