import { useSyncExternalStore } from 'react';
import { sendForm } from './send.ts';

/** A wish made while the line was down: kept on this device until the server has it. */
export interface Kept {
  /** Also the idempotency key: however often it is tried, it happens once. */
  readonly key: string;
  readonly url: string;
  readonly body: string;
  readonly at: number;
  readonly state: 'saved' | 'sending' | 'refused';
  /** What the server said when it refused; the words stay here until their writer has seen that. */
  readonly detail?: string;
}

const name = 'baraza.outbox';
const none: readonly Kept[] = [];
let kept: readonly Kept[] | undefined;
const watchers = new Set<() => void>();
const onSent = new Set<(item: Kept, answer: unknown) => void>();

function read(): readonly Kept[] {
  if (kept) return kept;
  try {
    kept = (JSON.parse(localStorage.getItem(name) ?? '[]') as Kept[]).map((k) =>
      k.state === 'sending' ? { ...k, state: 'saved' } : k,
    );
  } catch {
    kept = none;
  }
  return kept;
}

function write(next: readonly Kept[]): void {
  kept = next;
  try {
    localStorage.setItem(name, JSON.stringify(next));
  } catch {
    // storage is full or forbidden: the words live as long as this page
  }
  for (const watcher of watchers) watcher();
}
const change = (key: string, to: Partial<Kept>) => write(read().map((k) => (k.key === key ? { ...k, ...to } : k)));

export const keep = (item: Omit<Kept, 'state'>): void => write([...read(), { ...item, state: 'saved' }]);
export const discard = (key: string): void => write(read().filter((k) => k.key !== key));

let flushing = false;

/** Sends what is kept, oldest first, one after the other; stops at the first that cannot be reached. */
export async function flush(): Promise<void> {
  if (flushing) return;
  flushing = true;
  try {
    for (const item of read()) {
      if (item.state !== 'saved') continue;
      change(item.key, { state: 'sending' });
      const sending = await sendForm(item.url, item.body, item.key);
      if (sending.kind === 'unreached') return change(item.key, { state: 'saved' });
      if (sending.kind === 'refused') change(item.key, { state: 'refused', detail: sending.problem.detail });
      else {
        discard(item.key);
        for (const told of onSent) told(item, sending.answer);
      }
    }
  } finally {
    flushing = false;
  }
}

/** Tries again when the line is back, when the reader returns, and now and then. Returns how to stop. */
export function keepFlushing(sent: (item: Kept, answer: unknown) => void): () => void {
  onSent.add(sent);
  const go = () => void flush();
  const timer = setInterval(go, 15_000);
  addEventListener('online', go);
  document.addEventListener('visibilitychange', go);
  go();
  return () => {
    onSent.delete(sent);
    clearInterval(timer);
    removeEventListener('online', go);
    document.removeEventListener('visibilitychange', go);
  };
}

/** What waits on this device for an address, newest last. */
export function useKept(url?: string): readonly Kept[] {
  const all = useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    read,
    () => none,
  );
  return url === undefined ? all : all.filter((k) => k.url === url);
}
