import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Committed } from '../events/committed.ts';

export interface KeptPage {
  readonly html: Buffer;
  readonly etag: string;
  readonly preload: readonly string[];
  readonly at: number;
  readonly commits: number;
  br?: Buffer;
  gzip?: Buffer;
}

/** Sentences such as "3 minutes ago" may be this old. */
const maxAge = 30_000;

/** Visitors' pages as they were last drawn. Any commit that told something makes all of them old at once: nothing hidden is ever served from here. */
export class PageCache {
  private readonly pages = new LRUCache<string, KeptPage>({
    max: 2000,
    maxSize: 128 * 1024 * 1024,
    sizeCalculation: (page) => page.html.length * 2,
  });
  private readonly committed: Committed;
  constructor(committed: Committed) {
    this.committed = committed;
  }

  get commits(): number {
    return this.committed.number;
  }

  get(key: string): KeptPage | undefined {
    const page = this.pages.get(key);
    if (!page || page.commits !== this.committed.number || Date.now() - page.at > maxAge) return undefined;
    return page;
  }

  /** `commits` is the number read before the page was drawn: one that happened meanwhile makes it old from the start. */
  put(key: string, html: Buffer, preload: readonly string[], commits: number): KeptPage {
    const etag = `W/"${createHash('sha1').update(html).digest('base64url')}"`;
    const page: KeptPage = { html, etag, preload, at: Date.now(), commits };
    this.pages.set(key, page);
    return page;
  }
}

/** The page as this browser takes it, compressed once and kept. */
export function encodedFor(
  page: KeptPage,
  accepts: string | undefined,
): { body: Buffer; encoding: 'br' | 'gzip' | null } {
  if (accepts?.includes('br')) {
    page.br ??= brotliCompressSync(page.html, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
    });
    return { body: page.br, encoding: 'br' };
  }
  if (accepts?.includes('gzip')) {
    page.gzip ??= gzipSync(page.html);
    return { body: page.gzip, encoding: 'gzip' };
  }
  return { body: page.html, encoding: null };
}
