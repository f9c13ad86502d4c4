/** Every number of this room. Sizes are bytes. */
export const fileTerms = {
  fileBytes: 10_000_000,
  /** Files on one thing. */
  mostEach: 10,
  /** What the files of one organisation may take, small pictures included. */
  organisationBytes: 500_000_000,
  nameLength: 120,
  /** A picture is kept no longer on its longer side than this, and shown small in lists. */
  imageSide: 1600,
  thumbSide: 320,
  /** More than this is no photograph of a market. */
  imagePixels: 60_000_000,
  imageSeconds: 20,
  /** What an office document may unpack to, and of how many parts it may consist. */
  unpackedBytes: 200_000_000,
  parts: 5000,
  /** So long what nothing refers to any more stays: a backup taken meanwhile is whole. */
  orphanHours: 48,
  /** On a weak line a file takes its time. */
  uploadSeconds: 900,
};
