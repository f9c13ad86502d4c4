import { Injectable } from '@nestjs/common';
import { CalendarChanges } from '../calendars/index.ts';
import { asSystem } from '../platform/asker.ts';
import { Clock } from '../platform/clock.ts';
import { UnitOfWork, type Work } from '../platform/database/unit-of-work.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { BrokeringTimers } from './brokering.timers.ts';
import { tell } from './case/case.ts';
import { Organisations } from './case/organisations.queries.ts';
import { type StoredStep, stepsCountedIn, storedStep } from './case/steps.queries.ts';

/**
 * The days on which somebody works have changed: every open deadline counted in them is counted anew, each in a
 * transaction of its own, so that one that is locked is tried again without the others.
 */
@Injectable()
export class BrokeringRewinding {
  private readonly timers: BrokeringTimers;
  constructor(
    changes: CalendarChanges,
    organisations: Organisations,
    timers: BrokeringTimers,
    jobs: Jobs,
    work: UnitOfWork,
    clock: Clock,
  ) {
    this.timers = timers;
    changes.on({
      changed: (own, calendar) => own.enqueue('brokering-calendar', { calendar }, { key: `calendar:${calendar}` }),
      stored: () => organisations.forgetAll(),
    });
    jobs.handle('brokering-calendar', (payload) =>
      work.run(asSystem(clock.now()), async (own) => {
        organisations.forgetAll(); // the change may have been made in another process
        const { calendar } = payload as { calendar: string };
        for (const subject of await stepsCountedIn(own, calendar))
          await own.enqueue('brokering-rewind', { subject }, { key: `rewind:${subject}` });
      }),
    );
    jobs.handle('brokering-rewind', (payload) =>
      work.run(asSystem(clock.now()), (own) => this.rewind(own, (payload as { subject: string }).subject)),
    );
  }

  /**
   * The due date moves, and nothing else. A timer that is about to strike does that itself; a time that is up by the new
   * days is told as if it had struck.
   */
  private async rewind(work: Work, subject: string): Promise<void> {
    const [kind = '', id = ''] = subject.split(':');
    const open = this.timers.opens.get(kind);
    if (!open) throw new Error(`nobody winds the clock of ${subject}`);
    const { c, thing, next, missed, wind } = await open(work, id);
    const stored = await storedStep(work, subject);
    if (!stored || stored.striking) return;
    if (missed && next?.missed && isAnotherMiss(next.missed.by, stored)) await tell(c, thing, missed);
    await wind();
  }
}

/** Which step was missed is told by when it was due: the one that was open until now, or still the one before it. */
const isAnotherMiss = (by: Date, { dueAt, missedAt }: StoredStep): boolean => {
  const far = (at: Date) => Math.abs(at.getTime() - by.getTime());
  return missedAt === null || far(dueAt) < far(missedAt);
};
