import {
  type ClarificationFacts,
  canViewRequest,
  clarificationPolicy,
  type ExpressionFacts,
  expressionPolicy,
  type MatchFacts,
  matchPolicy,
  type PartnershipFacts,
  partnershipPolicy,
} from '@baraza/domain/brokering';
import { type Actor, can } from '@baraza/domain/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { someRows } from '../../test/brokering-rows.ts';
import { type House, openHouse } from '../../test/harness.ts';
import { bind } from '../platform/database/bind.ts';
import {
  visibleClarification,
  visibleExpression,
  visibleMatch,
  visiblePartnership,
  visibleRequest,
} from './case/visible.ts';
import { RequestRow } from './requests/request.row.ts';

describe('what a reader may see', () => {
  let house: House;
  let requests: RequestRow[];
  let clarifications: ClarificationFacts[];
  let expressions: ExpressionFacts[];
  let matches: MatchFacts[];
  let partnerships: PartnershipFacts[];
  let actors: Actor[];

  beforeAll(async () => {
    house = await openHouse();
    ({ actors, requests, clarifications, expressions, matches, partnerships } = await someRows(house));
  });
  afterAll(() => house.close());

  const seenIn = async (from: string, alias: string, where: string, values: readonly unknown[]) =>
    (await house.db<{ id: string }>(`select ${alias}.id from ${from} where ${where}`, values))
      .map(({ id }) => id)
      .sort();
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();

  it('of requests is the same in SQL as in the rules', async () => {
    let seen = 0;
    for (const actor of actors) {
      const p = bind();
      const found = await seenIn('request r', 'r', visibleRequest(actor, p), p.values);
      expect(found).toEqual(ids(requests.filter((request) => canViewRequest(actor, request))));
      seen += found.length;
    }
    expect(seen).toBeGreaterThan(1000);
    expect(seen).toBeLessThan(actors.length * requests.length);
  });

  it('of questions is the same in SQL as in the rules', async () => {
    let seen = 0;
    for (const actor of actors) {
      const p = bind();
      const from = 'clarification q join request r on r.id = q.request_id';
      const found = await seenIn(from, 'q', visibleClarification(actor, p), p.values);
      expect(found).toEqual(ids(clarifications.filter((facts) => can(clarificationPolicy, actor, 'view', facts))));
      seen += found.length;
    }
    expect(seen).toBeGreaterThan(500);
    expect(seen).toBeLessThan(actors.length * clarifications.length);
  });

  it('of expressions is the same in SQL as in the rules', async () => {
    for (const actor of actors) {
      const p = bind();
      const from = 'expression e join request r on r.id = e.request_id';
      const found = await seenIn(from, 'e', visibleExpression(actor, p), p.values);
      expect(found).toEqual(ids(expressions.filter((facts) => can(expressionPolicy, actor, 'view', facts))));
    }
  });

  it('of matches is the same in SQL as in the rules', async () => {
    for (const actor of actors) {
      const p = bind();
      const found = await seenIn(
        'match m join request r on r.id = m.request_id',
        'm',
        visibleMatch(actor, p),
        p.values,
      );
      expect(found).toEqual(ids(matches.filter((facts) => can(matchPolicy, actor, 'view', facts))));
    }
  });

  it('of partnerships is the same in SQL as in the rules', async () => {
    for (const actor of actors) {
      const p = bind();
      const found = await seenIn('partnership s', 's', visiblePartnership(actor, p), p.values);
      expect(found).toEqual(ids(partnerships.filter((facts) => can(partnershipPolicy, actor, 'view', facts))));
    }
  });
});
