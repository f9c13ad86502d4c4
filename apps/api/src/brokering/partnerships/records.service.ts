import { randomUUID } from 'node:crypto';
import type {
  ContributionBody,
  MilestoneBody,
  MilestonePlan,
  MoveBody,
  PartnershipView,
} from '@baraza/contracts/brokering';
import {
  type ContributionMove,
  giveContribution,
  type MilestoneInput,
  type MilestoneMove,
  type Monetised,
  type MoveInput,
  partnershipPolicy,
  planMilestone,
} from '@baraza/domain/brokering';
import { can } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../../platform/asker.ts';
import { UnitOfWork, type Work } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type Case, demandVersion, inputOf } from '../case/case.ts';
import { Cases, type PartnershipFile } from '../case/cases.repository.ts';
import { partnershipFacts, stirPartnership } from './partnership.moves.ts';
import { PartnershipsQueries } from './partnerships.queries.ts';
import { beginContribution, beginMilestone, moveContribution, moveMilestone } from './records.moves.ts';

interface Opened {
  readonly c: Case;
  readonly partnership: PartnershipFile;
  readonly deed: () => Promise<void>;
}

/** What the parties write down as they go: milestones and contributions. */
@Injectable()
export class RecordsService {
  private readonly work: UnitOfWork;
  private readonly cases: Cases;
  private readonly queries: PartnershipsQueries;
  constructor(work: UnitOfWork, cases: Cases, queries: PartnershipsQueries) {
    this.work = work;
    this.cases = cases;
    this.queries = queries;
  }

  plan(asker: Asker, ref: string, body: z.output<typeof MilestoneBody>): Promise<PartnershipView> {
    const { title, due, ownerId, language = asker.locale } = body;
    return this.run(asker, async (work) => {
      const { c, partnership } = await this.cases.openPartnership(work, asker, { ref });
      const draft = { id: randomUUID(), title: written(language, title), due, ownerId };
      const begin = () => planMilestone(partnershipFacts(partnership), draft, asker.actor, c.at, c.known.context);
      return { c, partnership, deed: () => beginMilestone(c, partnership, begin()) };
    });
  }

  replan(asker: Asker, id: string, body: z.output<typeof MilestonePlan>): Promise<PartnershipView> {
    return this.moveMilestone(asker, id, 'replan', body);
  }

  end(asker: Asker, id: string, move: 'reach' | 'drop'): Promise<PartnershipView> {
    return this.moveMilestone(asker, id, move, {});
  }

  give(asker: Asker, ref: string, body: z.output<typeof ContributionBody>): Promise<PartnershipView> {
    const { kind, quantity, unit, date } = body;
    return this.run(asker, async (work) => {
      const { c, partnership } = await this.cases.openPartnership(work, asker, { ref });
      const draft = { id: randomUUID(), kind, quantity, unit, date, monetised: monetisedOf(body) };
      const begin = () => giveContribution(partnershipFacts(partnership), draft, asker.actor, c.at, c.known.context);
      return { c, partnership, deed: () => beginContribution(c, partnership, begin()) };
    });
  }

  confirm(asker: Asker, id: string): Promise<PartnershipView> {
    return this.moveContribution(asker, id, 'confirm', {});
  }

  withdraw(asker: Asker, id: string, body: z.output<typeof MoveBody>): Promise<PartnershipView> {
    return this.moveContribution(asker, id, 'withdraw', inputOf(body, asker), body.version);
  }

  private moveMilestone(asker: Asker, id: string, move: MilestoneMove, input: MilestoneInput) {
    return this.run(asker, async (work) => {
      const { c, milestone } = await this.cases.openMilestone(work, asker, id);
      const { partnership } = milestone;
      return { c, partnership, deed: () => moveMilestone(c, milestone, move, input, asker.actor) };
    });
  }

  private moveContribution(asker: Asker, id: string, move: ContributionMove, input: MoveInput, version?: number) {
    return this.run(asker, async (work) => {
      const { c, contribution } = await this.cases.openContribution(work, asker, id);
      const deed = async () => {
        if (version !== undefined) demandVersion(contribution.row, version);
        await moveContribution(c, contribution, move, input, asker.actor);
      };
      return { c, partnership: contribution.partnership, deed };
    });
  }

  private run(asker: Asker, open: (work: Work) => Promise<Opened>): Promise<PartnershipView> {
    return this.work.run(asker, async (work) => {
      const { c, partnership, deed } = await open(work);
      if (!can(partnershipPolicy, asker.actor, 'view', partnershipFacts(partnership))) throw notFound();
      await deed();
      await stirPartnership(c, partnership);
      return this.queries.read(asker, partnership.row.ref, work.tx);
    });
  }
}

const monetisedOf = ({ amount, currency, method }: z.output<typeof ContributionBody>): Monetised | null =>
  amount !== undefined && currency && method ? { amount, currency, method } : null;
