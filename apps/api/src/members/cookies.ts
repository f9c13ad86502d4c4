import type { Settings } from '../platform/config/settings.ts';

const year = 60 * 60 * 24 * 365;

/** A choice kept on this device. `null` takes it away; `script` lets the page read and change it. */
export const choiceCookie = (
  { baseUrl }: Settings,
  name: string,
  value: string | null,
  { script = false }: { script?: boolean } = {},
): string =>
  [
    `${name}=${value ?? ''}`,
    'Path=/',
    `Max-Age=${value === null ? 0 : year}`,
    'SameSite=Lax',
    ...(script ? [] : ['HttpOnly']),
    ...(baseUrl.startsWith('https:') ? ['Secure'] : []),
  ].join('; ');
