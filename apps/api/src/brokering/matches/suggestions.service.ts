import { randomUUID } from 'node:crypto';
import type {
  MatchView,
  MoveBody,
  Referral,
  ReferralBody,
  RequestView,
  RingSuggestionBody,
  SuggestionBody,
  SuggestionsBody,
} from '@baraza/contracts/brokering';
import {
  canViewRequest,
  matchPolicy,
  refer,
  type Suggested,
  sendReferral,
  suggest,
  suggestRing,
} from '@baraza/domain/brokering';
import { can, Refusal } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type Circle, Circles, Matchings } from '../../matching/index.ts';
import type { Asker } from '../../platform/asker.ts';
import { UnitOfWork, type Work } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type Case, demandVersion } from '../case/case.ts';
import { Cases, type MatchFile } from '../case/cases.repository.ts';
import { afterParties } from '../case/consequences.ts';
import { areInRings } from '../case/hanging.repository.ts';
import { reading } from '../case/present.ts';
import { oneAtATime, standingAmong, store, touch, waitingReferralsOf } from '../case/rows.repository.ts';
import { oweRequest } from '../requests/request.moves.ts';
import { RequestRow } from '../requests/request.row.ts';
import { RequestsQueries } from '../requests/requests.queries.ts';
import { beginMatch, keepMatch, matchFacts } from './match.moves.ts';
import { MatchRow } from './match.row.ts';
import { demandMatchVersion } from './match.version.ts';
import { MatchReasons } from './match-reasons.queries.ts';
import { MatchesQueries } from './matches.queries.ts';
import type { Chosen } from './named.queries.ts';

type Suggestion = Omit<Chosen<z.output<typeof SuggestionBody>>, 'alongside'> & {
  readonly alongside: readonly Chosen<z.output<typeof SuggestionBody>['alongside'][number]>[];
};

/** How a partner comes to be suggested: by a broker, from the matcher's list, or on a member's hint. */
@Injectable()
export class SuggestionsService {
  private readonly work: UnitOfWork;
  private readonly cases: Cases;
  private readonly queries: MatchesQueries;
  private readonly requests: RequestsQueries;
  private readonly matchings: Matchings;
  private readonly circles: Circles;
  private readonly reasons: MatchReasons;
  constructor(
    work: UnitOfWork,
    cases: Cases,
    queries: MatchesQueries,
    requests: RequestsQueries,
    matchings: Matchings,
    circles: Circles,
    reasons: MatchReasons,
  ) {
    this.reasons = reasons;
    this.work = work;
    this.cases = cases;
    this.queries = queries;
    this.requests = requests;
    this.matchings = matchings;
    this.circles = circles;
  }

  async suggest(asker: Asker, ref: string, body: Suggestion): Promise<MatchView> {
    const { at, locale } = asker;
    const { organisationId, because, language = locale, listed, alongside } = body;
    const asked = [organisationId, ...alongside.map((one) => one.organisationId)];
    const explanation = await this.why(await this.queries.requestIdOf(ref), organisationId, at);
    const reasons = await this.reasons.spoken(asker, explanation, asked);
    return this.work.run(asker, async (work) => {
      const c = await this.open(work, asker, ref);
      demandVersion(c.request, body.version);
      const origin = listed && explanation ? 'matcher' : 'broker';
      const said = { because: because ? written(language, because) : null, explanation };
      await oneAtATime(work.tx, [c.request.organisationId, ...asked]);
      const { row } = await this.put(c, { organisationId, origin, companions: alongside }, said, asker);
      await oweRequest(c);
      await afterParties(c);
      return this.queries.read(asker, row.id, { tx: work.tx, reasons });
    });
  }

  /** The first of the matcher's list, in one wish: each goes through the rules that one alone does, and all do or none. */
  async suggestListed(asker: Asker, ref: string, body: z.output<typeof SuggestionsBody>): Promise<RequestView> {
    const ids = [...new Set(body.organisationIds)];
    const { because, language = asker.locale } = body;
    const said = because ? written(language, because) : null;
    const explanations = new Map<string, Awaited<ReturnType<typeof this.why>>>();
    const requestId = await this.queries.requestIdOf(ref);
    for (const id of ids) explanations.set(id, await this.why(requestId, id, asker.at));
    return this.work.run(asker, async (work) => {
      const c = await this.open(work, asker, ref);
      demandVersion(c.request, body.version);
      await c.known.learn(ids);
      await oneAtATime(work.tx, [c.request.organisationId, ...ids]);
      for (const organisationId of ids) {
        const explanation = explanations.get(organisationId) ?? null;
        const origin = explanation ? 'matcher' : 'broker';
        await this.put(c, { organisationId, origin, companions: [] }, { because: said, explanation }, asker);
      }
      await oweRequest(c);
      await afterParties(c);
      return this.requests.read(asker, ref, work.tx);
    });
  }

  /**
   * Whoever is asked is told why, by the matcher or by the broker. What the request owes then is for the caller to wind:
   * once, however many are put to it.
   */
  private async put(
    c: Case,
    partner: Pick<Suggested, 'organisationId' | 'origin'> & {
      readonly companions: NonNullable<Suggested['companions']>;
    },
    said: NonNullable<Parameters<typeof beginMatch>[2]>,
    { locale }: Asker,
  ): Promise<MatchFile> {
    const { request, known, work, actor, at } = c;
    const asked = [partner.organisationId, ...partner.companions.map((one) => one.organisationId)];
    await known.learn(asked);
    if (!asked.every((one) => known.has(one))) throw notFound();
    const standing = await standingAmong(work.tx, [request.organisationId, ...asked]);
    const wanted = { id: randomUUID(), ...partner, standing };
    const { requestChange, ...begun } = suggest(request, wanted, actor, at, known.context);
    if (!said.because && !said.explanation) {
      const { name } = known.ref(partner.organisationId, locale);
      throw new Refusal('unmet-condition', 'brokering.refuse.noReason', { name }, 'because');
    }
    await store(work.tx, RequestRow, request, requestChange);
    return beginMatch(c, begun, said);
  }

