import type { Room } from '@baraza/i18n';
import type { ComponentType } from 'react';
import type { ApiClient } from './api.ts';

export interface Located {
  readonly params: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
}
export interface PageProps extends Located {}

/** A question to the server and the key its answer is kept under. */
export interface Query<T = unknown> {
  readonly queryKey: readonly unknown[];
  readonly queryFn: () => Promise<T>;
  /** What can only be asked once this is answered. */
  after?(answer: T): readonly Query[];
}

/** What a page's module exports: the page, and what must be known before it is drawn. The first query that fails decides the status. */
export interface PageModule {
  readonly default: ComponentType<PageProps>;
  readonly data?: (api: ApiClient, at: Located) => readonly Query[];
}

/** A page in the table of pages: cheap to import, its module comes when it is visited. */
export interface Page {
  readonly path: string;
  /** Catalogues it speaks from, beside `kernel`. */
  readonly rooms: readonly Room[];
  readonly access: 'anyone' | 'member';
  readonly load: () => Promise<PageModule>;
  /** The module's source, relative to `src/`: finds its script and styles in the build's manifest. */
  readonly source: string;
  /** Which of the five places it belongs to. */
  readonly place?: Place;
  /** The page has one form with the id MAIN_FORM, whose words a change of language carries along. */
  readonly mainForm?: true;
  /** The whole window for a queue and its open case. */
  readonly layout?: 'desk';
  /** Must be live at once, whoever looks and whether they move or not: a board, its stage. */
  readonly live?: true;
  /** Without the frame: the stage of a board. */
  readonly bare?: true;
}
export type Place = 'home' | 'forums' | 'requests' | 'live' | 'me' | 'desk' | 'cities' | 'stories' | 'admin';
