import type { NotificationFacts } from './notification.ts';
import { termsOf } from './reasons.ts';

export const digestTerms = {
  /** Of the recipient's own clock. */
  hour: 7,
  items: 10,
};

type Item = Pick<NotificationFacts, 'id' | 'reason' | 'raisedAt' | 'readAt'>;

/** What one daily mail carries: unread, what waits for the reader first, then the newest; `more` says how many it leaves out. */
export function digestOf<N extends Item>(
  notifications: Iterable<N>,
  terms: Readonly<typeof digestTerms> = digestTerms,
): { readonly items: readonly N[]; readonly more: number } {
  const rank = ({ reason }: N) => (termsOf(reason).duty ? 0 : 1);
  const unread = [...notifications].filter(({ readAt }) => readAt === null);
  unread.sort((a, b) => rank(a) - rank(b) || b.raisedAt.getTime() - a.raisedAt.getTime() || (a.id < b.id ? -1 : 1));
  return { items: unread.slice(0, terms.items), more: Math.max(0, unread.length - terms.items) };
}
