import { type Actor, type Locale, system, visitor } from '@baraza/domain/kernel';

/** Who asks, in which language, when; handed by hand from the route to whatever works for them. */
export interface Asker {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly at: Date;
  readonly requestId: string;
  readonly address: string;
  /** The session behind the cookie, to tell "this device" in a list of sessions. */
  readonly sessionId: string | null;
  /** A visitor's device: an unguessable cookie that keeps a guest's questions and votes theirs. */
  readonly device: string | null;
  /** The write this is, so that a replay gets the first answer. Spent by the first unit of work. */
  readonly wish: Wish | null;
}

export interface Wish {
  readonly key: string;
  readonly route: string;
  readonly hash: string;
}

const nobody = {
  locale: 'en',
  timeZone: 'UTC',
  requestId: '-',
  address: '-',
  sessionId: null,
  device: null,
  wish: null,
} as const;

/** The platform itself: timers, imports, the demo. */
export const asSystem = (at: Date): Asker => ({ ...nobody, actor: system, at });
/** Somebody at a given time, outside a request: the demo and tests. */
export const asActor = (actor: Actor, at: Date, locale: Locale = 'en'): Asker => ({ ...nobody, actor, at, locale });
export const asVisitor = (at: Date): Asker => ({ ...nobody, actor: visitor, at });
