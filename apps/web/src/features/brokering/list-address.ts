/** The address of a list from this place on, or from its beginning, with whatever else it asks for. */
export function listAddress(path: string, search: URLSearchParams, cursor: string | null): string {
  const there = new URLSearchParams(search);
  there.delete('cursor');
  if (cursor) there.set('cursor', cursor);
  return there.size > 0 ? `${path}?${there}` : path;
}
