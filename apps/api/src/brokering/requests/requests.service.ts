import { randomUUID } from 'node:crypto';
import type { MoveBody, RequestView } from '@baraza/contracts/brokering';
import { canViewRequest, draftRequest, type RequestMove, reviseRequest } from '@baraza/domain/brokering';
import { regionOf } from '@baraza/domain/cities';
import { Refusal } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../../platform/asker.ts';
import { UnitOfWork, type Work } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type Case, demandVersion, inputOf, record, tell } from '../case/case.ts';
import { Cases } from '../case/cases.repository.ts';
import { afterRequest } from '../case/consequences.ts';
import { Organisations } from '../case/organisations.queries.ts';
import { insert, nextReference, openOffersOf } from '../case/rows.repository.ts';
import { contentOf, type Draft, type Revision } from './request.content.ts';
import { keepRequest, moveRequest, oweRequest, thingOfRequest } from './request.moves.ts';
import { RequestRow } from './request.row.ts';
import { RequestsQueries } from './requests.queries.ts';

@Injectable()
export class RequestsService {
  private readonly work: UnitOfWork;
  private readonly cases: Cases;
  private readonly queries: RequestsQueries;
  private readonly organisations: Organisations;
  constructor(work: UnitOfWork, cases: Cases, queries: RequestsQueries, organisations: Organisations) {
    this.work = work;
    this.cases = cases;
    this.queries = queries;
    this.organisations = organisations;
  }

  draft(asker: Asker, body: Draft, id: string = randomUUID()): Promise<RequestView> {
    const { actor, at } = asker;
    return this.work.run(asker, async (work) => {
      const organisationId = body.organisationId ?? actor.actingFor ?? actor.affiliations[0]?.organisationId;
      if (!organisationId) throw new Refusal('not-permitted', 'brokering.refuse.notOfThisOrganisation');
      const { addressedTo } = body;
      const known = await this.organisations.know([organisationId, addressedTo], work.tx);
      if (addressedTo && !known.has(addressedTo)) throw notFound();
      const content = await contentOf(work.tx, body, organisationId, asker);
      // The counter's row is held from here on: of two offers drafted at once, the second counts the first.
      const ref = await nextReference(work.tx, 'REQ', at);
      const offerTo = addressedTo
        ? { organisationId: addressedTo, open: await openOffersOf(work.tx, organisationId) }
        : null;
      const { request: facts, happening } = draftRequest(
        { id, kind: body.kind, organisationId, offerTo, ...content },
        actor,
        at,
        known.context,
      );
      const row = Object.assign(new RequestRow(), {
        ...facts,
        ...content,
        version: 1,
        createdAt: at,
        ref,
        region: regionOf(known.countryOf(organisationId)),
        origin: body.from ?? null,
      });
      await insert(work.tx, RequestRow, row);
      const c: Case = { work, actor, at, request: row, known };
      await record(c, thingOfRequest(row), actor, organisationId, { move: 'draft', from: null, to: row.state });
      await oweRequest(c);
      await tell(c, thingOfRequest(row), happening);
      if (body.submit) await moveRequest(c, 'submit', {}, actor);
      return this.queries.read(asker, row.ref, work.tx);
    });
  }

  revise(asker: Asker, ref: string, body: Revision): Promise<RequestView> {
    return this.inCase(asker, ref, body.version, async (c) => {
      const { request } = c;
      const content = await contentOf(c.work.tx, body, request.organisationId, asker, request);
      const revision = { ...content, kind: body.kind ?? request.kind };
      const decision = reviseRequest(request, revision, asker.actor, c.at, c.known.context);
      const step = { move: 'revise', from: request.state, to: request.state };
      await keepRequest(c, asker.actor, decision, step, { ...revision, ...decision.change } as Partial<RequestRow>);
      if (body.submit) await moveRequest(c, 'submit', {}, asker.actor);
    });
  }

  move(asker: Asker, ref: string, move: RequestMove, body: z.output<typeof MoveBody>): Promise<RequestView> {
    return this.inCase(asker, ref, body.version, async (c) => {
      await moveRequest(c, move, inputOf(body, asker), asker.actor);
      await afterRequest(c, move);
    });
  }

  /** Whoever loses the race for a case is told that, and not merely that something changed. */
  claim(asker: Asker, ref: string, body: z.output<typeof MoveBody>): Promise<RequestView> {
    return this.work.run(asker, async (work) => {
      const c = await this.open(work, asker, ref);
      const { claimedBy, state } = c.request;
      const another = claimedBy !== null && claimedBy !== asker.actor.id && state === 'in_review';
      if (another) throw new Refusal('already-done', 'brokering.refuse.claimedByAnother');
      demandVersion(c.request, body.version);
      await moveRequest(c, 'claim', {}, asker.actor);
      return this.queries.read(asker, ref, work.tx);
    });
  }

  private inCase(asker: Asker, ref: string, version: number, change: (c: Case) => Promise<void>): Promise<RequestView> {
    return this.work.run(asker, async (work) => {
      const c = await this.open(work, asker, ref);
      demandVersion(c.request, version);
      await change(c);
      return this.queries.read(asker, ref, work.tx);
    });
  }

  private async open(work: Work, asker: Asker, ref: string): Promise<Case> {
    const c = await this.cases.open(work, asker, { ref });
    if (!canViewRequest(asker.actor, c.request)) throw notFound();
    return c;
  }
}
