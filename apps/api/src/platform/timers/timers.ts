import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asSystem } from '../asker.ts';
import { Clock } from '../clock.ts';
import { UnitOfWork, type Work } from '../database/unit-of-work.ts';
import { Jobs } from '../jobs/jobs.ts';

export interface FiredTimer {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly dueAt: Date;
}
export type OnTimer = (work: Work, timer: FiredTimer) => Promise<void>;

/**
 * Deadlines that come due. A timer fires once: it leaves `armed` in the same transaction in which its consequence
 * happens, so a job that runs twice, or a worker killed half way, changes nothing.
 */
@Injectable()
export class Timers {
  private readonly logger = new Logger(Timers.name);
  private readonly handlers = new Map<string, OnTimer>();
  private readonly dataSource: DataSource;
  private readonly work: UnitOfWork;
  private readonly clock: Clock;

  constructor(dataSource: DataSource, work: UnitOfWork, clock: Clock, jobs: Jobs) {
    this.dataSource = dataSource;
    this.work = work;
    this.clock = clock;
    jobs.handle('timer', (payload) => this.fire(String((payload as { id: string }).id)));
    jobs.every('* * * * *', 'timer-sweep', async () => void (await this.fireDue()));
  }

  /** `kind` as the room armed it: `brokering.request.deadline`. */
  on(kind: string, handler: OnTimer): void {
    if (this.handlers.has(kind)) throw new Error(`${kind} has a handler already`);
    this.handlers.set(kind, handler);
  }

  /** Fires what is due, oldest first; returns how many. The sweep catches what a lost job left behind. */
  async fireDue(limit = 500): Promise<number> {
    const due: { id: string }[] = await this.dataSource.query(
      `select id::text from timer where state = 'armed' and due_at <= $1 order by due_at, id limit $2`,
      [this.clock.now(), limit],
    );
    let fired = 0;
    for (const { id } of due) {
      try {
        await this.fire(id);
        fired += 1;
      } catch (error) {
        // one broken deadline must not hold up the others; its own job is retried and shown to an administrator
        this.logger.error(`timer ${id}`, error instanceof Error ? error.stack : String(error));
      }
    }
    return fired;
  }

  async fire(id: string): Promise<void> {
    const at = this.clock.now();
    await this.work.run(asSystem(at), async (work) => {
      const [[timer]]: [FiredTimer[], number] = await work.tx.query(
        `update timer set state = 'fired', fired_at = $2 where id = $1 and state = 'armed' and due_at <= $2
         returning id::text, subject, kind, due_at as "dueAt"`,
        [id, at],
      );
      if (!timer) return;
      const handler = this.handlers.get(timer.kind);
      if (!handler) throw new Error(`nobody handles the timer ${timer.kind} of ${timer.subject}`);
      await handler(work, timer);
    });
  }
}
