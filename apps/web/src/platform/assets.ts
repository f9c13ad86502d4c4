import type { Locale } from '@baraza/domain/kernel';
import type { Page } from './page.ts';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}
/** Vite's `.vite/manifest.json`. */
export type Manifest = Readonly<Record<string, Chunk>>;

const entryKey = 'src/entry-client.tsx';
const bootKey = 'src/boot.ts';

/** Which styles and scripts a page needs, from the build's manifest; remembered per page and language. */
export class Assets {
  private readonly manifest: Manifest;
  private readonly kept = new Map<string, { styles: readonly string[]; preload: string[] }>();
  private readonly styles: readonly string[];
  readonly entry: string;
  /** Brings the entry when somebody moves. */
  readonly boot: string;

  constructor(manifest: Manifest) {
    this.manifest = manifest;
    this.entry = `/${manifest[entryKey]?.file}`;
    this.boot = `/${manifest[bootKey]?.file}`;
    this.styles = [`/${manifest['style.css']?.file}`];
  }

  of(page: Page | null, locale: Locale): { styles: readonly string[]; preload: readonly string[] } {
    const name = `${page?.path} ${locale}`;
    const known = this.kept.get(name);
    if (known) return known;
    const scripts = new Set<string>();
    const collect = (key: string) => {
      const chunk = this.manifest[key];
      if (!chunk || scripts.has(`/${chunk.file}`)) return;
      scripts.add(`/${chunk.file}`);
      for (const next of chunk.imports ?? []) collect(next);
    };
    collect(entryKey);
    if (page) collect(`src/${page.source}`);
    for (const room of ['kernel', ...(page?.rooms ?? [])])
      collect(`../../packages/i18n/src/generated/${locale}/${room}.ts`);
    const found = { styles: this.styles, preload: [...scripts] };
    this.kept.set(name, found);
    return found;
  }
}
