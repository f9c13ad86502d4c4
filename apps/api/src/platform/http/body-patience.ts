import type { IncomingMessage } from 'node:http';

/** A page's words arrive within this; whoever sends slower is not sending words. */
export const patienceForWords = 30;

const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/** Waits so many seconds for the rest of a body, from now on, whatever was said before. */
export function awaitBody(raw: IncomingMessage, seconds: number): void {
  clearTimeout(timers.get(raw));
  const timer = setTimeout(() => raw.destroy(), seconds * 1000).unref();
  timers.set(raw, timer);
  raw.once('close', () => clearTimeout(timer));
}
