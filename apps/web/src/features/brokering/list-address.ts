/** What an address asks for; of the filters that offer a choice, only what there is to choose. */
export function knownFilters(
  search: URLSearchParams,
  choices: Readonly<Record<string, readonly (string | number)[]>>,
): URLSearchParams {
  const known = ([name, value]: [string, string]) =>
    !Object.hasOwn(choices, name) || choices[name]?.some((choice) => String(choice) === value);
  return new URLSearchParams([...search].filter(known));
}

/** The address of a list from this place on, or from its beginning, with whatever else it asks for. */
export function listAddress(path: string, search: URLSearchParams, cursor: string | null): string {
  const there = new URLSearchParams(search);
  there.delete('cursor');
  if (cursor) there.set('cursor', cursor);
  return there.size > 0 ? `${path}?${there}` : path;
}
