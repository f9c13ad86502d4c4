import { isToBeScreened } from '@baraza/domain/brokering';
import { Inject, Injectable } from '@nestjs/common';
import { asSystem } from '../../platform/asker.ts';
import { Clock } from '../../platform/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { Reactions } from '../../platform/events/reactions.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import type { BrokeringTold } from '../told.ts';
import { SCREENING, type Screening } from './screening.ts';
import { Screenings } from './screenings.repository.ts';

const task = 'brokering-screening';

interface Asked {
  readonly id: string;
  /** The case it was introduced in. */
  readonly ref: string;
}

/** Whoever is introduced is screened, each in a job of its own: a slow service holds up no news and nobody's request. */
@Injectable()
export class ScreeningReactions {
  private readonly screening: Screening;
  private readonly screenings: Screenings;
  private readonly clock: Clock;
  private readonly work: UnitOfWork;

  constructor(
    @Inject(SCREENING) screening: Screening,
    screenings: Screenings,
    clock: Clock,
    work: UnitOfWork,
    reactions: Reactions,
    jobs: Jobs,
  ) {
    this.screening = screening;
    this.screenings = screenings;
    this.clock = clock;
    this.work = work;
    reactions.on<BrokeringTold, 'brokering.match.introduced'>(
      'brokering.match.introduced',
      'brokering.screening',
      ({ data, at }) =>
        work.run(asSystem(at), async ({ enqueue }) => {
          for (const id of data.organisationIds)
            await enqueue(task, { id, ref: data.requestRef }, { key: `${task}:${id}` });
        }),
    );
    jobs.handle(task, (payload) => this.screen(payload as Asked));
  }

  private async screen({ id, ref }: Asked): Promise<void> {
    const now = this.clock.now();
    if (!isToBeScreened(await this.screenings.last(id), now)) return;
    const organisation = await this.screenings.organisation(id);
    if (!organisation) return;
    const answer = await this.screening.screen(organisation);
    await this.work.run(asSystem(now), async ({ tx, tell }) => {
      await this.screenings.keep(tx, id, now, answer);
      // The parties are not told that anybody asked.
      await tell({ name: 'brokering.desk.changed', stream: 'desk:all', data: { ref } });
    });
  }
}
