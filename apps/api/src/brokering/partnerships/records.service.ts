import { randomUUID } from 'node:crypto';
import type { ContributionBody, MilestoneBody, PartnershipView } from '@baraza/contracts/brokering';
import {
  confirmContribution,
  endMilestone,
  giveContribution,
  type Monetised,
  partnershipPolicy,
  planMilestone,
  type RecordHappening,
} from '@baraza/domain/brokering';
import { can } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../../platform/asker.ts';
import { UnitOfWork, type Work } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type Case, tell } from '../case/case.ts';
import { Cases, type PartnershipFile } from '../case/cases.repository.ts';
import { insert } from '../case/rows.repository.ts';
import { partnershipFacts, stirPartnership, thingOfPartnership } from './partnership.moves.ts';
import { PartnershipsQueries } from './partnerships.queries.ts';
import { findContribution, findMilestone } from './records.repository.ts';
import { ContributionRow, MilestoneRow } from './records.row.ts';

type Deed = (c: Case, file: PartnershipFile) => Promise<RecordHappening>;

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
    return this.inFile(asker, { ref }, async (c, file) => {
      const draft = { id: randomUUID(), title: written(language, title), due, ownerId };
      const { record, happening } = planMilestone(partnershipFacts(file), draft, asker.actor);
      await insert(c.work.tx, MilestoneRow, { ...record, createdAt: c.at });
      return happening;
    });
  }

  end(asker: Asker, id: string, state: 'done' | 'dropped'): Promise<PartnershipView> {
    return this.onRecord(asker, findMilestone, id, async (c, file, row) => {
      const { record, happening } = endMilestone(partnershipFacts(file), row, state, asker.actor, c.at);
      await c.work.tx.update(MilestoneRow, id, { state: record.state, endedAt: record.endedAt });
      return happening;
    });
  }

  give(asker: Asker, ref: string, body: z.output<typeof ContributionBody>): Promise<PartnershipView> {
    const { kind, quantity, unit, date } = body;
    return this.inFile(asker, { ref }, async (c, file) => {
      const draft = { id: randomUUID(), kind, quantity, unit, date, monetised: monetisedOf(body) };
      const { record, happening } = giveContribution(partnershipFacts(file), draft, asker.actor);
      await insert(c.work.tx, ContributionRow, { ...record, createdAt: c.at });
      return happening;
    });
  }

  confirm(asker: Asker, id: string): Promise<PartnershipView> {
    return this.onRecord(asker, findContribution, id, async (c, file, row) => {
      const { record, happening } = confirmContribution(partnershipFacts(file), row, asker.actor, c.at);
      const { confirmedFor, confirmedAt } = record;
      await c.work.tx.update(ContributionRow, id, { confirmedFor, confirmedAt });
      return happening;
    });
  }

  private onRecord<R extends { readonly partnershipId: string }>(
    asker: Asker,
    find: (tx: Work['tx'], id: string) => Promise<R | null>,
    id: string,
    deed: (c: Case, file: PartnershipFile, row: R) => Promise<RecordHappening>,
  ): Promise<PartnershipView> {
    const found = async (tx: Work['tx']): Promise<R> => {
      const row = await find(tx, id);
      if (!row) throw notFound();
      return row;
    };
    return this.run(asker, async ({ tx }) => {
      const { partnershipId } = await found(tx);
      // Read again once the case is locked: somebody may have been first.
      return [{ id: partnershipId }, async (c, file) => deed(c, file, await found(tx))] as const;
    });
  }

  private inFile(asker: Asker, key: { readonly ref: string }, deed: Deed): Promise<PartnershipView> {
    return this.run(asker, async () => [key, deed] as const);
  }

  private run(
    asker: Asker,
    find: (work: Work) => Promise<readonly [{ readonly ref: string } | { readonly id: string }, Deed]>,
  ): Promise<PartnershipView> {
    return this.work.run(asker, async (work) => {
      const [key, deed] = await find(work);
      const { c, partnership } = await this.cases.openPartnership(work, asker, key);
      if (!can(partnershipPolicy, asker.actor, 'view', partnershipFacts(partnership))) throw notFound();
      const happening = await deed(c, partnership);
      await stirPartnership(c, partnership);
      await tell(c, thingOfPartnership(partnership.row), happening);
      return this.queries.read(asker, partnership.row.ref, work.tx);
    });
  }
}

const monetisedOf = ({ amount, currency, method }: z.output<typeof ContributionBody>): Monetised | null =>
  amount !== undefined && currency && method ? { amount, currency, method } : null;
