import { randomUUID } from 'node:crypto';
import type { MatchView, MoveBody, Referral, ReferralBody, SuggestionBody } from '@baraza/contracts/brokering';
import { canViewRequest, matchPolicy, refer, sendReferral, suggest } from '@baraza/domain/brokering';
import { can } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Matchings } from '../../matching/index.ts';
import type { Asker } from '../../platform/asker.ts';
import { UnitOfWork, type Work } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type Case, demandVersion } from '../case/case.ts';
import { Cases } from '../case/cases.repository.ts';
import { afterParties } from '../case/consequences.ts';
import { reading } from '../case/present.ts';
import { standingOf, store, touch, waitingReferralsOf } from '../case/rows.repository.ts';
import { oweRequest } from '../requests/request.moves.ts';
import { RequestRow } from '../requests/request.row.ts';
import { beginMatch, keepMatch, matchFacts } from './match.moves.ts';
import { MatchRow } from './match.row.ts';
import { MatchesQueries } from './matches.queries.ts';

/** How a partner comes to be suggested: by a broker, from the matcher's list, or on a member's hint. */
@Injectable()
export class SuggestionsService {
  private readonly work: UnitOfWork;
  private readonly cases: Cases;
  private readonly queries: MatchesQueries;
  private readonly matchings: Matchings;
  constructor(work: UnitOfWork, cases: Cases, queries: MatchesQueries, matchings: Matchings) {
    this.work = work;
    this.cases = cases;
    this.queries = queries;
    this.matchings = matchings;
  }

  async suggest(asker: Asker, ref: string, body: z.output<typeof SuggestionBody>): Promise<MatchView> {
    const { actor, at, locale } = asker;
    const { organisationId, because, language = locale, listed } = body;
    const why = await this.why(ref, organisationId, at);
    return this.work.run(asker, async (work) => {
      const c = await this.open(work, asker, ref);
      demandVersion(c.request, body.version);
      await c.known.learn([organisationId]);
      if (!c.known.has(organisationId)) throw notFound();
      const standing = await standingOf(work.tx, organisationId, c.request.organisationId);
      const id = randomUUID();
      const wanted = { id, organisationId, standing, origin: listed && why ? 'matcher' : 'broker' } as const;
      const { requestChange, ...begun } = suggest(c.request, wanted, actor, at, c.known.context);
      await store(work.tx, RequestRow, c.request, requestChange);
      await oweRequest(c);
      await beginMatch(c, begun, { because: because ? written(language, because) : null, explanation: why });
      await afterParties(c);
      return this.queries.read(asker, id, work.tx);
    });
  }

  refer(asker: Asker, ref: string, body: z.output<typeof ReferralBody>): Promise<Referral> {
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
    return this.work.run(asker, async (work) => {
      const { c, match } = await this.cases.openMatch(work, asker, id);
      const facts = matchFacts(c, match);
      if (!can(matchPolicy, actor, 'view', facts)) throw notFound();
      demandVersion(match.row, version);
      const other = match.parties[1]?.organisationId ?? '';
      const standing = await standingOf(work.tx, other, c.request.organisationId);
      const { requestChange, ...decision } = sendReferral(facts, standing, actor, at, c.known.context);
      await store(work.tx, RequestRow, c.request, requestChange);
      await oweRequest(c);
      await keepMatch(c, match, actor, decision, { move: 'send', from: 'referred', to: 'suggested' });
      await touch(work.tx, MatchRow, match.row, { explanation: why });
      await afterParties(c);
      return this.queries.read(asker, id, work.tx);
    });
  }

  /** Asked before the case is locked: the matcher reads what is committed. */
  private async why(ref: string, organisationId: string, at: Date) {
    const requestId = await this.queries.requestIdOf(ref);
    return requestId ? this.matchings.explain(requestId, organisationId, at) : null;
  }

  private async open(work: Work, asker: Asker, ref: string): Promise<Case> {
    const c = await this.cases.open(work, asker, { ref });
    if (!canViewRequest(asker.actor, c.request)) throw notFound();
    return c;
  }
}
