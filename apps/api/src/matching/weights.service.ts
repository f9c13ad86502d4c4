import type { WeightsBody, WeightsView } from '@baraza/contracts/matching';
import { Refusal } from '@baraza/domain/kernel';
import { defaultWeights, faultsIn } from '@baraza/domain/matching';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../platform/asker.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notPermitted, ProblemError } from '../platform/http/problem-error.ts';
import { WeightsQueries } from './weights.queries.ts';

/** What counts how much: brokers see it, lead brokers move it. */
@Injectable()
export class WeightsService {
  private readonly work: UnitOfWork;
  private readonly queries: WeightsQueries;
  constructor(work: UnitOfWork, queries: WeightsQueries) {
    this.work = work;
    this.queries = queries;
  }

  async read({ actor }: Asker, db?: Parameters<WeightsQueries['current']>[0]): Promise<WeightsView> {
    const { version, weights, at, by } = await this.queries.current(db);
    return {
      version,
      weights: { ...weights, muted: [...weights.muted] },
      usual: { ...defaultWeights, muted: [...defaultWeights.muted] },
      changed: at && by ? { at: at.toISOString(), by } : null,
      mayChange: actor.roles.includes('lead_broker'),
    };
  }

  save(asker: Asker, { version, weights }: z.output<typeof WeightsBody>): Promise<WeightsView> {
    const { actor, at } = asker;
    return this.work.run(asker, async ({ tx, tell }) => {
      if (!actor.roles.includes('lead_broker')) throw notPermitted();
      const { version: present } = await this.queries.current(tx);
      if (present !== version) throw new ProblemError('stale-version', 'kernel.staleVersion');
      const [fault] = faultsIn(weights);
      if (fault) throw new Refusal('unmet-condition', 'matching.refuse.weight', {}, `weights.${fault}`);
      if (!(await this.queries.add(tx, version + 1, weights, actor.id, at)))
        throw new ProblemError('stale-version', 'kernel.staleVersion');
      await tell({ name: 'matching.weights.moved', stream: 'matching:weights', data: { version: version + 1 } });
      return this.read(asker, tx);
    });
  }
}
