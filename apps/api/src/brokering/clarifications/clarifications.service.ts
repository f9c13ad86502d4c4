import { randomUUID } from 'node:crypto';
import type { ClarificationBody, ClarificationView, MoveBody } from '@baraza/contracts/brokering';
import {
  askClarification,
  type ClarificationMove,
  canViewRequest,
  clarificationPolicy,
} from '@baraza/domain/brokering';
import { can, Refusal } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../../platform/asker.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type Case, demandVersion, inputOf } from '../case/case.ts';
import { Cases } from '../case/cases.repository.ts';
import { organisationsIn } from '../case/present.ts';
import { readerFacts } from '../case/reader.ts';
import { insert } from '../case/rows.repository.ts';
import { clarificationFacts, moveClarification, recordClarification } from './clarification.moves.ts';
import { type ClarificationJson, clarificationJson, presentClarification } from './clarification.presenter.ts';
import { ClarificationRow } from './clarification.row.ts';

/** What other organisations ask about a published request, and what they are answered. */
@Injectable()
export class ClarificationsService {
  private readonly work: UnitOfWork;
  private readonly cases: Cases;
  constructor(work: UnitOfWork, cases: Cases) {
    this.work = work;
    this.cases = cases;
  }

  ask(asker: Asker, ref: string, body: z.output<typeof ClarificationBody>): Promise<ClarificationView> {
    const { actor, at, locale } = asker;
    return this.work.run(asker, async (work) => {
      const c = await this.cases.open(work, asker, { ref });
      if (!canViewRequest(actor, c.request)) throw notFound();
      const organisationId = body.organisationId ?? actor.actingFor ?? readerFacts(actor).acts[0];
      if (!organisationId) throw new Refusal('not-permitted', 'brokering.refuse.notForThisOrganisation');
      await c.known.learn([organisationId]);
      const { clarification, happening } = askClarification(
        c.request,
        {
          id: randomUUID(),
          organisationId,
          question: written(body.language ?? locale, body.question ?? ''),
          open: body.open,
        },
        actor,
        at,
        c.known.context,
      );
      const { request: _, ...facts } = clarification;
      const row = Object.assign(new ClarificationRow(), { ...facts, version: 1, createdAt: at });
      await insert(work.tx, ClarificationRow, row);
      await recordClarification(c, row, actor, happening, { move: 'ask', from: null, to: row.state });
      return this.read(c, asker, row.id);
    });
  }

  move(asker: Asker, id: string, move: ClarificationMove, body: z.output<typeof MoveBody>): Promise<ClarificationView> {
    return this.work.run(asker, async (work) => {
      const { c, clarification } = await this.cases.openClarification(work, asker, id);
      if (!can(clarificationPolicy, asker.actor, 'view', clarificationFacts(c, clarification))) throw notFound();
      demandVersion(clarification, body.version);
      await moveClarification(c, clarification, move, inputOf(body, asker), asker.actor);
      return this.read(c, asker, id);
    });
  }

  private async read(c: Case, asker: Asker, id: string): Promise<ClarificationView> {
    const [row]: { json: ClarificationJson }[] = await c.work.tx.query(
      `select ${clarificationJson} as json from clarification q where q.id = $1`,
      [id],
    );
    if (!row) throw notFound();
    await c.known.learn([row.json.organisationId, ...organisationsIn(row.json.step)]);
    return presentClarification(row.json, c.request, { ...asker, known: c.known });
  }
}
