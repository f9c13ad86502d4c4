/** What an operator may set otherwise. */
export const qaTerms = {
  /** Unicode characters in a question. */
  maxChars: 500,
  answerMaxChars: 5_000,
  /** One question in so many seconds, and so many unanswered at a time, for each person and board. */
  secondsBetween: 30,
  openPerPerson: 5,
  /** Whoever writes an answer holds the question for so long; writing renews it. */
  claimSeconds: 90,
  mergeUndoMinutes: 10,
  /** A question typed in time without a connection is taken for so long after the board closed. */
  lateHours: 24,
  /** Working days for a deferred answer, and for publishing a board after its session. */
  followUpDays: 5,
  publishDays: 10,
  /** A reader further behind than this gets the whole board instead of what changed. */
  deltaLimit: 200,
};
export type QaTerms = Readonly<typeof qaTerms>;
