import type { Located } from '../../platform/index.ts';

/** Posts on a page of a thread. */
export const pageSize = 20;
const largest = 2_147_483_647;

/** A number as an address writes it; null for anything else. */
export const numberIn = (text: string | null | undefined): number | null =>
  text && /^[1-9]\d{0,9}$/.test(text) && Number(text) <= largest ? Number(text) : null;

/** An address without a number names no thread and no post: the largest there can be, which is not there. */
export const numberOf = (params: Located['params'], name: string): number => numberIn(params[name]) ?? largest;

/** Where a page of the thread begins: the page with the post that is asked for, or the post a pager names. */
export function startIn(search: URLSearchParams): number {
  const post = numberIn(search.get('post'));
  if (post !== null) return post - ((post - 1) % pageSize);
  return numberIn(search.get('from')) ?? 1;
}

/** The permanent place of a post, on whichever page it stands. */
export const postHref = (no: number, post: number): string =>
  `/threads/${no}${post > pageSize ? `?post=${post}` : ''}#post-${post}`;

/** The same address with one part of its query changed or taken out. */
export function withPart(path: string, search: URLSearchParams, part: string, value: string | null): string {
  const next = new URLSearchParams(search);
  if (value === null) next.delete(part);
  else next.set(part, value);
  if (part !== 'cursor') next.delete('cursor');
  const tail = next.toString();
  return tail ? `${path}?${tail}` : path;
}
