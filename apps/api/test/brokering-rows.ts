import { randomUUID } from 'node:crypto';
import {
  type ClarificationFacts,
  clarificationMachine,
  expressionMachine,
  matchMachine,
  partnershipMachine,
  requestMachine,
  visibilities,
} from '@baraza/domain/brokering';
import { type Actor, type Role, visitor } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { insert } from '../src/brokering/case/rows.repository.ts';
import { ClarificationRow } from '../src/brokering/clarifications/clarification.row.ts';
import { ExpressionRow } from '../src/brokering/expressions/expression.row.ts';
import { MatchPartyRow, MatchRow, RingRequestRow } from '../src/brokering/matches/match.row.ts';
import { PartnershipPartyRow, PartnershipRow } from '../src/brokering/partnerships/partnership.row.ts';
import { RequestRow } from '../src/brokering/requests/request.row.ts';
import { type House } from './harness.ts';

const now = new Date('2026-03-20T09:00:00Z');
const seed = 20260320;
const draw = <T>(arbitrary: fc.Arbitrary<T>, count: number): T[] => fc.sample(arbitrary, { seed, numRuns: count });

/** What a row of each table must have, whatever its state. */
const life = (machine: { readonly final: readonly string[] }, state: string) => ({
  id: randomUUID(),
  version: 1,
  stateSince: now,
  lastActivityAt: now,
  createdAt: now,
  endNote: null,
  ...(machine.final.includes(state)
    ? { endReason: 'x', endedBy: 'system', endedAt: now }
    : { endReason: null, endedBy: null, endedAt: null }),
});

