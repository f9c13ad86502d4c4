/** How much of a thread or a cluster somebody wants to hear, from nothing to each post at once. */
export const subscriptionLevels = ['muted', 'normal', 'follow', 'everything'] as const;
export type SubscriptionLevel = (typeof subscriptionLevels)[number];

/** The thread's own level, else its cluster's, else normal. */
export const levelOf = (thread: SubscriptionLevel | null, cluster: SubscriptionLevel | null): SubscriptionLevel =>
  thread ?? cluster ?? 'normal';

/** Whoever speaks follows, unless they said otherwise for this thread. */
export const levelAfterPosting = (thread: SubscriptionLevel | null): SubscriptionLevel =>
  thread === null || thread === 'normal' ? 'follow' : thread;
