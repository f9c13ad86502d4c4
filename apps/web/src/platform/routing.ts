import type { QueryClient } from '@tanstack/react-query';
import { parse as parsePattern } from 'regexparam';
import { pages } from '../pages.ts';
import type { ApiClient } from './api.ts';
import type { Located, Page, PageModule, Query } from './page.ts';

const patterns = pages.map((page) => ({ page, ...parsePattern(page.path) }));
const modules = new Map<Page, PageModule>();

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The page of an address, with the parts of its path; null when there is none. */
export function match(path: string): { page: Page; params: Record<string, string> } | null {
  const clean = path.length > 1 ? path.replace(/\/+$/, '') : path;
  for (const { page, keys, pattern } of patterns) {
    const found = pattern.exec(clean);
    if (found) return { page, params: Object.fromEntries(keys.map((key, i) => [key, decoded(found[i + 1] ?? '')])) };
  }
  return null;
}

export async function moduleOf(page: Page): Promise<PageModule> {
  const known = modules.get(page) ?? (await page.load());
  modules.set(page, known);
  return known;
}
/** The module of a page that `moduleOf` has fetched before. */
export const loadedModule = (page: Page): PageModule | undefined => modules.get(page);

/** Asks everything a page needs, together; the first failure is thrown. */
export async function fetchData(module: PageModule, api: ApiClient, queries: QueryClient, at: Located): Promise<void> {
  const ask = async (query: Query): Promise<void> => {
    const { queryKey, queryFn } = query;
    const answer = await queries.fetchQuery({ queryKey, queryFn });
    await Promise.all((query.after?.(answer) ?? []).map(ask));
  };
  await Promise.all((module.data?.(api, at) ?? []).map(ask));
}
