/** What an operator may set otherwise. */
export const memberTerms = {
  /** A verified affiliation holds for two years, then it is asked again. */
  affiliationDays: 730,
  /** An administrator answers a request for affiliation within these working days. */
  verifyDays: 5,
  /** In user-perceived characters. */
  displayNameMax: 60,
};
export type MemberTerms = Readonly<typeof memberTerms>;
