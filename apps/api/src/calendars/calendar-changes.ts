import { Injectable } from '@nestjs/common';
import type { Work } from '../platform/database/unit-of-work.ts';

export interface OnCalendarChange {
  /** In the transaction of the change; `calendar` is `desk`, a country's letters or an organisation's id. */
  changed(work: Work, calendar: string): Promise<void>;
  /** Once it is stored. */
  stored(calendar: string): void;
}

/** The days on which somebody works have changed: whoever counts in them counts anew. */
@Injectable()
export class CalendarChanges {
  private readonly rooms: OnCalendarChange[] = [];

  /** Call in a constructor. */
  on(room: OnCalendarChange): void {
    this.rooms.push(room);
  }

  async changed(work: Work, calendar: string): Promise<void> {
    for (const room of this.rooms) await room.changed(work, calendar);
  }

  stored(calendar: string): void {
    for (const room of this.rooms) room.stored(calendar);
  }
}
