/** Keyset cursors: the sort key of the last row, unreadable enough that nobody builds one by hand. */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** The key a cursor holds, or null for none or a forged one: a bad cursor starts at the beginning. */
export function decodeCursor(cursor: string | undefined, parts: number): readonly (string | number)[] | null {
  if (!cursor) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const sound =
      Array.isArray(key) && key.length === parts && key.every((k) => typeof k === 'string' || typeof k === 'number');
    return sound ? key : null;
  } catch {
    return null;
  }
}

/** Cuts the one row fetched too many and says where the next page starts. */
export function pageFrom<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly (string | number)[],
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
