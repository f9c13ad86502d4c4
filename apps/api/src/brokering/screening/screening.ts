import type { ScreeningFailure, ScreeningResult } from '@baraza/domain/brokering';
import type { OrganisationKind } from '@baraza/domain/cities';

/** What is told of an organisation to whoever screens it: what its public page says, and nobody's name. */
export interface Screened {
  readonly name: string;
  /** In whatever language and script. */
  readonly names: readonly string[];
  readonly country: string | null;
  readonly kind: OrganisationKind;
}

export type ScreeningAnswer =
  | { readonly result: Exclude<ScreeningResult, 'unknown'>; readonly source: string; readonly note: string | null }
  | {
      readonly result: 'unknown';
      /** Null: there is nobody to ask. */
      readonly source: string | null;
      readonly note: string | null;
      /** Null: the service itself does not know. */
      readonly failure: ScreeningFailure | null;
    };

/** The port to a service that knows the lists of sanctions. It always answers: what fails is unknown, with the reason. */
export interface Screening {
  screen(organisation: Screened): Promise<ScreeningAnswer>;
}

/** Injection token: `@Inject(SCREENING) screening: Screening`. */
export const SCREENING = Symbol('screening');
