import type { Reason } from '@baraza/domain/notifications';
import type { BrokeringTold } from '../../brokering/index.ts';
import type { StoredEvent } from '../../platform/events/reactions.ts';
import type { NotificationArgs } from '../inbox.queries.ts';
import type { Subject } from '../notifier.ts';

export type Name = BrokeringTold['name'];
type Told<N extends Name> = Extract<BrokeringTold, { readonly name: N }>['data'];
export type Happened<N extends Name = Name> = { readonly [K in N]: StoredEvent<K, Told<K>> }[N];

/**
 * What it is about within its page: the same move on the same thing, or the same deadline. A partnership's page holds its
 * check-ins, meetings and results, and one word about any of them does not stand for another.
 */
export function matterOf({ stream, name, data }: Happened): string {
  if ('dueAt' in data) return [stream, data.what, new Date(data.dueAt).toISOString()].join(' ');
  const made = 'move' in data ? data.move : 'what' in data ? data.what : name;
  // Sent in by whoever may, or approved after it was sent: the desk has one thing to read.
  const did = made === 'approve' ? 'submit' : made;
  return [stream, did, ...('answeredFor' in data ? [data.answeredFor] : [])].join(' ');
}

/** To whom, why, about what. */
export interface Writing {
  readonly reason: Reason;
  readonly to: readonly string[];
  readonly about: Subject;
  readonly args?: NotificationArgs;
}
