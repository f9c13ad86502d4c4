import type { PostFacts } from './forums.facts.ts';

/** The highest post number somebody has read in a thread; 0 before the first. It never goes back. */
export const readUpTo = (mark: number, number: number): number => Math.max(mark, number);

export interface Unread {
  readonly count: number;
  /** Where reading goes on. */
  readonly from: number | null;
}

/** What is new to a reader: after their mark, not their own, and still to be read. */
export function unreadOf(
  mark: number,
  posts: Iterable<Pick<PostFacts, 'number' | 'authorId' | 'state'>>,
  readerId: string,
): Unread {
  let count = 0;
  let from: number | null = null;
  for (const { number, authorId, state } of posts) {
    if (number <= mark || authorId === readerId || state === 'hidden' || state === 'author_deleted') continue;
    count += 1;
    from = from === null ? number : Math.min(from, number);
  }
  return { count, from };
}
