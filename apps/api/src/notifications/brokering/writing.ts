import type { Reason } from '@baraza/domain/notifications';
import type { BrokeringTold } from '../../brokering/index.ts';
import type { StoredEvent } from '../../platform/events/reactions.ts';
import type { NotificationArgs } from '../inbox.queries.ts';
import type { Subject } from '../notifier.ts';

export type Name = BrokeringTold['name'];
type Told<N extends Name> = Extract<BrokeringTold, { readonly name: N }>['data'];
export type Happened<N extends Name = Name> = { readonly [K in N]: StoredEvent<K, Told<K>> }[N];

/** To whom, why, about what. */
export interface Writing {
  readonly reason: Reason;
  readonly to: readonly string[];
  readonly about: Subject;
  readonly args?: NotificationArgs;
}
