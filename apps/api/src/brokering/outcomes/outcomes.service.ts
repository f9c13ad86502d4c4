import { randomUUID } from 'node:crypto';
import type {
  MoveBody,
  OutcomeBody,
  OutcomeReport,
  OutcomeVerification,
  OutcomeView,
} from '@baraza/contracts/brokering';
import {
  claimOutcome,
  type OutcomeInput,
  type OutcomeMove,
  outcomePolicy,
  partnershipPolicy,
} from '@baraza/domain/brokering';
import { can } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../../platform/asker.ts';
import { UnitOfWork, type Work } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type Case, demandVersion, inputOf } from '../case/case.ts';
import { Cases, type OutcomeFile } from '../case/cases.repository.ts';
import { partnershipFacts } from '../partnerships/partnership.moves.ts';
import { beginOutcome, moveOutcome, outcomeFacts } from './outcome.moves.ts';
import { presentOutcome } from './outcome.presenter.ts';
import { aroundOutcomes } from './outcomes.queries.ts';

@Injectable()
export class OutcomesService {
  private readonly work: UnitOfWork;
  private readonly cases: Cases;
  constructor(work: UnitOfWork, cases: Cases) {
    this.work = work;
    this.cases = cases;
  }

  claim(asker: Asker, ref: string, body: OutcomeBody): Promise<OutcomeView> {
    return this.work.run(asker, async (work) => {
      const { c, partnership } = await this.cases.openPartnership(work, asker, { ref });
      const facts = partnershipFacts(partnership);
      if (!can(partnershipPolicy, asker.actor, 'view', facts)) throw notFound();
      const { indicator, level, unit, baseline, target, actual, disaggregation, language = asker.locale } = body;
      const draft = {
        id: randomUUID(),
        indicator: written(language, indicator),
        level,
        unit,
        baseline: baseline ?? null,
        target: target ?? null,
        actuals: actual ? [actual] : [],
        disaggregation: disaggregation ? written(language, disaggregation) : null,
      };
      const claimed = claimOutcome(facts, draft, asker.actor, c.at, c.known.context);
      return this.present(asker, c, await beginOutcome(c, partnership, claimed), work);
    });
  }

  report(asker: Asker, id: string, body: z.output<typeof OutcomeReport>): Promise<OutcomeView> {
    const { version, ...actual } = body;
    return this.change(asker, id, version, 'report', { actual });
  }

  verify(asker: Asker, id: string, body: z.output<typeof OutcomeVerification>): Promise<OutcomeView> {
    return this.change(asker, id, body.version, 'verify', { ...inputOf(body, asker), verifier: body.verifier });
  }

  move(asker: Asker, id: string, move: OutcomeMove, body: z.output<typeof MoveBody>): Promise<OutcomeView> {
    return this.change(asker, id, body.version, move, inputOf(body, asker));
  }

  private change(asker: Asker, id: string, version: number, move: OutcomeMove, input: OutcomeInput) {
    return this.work.run(asker, async (work) => {
      const { c, outcome } = await this.cases.openOutcome(work, asker, id);
      if (!can(outcomePolicy, asker.actor, 'view', outcomeFacts(outcome))) throw notFound();
      demandVersion(outcome.row, version);
      await moveOutcome(c, outcome, move, input, asker.actor);
      return this.present(asker, c, outcome, work);
    });
  }

  private async present(asker: Asker, { known }: Case, file: OutcomeFile, { tx }: Work): Promise<OutcomeView> {
    const around = await aroundOutcomes(tx, [file.row.id]);
    return presentOutcome(file, around(file.row.id), { ...asker, known });
  }
}
