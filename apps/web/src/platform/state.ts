import type { Problem } from '@baraza/contracts/kernel';
import type { Locale } from '@baraza/domain/kernel';
import type { DehydratedState } from '@tanstack/react-query';
import type { Reader, ReturnedForm } from './world.ts';

/** What the server hands to the browser beside the page, so that drawing it again needs no question. */
export interface PageState {
  /** The page's own address: a form that came back is drawn at the one it was sent to. */
  readonly url: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly theme: 'light' | 'dark' | null;
  readonly reader: Reader | null;
  readonly now: number;
  readonly baseUrl: string;
  readonly styles: readonly string[];
  /** The app's address, for a page that waits for it. */
  readonly app: string;
  readonly returned: ReturnedForm | null;
  /** The problem shown in the page's stead. */
  readonly problem: Problem | null;
  readonly queries: DehydratedState;
}
