import { type Channel, type Reason, termsOf } from './reasons.ts';

/** Mail as it happens, once a day, or not at all. */
export const mailRhythms = ['at_once', 'daily', 'never'] as const;
export type MailRhythm = (typeof mailRhythms)[number];

export interface Preferences {
  readonly mail: MailRhythm;
  readonly quiet: readonly Reason[];
  /** False when the address bounced or was never confirmed; the product says so on the next visit. */
  readonly reachable: boolean;
}
export const defaultPreferences: Preferences = { mail: 'at_once', quiet: [], reachable: true };

/** Where this reason reaches this person. What is quieted is not sent; what waits for them still stands in the product. */
export function channelsFor(reason: Reason, { mail, quiet, reachable }: Preferences): Channel[] {
  const { channels, duty } = termsOf(reason);
  if (quiet.includes(reason)) return duty ? ['app'] : [];
  const arrives = channels.map((channel): Channel => (channel === 'mail' && mail === 'daily' ? 'digest' : channel));
  return arrives.filter((channel) => channel === 'app' || (reachable && mail !== 'never'));
}
