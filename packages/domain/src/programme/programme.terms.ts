/** What an operator may set otherwise. */
export const programmeTerms = {
  /** The board begins to collect questions so long before a session. */
  opensBeforeDays: 7,
  /** The record of a session is complete so long after it. */
  completeDays: 10,
};
export type ProgrammeTerms = Readonly<typeof programmeTerms>;
