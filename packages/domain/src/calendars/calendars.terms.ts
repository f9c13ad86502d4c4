/** Every number of this room. */
export const calendarTerms = {
  fileBytes: 256 * 1024,
  /** Days that repeat every year are written out for the current year and so many more. */
  yearsAhead: 3,
  /** Days of rest of one calendar, and those one file may bring. */
  mostDays: 1000,
  mostInFile: 400,
  /** Steps taken through the repetitions of one file. */
  mostRepeats: 20_000,
  /** A week of holidays is one event; a season is none. */
  longestDays: 31,
  /** Events that began earlier were not written by anybody who keeps a working calendar. */
  firstYear: 1800,
};