/** Rows of every kind and state, some hundred of each, and people of every kind: the same on every run. */
export async function someRows(house: House) {
  const organisations: string[] = [];
  for (const slug of ['a', 'b', 'c', 'd']) organisations.push(await house.organisation(slug));
  const members: string[] = [];
  for (const slug of ['m1', 'm2', 'm3']) members.push(await house.member({ slug }));
  const clusters: string[] = [];
  for (const slug of ['k1', 'k2']) {
    const id = randomUUID();
    clusters.push(id);
    await house.db(
      `insert into cluster (id, slug, kind, names, description) values ($1, $2, 'forum', '{"en":"x"}', '{"en":"x"}')`,
      [id, slug],
    );
  }
  const tx = house.app.get(DataSource).manager;
  const organisation = fc.constantFrom(...organisations);
  const aMember = fc.constantFrom(...members);
  const some = <T>(from: readonly T[]) => fc.subarray([...from], { maxLength: 2 });
  const instant = fc.constantFrom(null, now);

  const actors = draw(
    fc.record({
      id: aMember,
      roles: fc.subarray<Role>(['broker', 'lead_broker', 'me_officer', 'moderator', 'admin'], { maxLength: 2 }),
      at: fc.array(
        fc.record({
          organisationId: organisation,
          role: fc.constantFrom('focal_point', 'delegate', 'staff', 'expert' as const),
        }),
        { maxLength: 2 },
      ),
      clusterIds: some(clusters),
    }),
    60,
  ).map(
    ({ id, roles, at, clusterIds }): Actor => ({
      kind: 'member',
      id,
      roles: ['member', ...roles],
      affiliations: at as Actor['affiliations'],
      actingFor: at[0]?.organisationId ?? null,
      clusterIds,
    }),
  );
  actors.push(visitor);

  const requests = draw(
    fc.record({
      state: fc.constantFrom(...requestMachine.states),
      visibility: fc.constantFrom(...visibilities),
      organisationId: organisation,
      authorId: aMember,
      clusterId: fc.option(fc.constantFrom(...clusters)),
      counterpartIds: some(organisations),
      submittedAt: instant,
    }),
    300,
  ).map((drawn, i) =>
    Object.assign(new RequestRow(), {
      ...life(requestMachine, drawn.state),
      ...drawn,
      ref: `REQ-2020-${1000 + i}`,
      kind: 'need',
      region: 'africa',
      locale: 'en',
      lines: [],
      modalities: [],
      themes: [],
      sdgs: [],
      languages: [],
      clarifications: [],
      suggestions: 0,
      partnered: false,
      approvedBy: members[0],
      claimedBy: members[1],
      publishedAt: now,
      expiresAt: now,
      heldFrom: 'published',
      heldUntil: now,
      decline: { reason: 'duplicate', note: null, by: [], at: now.toISOString() },
    }),
  );
  await insert(tx, RequestRow, requests);
  const request = fc.constantFrom(...requests);

  const clarificationRows = draw(
    fc.record({
      state: fc.constantFrom(...clarificationMachine.states),
      request,
      organisationId: organisation,
      authorId: aMember,
      open: fc.boolean(),
    }),
    200,
  ).map((drawn) => ({
    ...life(clarificationMachine, drawn.state),
    ...drawn,
    requestId: drawn.request.id,
    question: written('en', 'How many?'),
    answer: drawn.state === 'answered' ? written('en', 'Two.') : null,
    answeredBy: drawn.state === 'answered' ? drawn.authorId : null,
  }));
  await insert(
    tx,
    ClarificationRow,
    clarificationRows.map(({ request: _, ...row }) => Object.assign(new ClarificationRow(), row)),
  );
  const clarifications: ClarificationFacts[] = clarificationRows;

  const expressionRows = draw(
    fc.record({
      state: fc.constantFrom(
        ...expressionMachine.states.filter((s) => ['declined', 'withdrawn', 'lapsed'].includes(s)),
      ),
      request,
      organisationId: organisation,
      authorId: aMember,
      sentAt: instant,
    }),
    200,
  ).map((drawn) => ({ ...life(expressionMachine, drawn.state), ...drawn }));
  await insert(
    tx,
    ExpressionRow,
    expressionRows.map(({ request: of, ...row }) =>
      Object.assign(new ExpressionRow(), { ...row, requestId: of.id, locale: 'en', languages: [], covers: [] }),
    ),
  );
  const expressions = expressionRows.map((row) => ({
    ...row,
    requestId: row.request.id,
    message: null,
    weBring: null,
    acceptedBy: null,
  }));

  const matchRows = draw(
    fc.record({
      state: fc.constantFrom(...matchMachine.states),
      request,
      other: organisation,
      also: fc.option(request),
    }),
    200,
  ).map((drawn) => ({ ...life(matchMachine, drawn.state), ...drawn }));
  const matches = matchRows.map(({ other, also, ...row }) => ({
    ...row,
    requestId: row.request.id,
    expressionId: null,
    origin: 'broker' as const,
    referredBy: null,
    explanation: null,
    alsoAnswers: also && also.id !== row.request.id ? [also] : [],
    inWords: false,
    parties: [...new Set([row.request.organisationId, other])].map((organisationId) => ({
      organisationId,
      part: 'mutual' as const,
      stance: 'interested' as const,
      until: null,
      refusal: null,
    })),
  }));
  await insert(
    tx,
    MatchRow,
    matches.map(({ request: _, parties: __, alsoAnswers: ___, inWords: ____, ...row }) =>
      Object.assign(new MatchRow(), row),
    ),
  );
  await insert(
    tx,
    MatchPartyRow,
    matches.flatMap(({ id, parties }) =>
      parties.map((party, position) => Object.assign(new MatchPartyRow(), { ...party, matchId: id, position })),
    ),
  );

  await insert(
    tx,
    RingRequestRow,
    matches.flatMap(({ id: matchId, alsoAnswers }) =>
      alsoAnswers.map(({ id: requestId }) =>
        Object.assign(new RingRequestRow(), { matchId, requestId, position: 1, heard: 'suggested' }),
      ),
    ),
  );

  const partnershipRows = draw(
    fc.record({
      state: fc.constantFrom(...partnershipMachine.states),
      match: fc.constantFrom(...matches),
      parties: fc.subarray(organisations, { minLength: 2 }),
      confidential: fc.boolean(),
      agreed: fc.boolean(),
    }),
    200,
  ).map(({ agreed, ...drawn }) => ({
    ...life(partnershipMachine, drawn.state),
    ...drawn,
    agreedAt: agreed || !['scoping', 'cancelled'].includes(drawn.state) ? now : null,
  }));
  const partnerships = partnershipRows.map(({ match, parties, ...row }) => ({
    ...row,
    matchId: match.id,
    requestId: match.requestId,
    parties: parties.map((organisationId) => ({ organisationId, role: 'mutual' as const, acceptance: null })),
    claimedBy: null,
    introducedIds: [],
    startsAt: null,
    endsOn: null,
    activeSince: null,
    checkIns: 0,
    rhythm: 'standard' as const,
    rhythmSince: null,
    resumeAt: row.state === 'suspended' ? now : null,
  }));
  const text = { sourceLocale: 'en', sourceText: 'x', sourceHash: 'x', variants: [] } as const;
  await insert(
    tx,
    PartnershipRow,
    partnerships.map(({ parties: _, ...row }, i) =>
      Object.assign(new PartnershipRow(), {
        ...row,
        ref: `PRT-2020-${1000 + i}`,
        title: text,
        plan: text,
        instrument: null,
        locale: 'en',
        themes: [],
      }),
    ),
  );
  await insert(
    tx,
    PartnershipPartyRow,
    partnerships.flatMap(({ id, parties }) =>
      parties.map(({ organisationId, role }, position) =>
        Object.assign(new PartnershipPartyRow(), { partnershipId: id, organisationId, role, position }),
      ),
    ),
  );
  return { actors, requests, clarifications, expressions, matches, partnerships };
}