  /** A ring or a triangle of the matcher's list: a wish that is as old as the list is looked at as things stand now. */
  async suggestRing(asker: Asker, ringId: string, body: z.output<typeof RingSuggestionBody>): Promise<MatchView> {
    const { at, locale } = asker;
    const { because, language = locale } = body;
    const circle = await this.circles.find(ringId, at);
    if (!circle) {
      // Sent again, it is on the list no more because this very wish has put it to them.
      await this.work.recall(asker);
      throw new Refusal('unmet-condition', 'brokering.refuse.circleBroken');
    }
    const { explanation } = circle;
    const reasons = await this.reasons.spoken(asker, explanation, []);
    return this.work.run(asker, async (work) => {
      const [c, ...others] = await this.cases.openAll(work, asker, circle.requestIds);
      if (!c) throw notFound();
      const id = randomUUID();
      const { requestChanges, ...begun } = await this.decide(c, others, asker, id, circle);
      for (const [i, one] of [c, ...others].entries()) {
        await store(work.tx, RequestRow, one.request, requestChanges[i] ?? {});
        await oweRequest(one);
      }
      await beginMatch(c, begun, { because: because ? written(language, because) : null, explanation });
      for (const one of [c, ...others]) await afterParties(one);
      return this.queries.read(asker, id, { tx: work.tx, reasons });
    });
  }

  private async decide(c: Case, cases: readonly Case[], { actor, at }: Asker, id: string, circle: Circle) {
    const { request, known, work } = c;
    const others = cases.map((one) => one.request);
    const ids =
      circle.kind === 'triangle'
        ? [request.organisationId, circle.knowledgeId, circle.funderId]
        : [request.organisationId, ...others.map((one) => one.organisationId)];
    await known.learn(ids);
    await oneAtATime(work.tx, ids);
    const standing = await standingAmong(work.tx, ids);
    if (circle.kind === 'ring') {
      const taken = await areInRings(work.tx, circle.requestIds);
      return suggestRing(request, { id, others, standing, taken }, actor, at, known.context);
    }
    const { knowledgeId: organisationId, funderId } = circle;
    const companions = [{ organisationId: funderId, part: 'triangular_funder' }] as const;
    const wanted = { id, organisationId, origin: 'matcher', standing, companions } as const;
    const { requestChange, ...begun } = suggest(request, wanted, actor, at, known.context);
    return { ...begun, requestChanges: [requestChange] };
  }

  refer(asker: Asker, ref: string, body: Chosen<z.output<typeof ReferralBody>>): Promise<Referral> {
    const { actor, at, locale } = asker;
    const { organisationId, because, language = locale } = body;
    return this.work.run(asker, async (work) => {
      const c = await this.open(work, asker, ref);
      await c.known.learn([organisationId]);
      if (!c.known.has(organisationId)) throw notFound();
      const waiting = await waitingReferralsOf(work.tx, actor.id);
      const hint = { id: randomUUID(), organisationId, waiting };
      const begun = refer(c.request, hint, actor, at, c.known.context);
      await beginMatch(c, begun, { because: written(language, because), explanation: null });
      const { title } = c.request;
      return {
        organisation: c.known.ref(organisationId, locale),
        request: { ref, title: reading(title, locale) },
      };
    });
  }

  /** A member's hint becomes a suggestion: what the matcher has to say for it goes with it. */
  async send(asker: Asker, id: string, { version }: z.output<typeof MoveBody>): Promise<MatchView> {
    const { actor, at } = asker;
    const about = await this.queries.pairOf(id);
    const why = about ? await this.matchings.explain(about.requestId, about.organisationId, at) : null;
    const reasons = await this.reasons.spoken(asker, why, about ? [about.organisationId] : []);
    return this.work.run(asker, async (work) => {
      const { c, match } = await this.cases.openMatch(work, asker, id);
      const facts = matchFacts(c, match);
      if (!can(matchPolicy, actor, 'view', facts)) throw notFound();
      demandMatchVersion(c, match, version);
      const other = match.parties[1]?.organisationId ?? '';
      await oneAtATime(work.tx, [other, c.request.organisationId]);
      const standing = await standingAmong(work.tx, [other, c.request.organisationId]);
      const { requestChange, ...decision } = sendReferral(facts, standing, actor, at, c.known.context);
      await store(work.tx, RequestRow, c.request, requestChange);
      await oweRequest(c);
      await keepMatch(c, match, actor, decision, { move: 'send', from: 'referred', to: 'suggested' });
      await touch(work.tx, MatchRow, match.row, { explanation: why });
      await afterParties(c);
      return this.queries.read(asker, id, { tx: work.tx, reasons });
    });
  }

  /** Asked before the case is locked: the matcher reads what is committed. */
  private async why(requestId: string | null, organisationId: string, at: Date) {
    return requestId ? this.matchings.explain(requestId, organisationId, at) : null;
  }

  private async open(work: Work, asker: Asker, ref: string): Promise<Case> {
    const c = await this.cases.open(work, asker, { ref });
    if (!canViewRequest(asker.actor, c.request)) throw notFound();
    return c;
  }
}
