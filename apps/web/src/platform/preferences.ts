import type { Locale } from '@baraza/domain/kernel';

const keep = (name: string, value: string): Promise<unknown> =>
  fetch('/preferences', {
    method: 'POST',
    body: new URLSearchParams({ name, value }),
    keepalive: true,
    credentials: 'same-origin',
  });

/** The choice outlives the visit. */
export const rememberLocale = (locale: Locale): Promise<unknown> => keep('locale', locale);

/** The server cannot know a visitor's zone before it is told; told once, and again after a journey. */
export function rememberZone(known: string): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && zone !== known) void keep('zone', zone).catch(() => {});
}
