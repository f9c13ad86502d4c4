import type { Actor } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';

export type Count = (actor: Actor, at: Date) => Promise<number>;

/** What waits for a reader, by place: `inbox`, `desk`, `admin`. Each room counts its own; the frame of every page shows them. */
@Injectable()
export class ReaderCounts {
  private readonly counts = new Map<string, Count>();

  /** Call in a constructor. Counts stand on every page, so they are one indexed query each. */
  add(place: string, count: Count): void {
    if (this.counts.has(place)) throw new Error(`${place} is counted already`);
    this.counts.set(place, count);
  }

  async of(actor: Actor, at: Date): Promise<Record<string, number>> {
    const counted = [...this.counts].map(async ([place, count]) => [place, await count(actor, at)] as const);
    return Object.fromEntries((await Promise.all(counted)).filter(([, n]) => n > 0));
  }
}
