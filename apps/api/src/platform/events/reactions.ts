import { Injectable } from '@nestjs/common';

/** A stored happening on its way to those who listen. */
export interface StoredEvent<Name extends string = string, Data = unknown> {
  readonly seq: string;
  readonly stream: string;
  readonly streamSeq: number;
  readonly name: Name;
  readonly data: Data;
  readonly actorId: string | null;
  readonly onBehalfOf: string | null;
  readonly at: Date;
}

/** The data of the happening of that name, also where several names share one shape. */
type DataOf<H, N> = H extends { readonly name: infer M; readonly data: infer D } ? (N extends M ? D : never) : never;

/** What listens to the happening `N` among those of `H`. */
export type Reaction<H extends { name: string; data: unknown }, N extends H['name']> = (
  event: StoredEvent<N, DataOf<H, N>>,
) => Promise<void>;

export type Listener = (event: StoredEvent) => Promise<void>;

/** Who listens to what. Rooms register in their constructors; nothing is scanned. Delivery is at least once: listeners are idempotent. */
@Injectable()
export class Reactions {
  private readonly byEvent = new Map<string, Map<string, Listener>>();

  /** `listener` names the reaction in logs and on the parked-jobs page: `notifications.forums`. */
  on<H extends { name: string; data: unknown }, N extends H['name']>(
    name: N,
    listener: string,
    react: Reaction<H, N>,
  ): void {
    const listeners = this.byEvent.get(name) ?? new Map<string, Listener>();
    if (listeners.has(listener)) throw new Error(`${listener} already listens to ${name}`);
    listeners.set(listener, react as Listener);
    this.byEvent.set(name, listeners);
  }

  listenersOf(name: string): ReadonlyMap<string, Listener> {
    return this.byEvent.get(name) ?? new Map();
  }
}
