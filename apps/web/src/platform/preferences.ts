import type { Locale } from '@baraza/domain/kernel';

const year = 60 * 60 * 24 * 365;

/** The choice outlives the visit; a member's is kept with the account as well. */
export async function rememberLocale(locale: Locale): Promise<void> {
  document.cookie = `baraza.locale=${locale}; path=/; max-age=${year}; samesite=lax`;
}

/** The server cannot know a visitor's zone before it is told. */
export function rememberZone(): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) document.cookie = `baraza.zone=${encodeURIComponent(zone)}; path=/; max-age=${year}; samesite=lax`;
}
