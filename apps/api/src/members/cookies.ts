import type { Settings } from '../platform/config/settings.ts';

const year = 60 * 60 * 24 * 365;

/** A choice kept on this device; only the server reads it. */
export const choiceCookie = ({ baseUrl }: Settings, name: string, value: string): string =>
  [
    `${name}=${value}`,
    'Path=/',
    `Max-Age=${year}`,
    'SameSite=Lax',
    'HttpOnly',
    ...(baseUrl.startsWith('https:') ? ['Secure'] : []),
  ].join('; ');
