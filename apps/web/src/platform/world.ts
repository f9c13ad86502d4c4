import type { Problem } from '@baraza/contracts/kernel';
import type { Locale } from '@baraza/domain/kernel';
import type { Translator } from '@baraza/i18n';
import { createContext, useContext } from 'react';
import type { ApiClient } from './api.ts';

/** Who reads, as the frame needs it; null for a visitor. The answer of `members.session`. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly actingFor: { readonly id: string; readonly slug: string; readonly name: string } | null;
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  readonly dataSaver: boolean;
  readonly counts: Readonly<Record<string, number>>;
  /** How far the reader's own stream is counted in. */
  readonly heard: number;
}

/** A form that was sent without script and not accepted: its words come back with what is wrong. */
export interface ReturnedForm {
  readonly form: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly problem: Problem | null;
}

/** Everything about this reader and this moment that a page may depend on. */
export interface World {
  readonly api: ApiClient;
  readonly i18n: Translator;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly theme: 'light' | 'dark' | null;
  readonly reader: Reader | null;
  /** Milliseconds; the server's moment first, so that what hydrates says the same. */
  readonly now: number;
  readonly baseUrl: string;
  readonly returned: ReturnedForm | null;
  readonly switchLocale: (to: Locale) => Promise<void>;
}

const Context = createContext<World | null>(null);
export const WorldProvider = Context.Provider;

export function useWorld(): World {
  const world = useContext(Context);
  if (!world) throw new Error('outside the world');
  return world;
}
export const useI18n = (): Translator => useWorld().i18n;
export const useApi = (): ApiClient => useWorld().api;
export const useReader = (): Reader | null => useWorld().reader;
/** The present, moved on every minute in the browser. */
export const useNow = (): Date => new Date(useWorld().now);
