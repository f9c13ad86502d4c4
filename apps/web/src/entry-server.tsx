import { PassThrough } from 'node:stream';
import type { Problem } from '@baraza/contracts/kernel';
import type { Locale } from '@baraza/domain/kernel';
import { translatorFor } from '@baraza/i18n/server';
import { QueryClient } from '@tanstack/react-query';
import { renderToPipeableStream } from 'react-dom/server';
import { Router } from 'wouter';
import { ApiError, makeClient } from './platform/api.ts';
import { App } from './platform/app.tsx';
import { Assets, type Manifest } from './platform/assets.ts';
import { Document, stateJson } from './platform/document.tsx';
import { fetchData, match, moduleOf } from './platform/routing.ts';
import type { Reader, ReturnedForm, World } from './platform/world.ts';

/** One look at a page, as the server hands it over. */
export interface PageRequest {
  /** Path and query. */
  readonly url: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly theme: 'light' | 'dark' | null;
  readonly reader: Reader | null;
  readonly now: Date;
  readonly baseUrl: string;
  readonly nonce: string;
  readonly returned: ReturnedForm | null;
  /** What went wrong already, of an address that is no page itself. */
  readonly problem: Problem | null;
  readonly send: (url: string, init: RequestInit) => Promise<Response>;
  readonly manifest: Manifest;
  /** Visitors' pages are drawn whole, to be kept; members' pages are streamed. */
  readonly whole: boolean;
}
export type PageAnswer =
  | { readonly kind: 'redirect'; readonly to: string }
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly preload: readonly string[];
      readonly body: NodeJS.ReadableStream;
    };

let assets: Assets | undefined;

const asProblem = (error: unknown): Problem => {
  if (error instanceof ApiError) return error.problem;
  throw error;
};

/** Draws a page: asks what it needs through the API, as this reader, then renders the whole document. */
export async function renderPage(request: PageRequest): Promise<PageAnswer> {
  assets ??= new Assets(request.manifest);
  const files = assets;
  const { pathname, search } = new URL(request.url, 'http://page');
  const found = match(pathname);
  if (found?.page.access === 'member' && !request.reader)
    return { kind: 'redirect', to: `/sign-in?next=${encodeURIComponent(pathname + search)}` };

  const api = makeClient(request.send);
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  let { problem } = request;
  if (found && !problem) {
    const module = await moduleOf(found.page);
    await fetchData(module, api, queries, { params: found.params, search: new URLSearchParams(search) }).catch(
      (error: unknown) => {
        problem = asProblem(error);
      },
    );
  }
  const lost = problem as Problem | null;
  const status = request.returned?.problem?.status ?? lost?.status ?? (found ? 200 : 404);
  // The first view is the page alone; the app follows at the first sign of somebody being there.
  const waits = !found?.page.live;
  const { styles, preload } = files.of(found?.page ?? null, request.locale);
  const { url, locale, timeZone, theme, reader, baseUrl, returned } = request;
  const now = request.now.getTime();
  const world: World = {
    api,
    i18n: translatorFor(locale, timeZone),
    locale,
    timeZone,
    theme,
    reader,
    now,
    baseUrl,
    returned,
    switchLocale: async () => {},
  };
  const state = stateJson(
    { url, locale, timeZone, theme, reader, now, baseUrl, styles, app: files.entry, returned, problem: lost },
    queries,
  );

  return new Promise((resolve, reject) => {
    const body = new PassThrough();
    const done = () => {
      resolve({ kind: 'page', status, preload: waits ? [] : preload, body });
      stream.pipe(body);
    };
    const stream = renderToPipeableStream(
      <Document world={world} queries={queries} styles={styles} app={files.entry} state={state}>
        <Router ssrPath={pathname} ssrSearch={search}>
          <App problem={lost} />
        </Router>
      </Document>,
      {
        nonce: request.nonce,
        // Everything is known before drawing begins: a long page must not wait hidden for a script to show it.
        progressiveChunkSize: Number.POSITIVE_INFINITY,
        bootstrapModules: [waits ? files.boot : files.entry],
        ...(request.whole ? { onAllReady: done } : { onShellReady: done }),
        onShellError: reject,
        onError: (error) => reject(error),
      },
    );
    setTimeout(() => stream.abort(), 15_000).unref();
  });
}
