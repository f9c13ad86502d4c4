import { randomUUID } from 'node:crypto';
import type {
  ExpressionDraftBody,
  ExpressionRevisionBody,
  ExpressionView,
  MessageBody,
  MoveBody,
} from '@baraza/contracts/brokering';
import {
  canViewRequest,
  draftExpression,
  type ExpressionMove,
  expressionPolicy,
  liveExpressionStates,
  mayReply,
  reviseExpression,
} from '@baraza/domain/brokering';
import { can, Refusal } from '@baraza/domain/kernel';
import { edited, type LocalizedText, written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../../platform/asker.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type Case, demandVersion, inputOf, record } from '../case/case.ts';
import { Cases } from '../case/cases.repository.ts';
import { afterExpression, afterParties } from '../case/consequences.ts';
import { expressionsOf } from '../case/hanging.repository.ts';
import { writeMessage } from '../case/messages.ts';
import { insert, touch } from '../case/rows.repository.ts';
import {
  expressionFacts,
  keepExpression,
  moveExpression,
  oweExpression,
  tellExpression,
  thingOfExpression,
} from './expression.moves.ts';
import { ExpressionRow } from './expression.row.ts';
import { ExpressionsQueries } from './expressions.queries.ts';

type Draft = z.output<typeof ExpressionDraftBody>;
type Revision = z.output<typeof ExpressionRevisionBody>;

@Injectable()
export class ExpressionsService {
  private readonly work: UnitOfWork;
  private readonly cases: Cases;
  private readonly queries: ExpressionsQueries;
  constructor(work: UnitOfWork, cases: Cases, queries: ExpressionsQueries) {
    this.work = work;
    this.cases = cases;
    this.queries = queries;
  }

  draft(asker: Asker, ref: string, body: Draft, id: string = randomUUID()): Promise<ExpressionView> {
    const { actor, at } = asker;
    return this.work.run(asker, async (work) => {
      const c = await this.cases.open(work, asker, { ref });
      if (!canViewRequest(actor, c.request)) throw notFound();
      const organisationId = body.organisationId ?? actor.actingFor ?? actor.affiliations[0]?.organisationId;
      if (!organisationId) throw new Refusal('not-permitted', 'brokering.refuse.notForThisOrganisation');
      await c.known.learn([organisationId]);
      const content = contentOf(body, asker, c);
      const others = await expressionsOf(c, ['declined', 'withdrawn', 'lapsed']);
      const live = others.some(
        (other) => other.organisationId === organisationId && liveExpressionStates.some((s) => s === other.state),
      );
      const { expression, happening } = draftExpression(
        c.request,
        { id, organisationId, ...content },
        live,
        actor,
        at,
        c.known.context,
      );
      const { request: _, ...facts } = expression;
      const row = Object.assign(new ExpressionRow(), { ...facts, ...content, version: 1, createdAt: at });
      await insert(work.tx, ExpressionRow, row);
      await record(c, thingOfExpression(row), actor, organisationId, { move: 'draft', from: null, to: row.state });
      await oweExpression(c, row);
      await tellExpression(c, row, happening);
      if (body.send) await moveExpression(c, row, 'send', {}, actor);
      await afterParties(c);
      return this.queries.read(asker, id, work.tx);
    });
  }

  revise(asker: Asker, id: string, body: Revision): Promise<ExpressionView> {
    return this.inCase(asker, id, body.version, async (c, row) => {
      const content = contentOf(body, asker, c, row);
      const decision = reviseExpression(expressionFacts(c, row), content, asker.actor, c.at, c.known.context);
      const step = { move: 'revise', from: row.state, to: row.state };
      await keepExpression(c, row, asker.actor, decision, step, content);
      if (body.send) await moveExpression(c, row, 'send', {}, asker.actor);
      await afterParties(c);
    });
  }

  move(asker: Asker, id: string, move: ExpressionMove, body: z.output<typeof MoveBody>): Promise<ExpressionView> {
    return this.inCase(asker, id, body.version, async (c, row) => {
      const input = inputOf(body, asker);
      await moveExpression(c, row, move, input, asker.actor);
      if (move === 'discuss' && input.note) await writeMessage(c, asker, { expression: row }, input.note);
      await afterExpression(c, row);
      await afterParties(c);
    });
  }

  /** Reading it is said once; afterwards nothing happens, whoever says it. */
  see(asker: Asker, id: string): Promise<ExpressionView> {
    return this.inCase(asker, id, null, async (c, row) => {
      if (row.state === 'sent') await moveExpression(c, row, 'see', {}, asker.actor);
    });
  }

  reply(asker: Asker, id: string, { text, language }: z.output<typeof MessageBody>): Promise<ExpressionView> {
    return this.inCase(asker, id, null, async (c, row) => {
      if (!mayReply(asker.actor, expressionFacts(c, row)))
        throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
      await writeMessage(c, asker, { expression: row }, written(language ?? asker.locale, text));
      await touch(c.work.tx, ExpressionRow, row, { lastActivityAt: c.at });
      await oweExpression(c, row);
    });
  }

  private inCase(
    asker: Asker,
    id: string,
    version: number | null,
    change: (c: Case, row: ExpressionRow) => Promise<void>,
  ): Promise<ExpressionView> {
    return this.work.run(asker, async (work) => {
      const { c, expression } = await this.cases.openExpression(work, asker, id);
      if (!can(expressionPolicy, asker.actor, 'view', expressionFacts(c, expression))) throw notFound();
      if (version !== null) demandVersion(expression, version);
      await change(c, expression);
      return this.queries.read(asker, id, work.tx);
    });
  }
}

function contentOf(body: Draft | Revision, asker: Asker, { request }: Case, before?: ExpressionRow) {
  const language = body.language ?? before?.locale ?? asker.locale;
  const text = (words: string | undefined, known: LocalizedText | null | undefined) =>
    words ? (known ? edited(known, words, language) : written(language, words)) : null;
  const lines = request.lines.map((line) => line.id);
  return {
    locale: language,
    message: text(body.message, before?.message),
    weBring: text(body.weBring, before?.weBring),
    conditions: text(body.conditions, before?.conditions),
    earliestStart: body.earliestStart ?? null,
    languages: body.languages,
    covers: body.covers.filter((id) => lines.includes(id)),
  };
}
