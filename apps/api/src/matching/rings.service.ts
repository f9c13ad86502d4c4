import type { Because, Matched, RingItem, RingsPage } from '@baraza/contracts/matching';
import { belongsTo } from '@baraza/domain/kernel';
import { readIn } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { decodeCursor, pageFrom } from '../platform/database/cursor.ts';
import { Reasons } from './reasons.ts';
import { RecordsQueries } from './records.queries.ts';
import { type AskedRequest, RequestsAsked } from './requests-asked.queries.ts';
import { type Found, organisationsIn, Rings, suggestionsIn } from './rings.ts';

/** What stands below each link of a ring. */
const reasonsShown = 3;

/** Rings and triangles for a broker who has no stake in them. */
@Injectable()
export class RingsService {
  private readonly rings: Rings;
  private readonly asked: RequestsAsked;
  private readonly records: RecordsQueries;
  private readonly reasons: Reasons;
  constructor(rings: Rings, asked: RequestsAsked, records: RecordsQueries, reasons: Reasons) {
    this.rings = rings;
    this.asked = asked;
    this.records = records;
    this.reasons = reasons;
  }

  async page(asker: Asker, limit: number, cursor: string | undefined): Promise<RingsPage> {
    const { at, found } = await this.rings.open(asker.at);
    const requests = await this.asked.byIds(found.flatMap((one) => suggestionsIn(one).map((s) => s.requestId)));
    const impartial = found.filter((one) =>
      [...organisationsIn(one), ...partiesIn(one, requests)].every((id) => !belongsTo(asker.actor, id)),
    );
    // By its place and not by who stood there: the one a page ended with may be gone by now.
    const [score, id = ''] = decodeCursor(cursor, 2) ?? [];
    const rest = impartial.filter(
      (one) => score === undefined || one.score < Number(score) || (one.score === Number(score) && one.id > id),
    );
    const page = pageFrom(rest.slice(0, limit + 1), limit, (one) => [one.score, one.id]);
    return { items: await this.present(asker, page.items, requests), next: page.next, at: at?.toISOString() ?? null };
  }

  private async present(
    asker: Asker,
    page: readonly Found[],
    requests: ReadonlyMap<string, AskedRequest>,
  ): Promise<RingItem[]> {
    const { locale } = asker;
    const organisations = await this.records.organisations(
      page.flatMap((one) => [...organisationsIn(one), ...partiesIn(one, requests)]),
      locale,
    );
    const suggestions = page.flatMap(suggestionsIn);
    const spoken = await this.reasons.of(
      suggestions.map(({ clauses }) => clauses.slice(0, reasonsShown)),
      asker,
      'desk',
    );
    const becauseOf = new Map(suggestions.map((suggestion, i) => [suggestion, spoken[i] ?? []]));
    const matched = (id: string): Matched => organisations.get(id) ?? { id, slug: id, name: id, country: null };
    const needOf = (requestId: string) => {
      const request = requests.get(requestId);
      return {
        ref: request?.ref ?? '',
        title: request?.title ? { ...readIn(request.title, locale) } : null,
        organisation: matched(request?.organisationId ?? ''),
      };
    };
    const items: RingItem[] = [];
    for (const one of page) {
      const { id, score: exact } = one;
      const score = Math.round(exact * 100) / 100;
      if (one.kind === 'ring') {
        const links = one.ring.links.map(({ to, suggestion }) => ({
          need: needOf(suggestion.requestId),
          partner: matched(to),
          because: becauseOf.get(suggestion) ?? [],
        }));
        items.push({ kind: 'ring', id, score, links });
      } else {
        const { requestId, knowledgeId, funderId, suggestion, clauses } = one.triangle;
        const support: Because[] = await this.reasons.spoken(clauses, asker);
        const because = becauseOf.get(suggestion) ?? [];
        const [partner, funder] = [matched(knowledgeId), matched(funderId)];
        items.push({ kind: 'triangle', id, score, need: needOf(requestId), partner, because, funder, support });
      }
    }
    return items;
  }
}

/** Who made the requests, and who is in talks about them. */
const partiesIn = (found: Found, requests: ReadonlyMap<string, AskedRequest>): string[] =>
  suggestionsIn(found).flatMap(({ requestId }) => {
    const request = requests.get(requestId);
    return request ? [request.organisationId, ...request.counterpartIds] : [];
  });
