/**
 * Fills `/threads/:no#post-:post.no` from an answer: where to go after a write. A part that is missing leaves the
 * template unusable, so the caller falls back to the page it came from.
 */
export function fillPath(template: string, answer: unknown): string | null {
  let complete = true;
  const path = template.replace(/:([a-zA-Z][\w]*(?:\.[a-zA-Z]\w*)*)/g, (_, keys: string) => {
    let value: unknown = answer;
    for (const key of keys.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[key];
    if (typeof value !== 'string' && typeof value !== 'number') complete = false;
    return encodeURIComponent(String(value));
  });
  return complete && isLocalPath(path) ? path : null;
}

/** A path of this house and no other: never a scheme, a host, or a backslash a browser would read as a slash. */
export const isLocalPath = (path: unknown): path is string =>
  typeof path === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(path) && path.length <= 2000;
