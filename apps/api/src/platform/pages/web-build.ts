import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Problem } from '@baraza/contracts/kernel';
import type { Locale } from '@baraza/domain/kernel';

/** What the web's server build exports; the only thing the two apps know of each other. */
export interface PageRequest {
  readonly url: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly theme: 'light' | 'dark' | null;
  readonly reader: unknown;
  readonly now: Date;
  readonly baseUrl: string;
  readonly nonce: string;
  readonly returned: ReturnedForm | null;
  /** What went wrong already, of an address that is no page itself. */
  readonly problem: Problem | null;
  readonly send: (url: string, init: RequestInit) => Promise<Response>;
  readonly manifest: unknown;
  readonly whole: boolean;
}
export interface ReturnedForm {
  readonly form: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly problem: unknown;
}
export type PageAnswer =
  | { readonly kind: 'redirect'; readonly to: string }
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly preload: readonly string[];
      readonly body: NodeJS.ReadableStream;
    };
export interface WebBuild {
  readonly clientDir: string;
  readonly manifest: unknown;
  readonly render: (request: PageRequest) => Promise<PageAnswer>;
}

/** Loads the built pages from the web app's `dist`. */
export async function loadWebBuild(): Promise<WebBuild> {
  const dist = join(createRequire(import.meta.url).resolve('@baraza/web/package.json'), '..', 'dist');
  const manifest: unknown = JSON.parse(readFileSync(join(dist, 'client/.vite/manifest.json'), 'utf8'));
  const server = (await import(pathToFileURL(join(dist, 'server/entry-server.js')).href)) as {
    renderPage: WebBuild['render'];
  };
  return { clientDir: join(dist, 'client'), manifest, render: server.renderPage };
}
