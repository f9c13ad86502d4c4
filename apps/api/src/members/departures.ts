import { Injectable } from '@nestjs/common';
import type { Work } from '../platform/database/unit-of-work.ts';

export type Leave = (work: Work, memberId: string) => Promise<void>;

/** Somebody lost a role or an account: in the same transaction each room lays what was in their hands into others'. */
@Injectable()
export class Departures {
  private readonly rooms: Leave[] = [];

  /** Call in a constructor. */
  on(leave: Leave): void {
    this.rooms.push(leave);
  }

  async left(work: Work, memberId: string): Promise<void> {
    for (const leave of this.rooms) await leave(work, memberId);
  }
}
