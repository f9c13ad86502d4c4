import { randomUUID } from 'node:crypto';
import type { MoveBody, RequestDraftBody, RequestRevisionBody, RequestView } from '@baraza/contracts/brokering';
import { canViewRequest, draftRequest, type NeedLine, type RequestMove, reviseRequest } from '@baraza/domain/brokering';
import { regionOf } from '@baraza/domain/cities';
import { Refusal } from '@baraza/domain/kernel';
import { edited, type LocalizedText, written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../../platform/asker.ts';
import { UnitOfWork, type Work } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type Case, demandVersion, inputOf, record, tell } from '../case/case.ts';
import { Cases } from '../case/cases.repository.ts';
import { afterRequest } from '../case/consequences.ts';
import { Organisations } from '../case/organisations.queries.ts';
import { clusterIdOf, insert, nextReference, openOffersOf } from '../case/rows.repository.ts';
import { keepRequest, moveRequest, oweRequest, thingOfRequest } from './request.moves.ts';
import { RequestRow } from './request.row.ts';
import { RequestsQueries } from './requests.queries.ts';

type Draft = z.output<typeof RequestDraftBody>;
type Revision = z.output<typeof RequestRevisionBody>;

/** Words as they are stored: those of a reviser replace the earlier ones and make their translations stale. */
const text = (
  words: string | undefined,
  language: LocalizedText['sourceLocale'],
  before: LocalizedText | null = null,
) => (words ? (before ? edited(before, words, language) : written(language, words)) : null);

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
      const content = await this.contentOf(work, body, asker);
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
        nextDueAt: null,
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
      const content = await this.contentOf(c.work, body, asker, request);
      const revision = { ...content, kind: body.kind ?? request.kind };
      const decision = reviseRequest(request, revision, asker.actor, c.at, c.known.context);
      const step = { move: 'revise', from: request.state, to: request.state };
      await keepRequest(c, asker.actor, decision, step, { ...revision, ...decision.change } as Partial<RequestRow>);
      if (body.submit && request.state === 'draft') await moveRequest(c, 'submit', {}, asker.actor);
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

  /** The words and choices of a form as they are stored. What was left out is empty from now on. */
  private async contentOf({ tx }: Work, body: Draft | Revision, asker: Asker, before?: RequestRow) {
    const language = body.language ?? before?.locale ?? asker.locale;
    const clusterId = body.cluster ? await clusterIdOf(tx, body.cluster) : null;
    if (body.cluster && !clusterId)
      throw new Refusal('unmet-condition', 'brokering.refuse.noSuchCluster', {}, 'cluster');
    const lineOf = (line: Draft['lines'][number]): NeedLine | null => {
      if (!line.text) return null;
      const known = before?.lines.find(({ id }) => id === line.id);
      return {
        id: known?.id ?? randomUUID(),
        text: text(line.text, language, known?.text) ?? written(language, line.text),
        quantity: line.quantity || null,
        state: known?.state ?? 'open',
      };
    };
    const { start = '', end = '' } = body.window ?? {};
    return {
      locale: language,
      title: text(body.title, language, before?.title),
      context: text(body.context, language, before?.context),
      wantedResult: text(body.wantedResult, language, before?.wantedResult),
      whatWeTried: text(body.whatWeTried, language, before?.whatWeTried),
      whatWeBring: text(body.whatWeBring, language, before?.whatWeBring),
      partnerSought: text(body.partnerSought, language, before?.partnerSought),
      lines: body.lines.map(lineOf).filter((line) => line !== null),
      modalities: body.modalities,
      themes: body.themes,
      sdgs: body.sdgs,
      languages: body.languages,
      readiness: body.readiness ?? null,
      counterpart: body.counterpart ?? null,
      contactPolicy: body.contactPolicy,
      window: start || end ? { start, end } : null,
      visibility: body.visibility,
      clusterId,
    };
  }
}
