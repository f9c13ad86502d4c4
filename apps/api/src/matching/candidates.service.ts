import type { Candidate, Candidates, CandidatesFilter } from '@baraza/contracts/matching';
import { isAnswerable, refuseUnlessMaySuggest } from '@baraza/domain/brokering';
import { exclusionKey, type Suggestion } from '@baraza/domain/matching';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../platform/asker.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { Matchings } from './matchings.ts';
import { Reasons } from './reasons.ts';
import { RecordsQueries } from './records.queries.ts';
import { RequestsAsked } from './requests-asked.queries.ts';
import type { Stock } from './stock.ts';
import { WeightsQueries } from './weights.queries.ts';

/** Whom the matcher finds for one request. */
@Injectable()
export class CandidatesService {
  private readonly asked: RequestsAsked;
  private readonly matchings: Matchings;
  private readonly reasons: Reasons;
  private readonly records: RecordsQueries;
  private readonly weights: WeightsQueries;
  constructor(
    asked: RequestsAsked,
    matchings: Matchings,
    reasons: Reasons,
    records: RecordsQueries,
    weights: WeightsQueries,
  ) {
    this.asked = asked;
    this.matchings = matchings;
    this.reasons = reasons;
    this.records = records;
    this.weights = weights;
  }

  async of(asker: Asker, ref: string, filter: z.output<typeof CandidatesFilter>): Promise<Candidates> {
    const { actor, at: now } = asker;
    const request = await this.asked.byRef(ref);
    // Before it is published the matcher holds nothing of it, and whoever may not read it then is told nothing either.
    if (!request || !isAnswerable(request)) throw notFound();
    refuseUnlessMaySuggest(request, actor);
    const { weights } = await this.weights.current();
    const { stock } = await this.matchings.ready(now);
    const { matcher } = stock;
    const { id, organisationId: own } = request;
    const found = matcher
      .suggest(id, { now, weights, limit: filter.limit })
      .filter(({ organisationId }) => !actor.affiliations.some((a) => a.organisationId === organisationId));
    const { organisation: wanted } = filter;
    const excluded = wanted ? matcher.exclusionOf(id, wanted, now) : null;
    const one = wanted ? matcher.explain(id, wanted, { now, weights }) : null;
    const all = await this.present(asker, stock, own, one ? [...found, one] : found);
    return {
      items: all.slice(0, found.length),
      one: wanted ? { candidate: all[found.length] ?? null, excluded: excluded && exclusionKey(excluded) } : null,
    };
  }

  private async present(asker: Asker, stock: Stock, own: string, found: readonly Suggestion[]): Promise<Candidate[]> {
    const reasons = await this.reasons.of(
      found.map(({ clauses }) => clauses),
      asker,
      'desk',
    );
    const organisations = await this.records.organisations(
      found.map(({ organisationId }) => organisationId),
      asker.locale,
    );
    return found.flatMap(({ organisationId, score }, i) => {
      const organisation = organisations.get(organisationId);
      const holder = stock.holder(organisationId);
      if (!organisation || !holder) return [];
      const { asked, answered, introductions } = holder.history;
      const met = introductions.filter((one) => one.organisationId === own).at(-1);
      return {
        organisation,
        score: Math.round(score * 100) / 100,
        because: reasons[i] ?? [],
        metBefore: met ? { at: met.at.toISOString(), agreed: met.agreed } : null,
        asked,
        answered,
        waiting: holder.openSuggestions,
      };
    });
  }
}
