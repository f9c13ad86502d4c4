/** What an operator may set otherwise. Lengths are in Unicode characters. */
export const forumTerms = {
  titleMin: 8,
  titleMax: 200,
  postMax: 20_000,
  reasonMin: 10,
  reasonMax: 1_000,
  /** Within these hours an author mends a post nobody has quoted or accepted without leaving a revision. */
  silentEditHours: 24,
  /** "Not resolved for us because …": once a day for each person and thread. */
  reopenEveryHours: 24,
};
export type ForumTerms = Readonly<typeof forumTerms>;
