import { defaultWeights } from '@baraza/domain/matching';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { aRequest, at, type Cast, cast, on, refusal } from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';
import { Matchings } from './matchings.ts';
import { SourcesQueries } from './sources.queries.ts';
import { WeightsQueries } from './weights.queries.ts';

const text = (sourceLocale: string, sourceText: string) =>
  JSON.stringify({ sourceLocale, sourceText, sourceHash: 'x', variants: [] });

let house: House;
let people: Cast;
const ids: Record<string, string> = {};

/** Something an organisation has on record. */
async function fact(slug: string, kind: 'strength' | 'challenge' | 'lesson', words: string, tags: string[] = []) {
  await house.db(
    `insert into organisation_fact (organisation_id, kind, position, tags, text, source_id)
     select $1, $2, 1 + coalesce(max(position), 0), $3, $4, 'paper' from organisation_fact where organisation_id = $1 and kind = $2`,
    [ids[slug], kind, tags, text('en', words)],
  );
}
const candidates = async (ref: string, who = people.broker, query: { organisation?: string } = {}) =>
  (await who.matching.candidates({ params: { ref }, query })).items.map(({ organisation }) => organisation.slug);

beforeAll(async () => {
  house = await openHouse();
  people = await cast(house);
  await house.db(`insert into source (id, title, publisher, language) values ('paper', 'Paper', 'UN', 'en')`);
  for (const { id, slug } of await house.db<{ id: string; slug: string }>('select id, slug from organisation'))
    ids[slug] = id;
  await fact('zhalantun', 'strength', 'Shared delivery of fresh produce from a hundred village stations.', [
    'logistics',
  ]);
  await fact('kenya', 'strength', 'A festival of street art.', ['culture']);
  await fact('cairo', 'lesson', 'Shared delivery needs one address for each street.', ['logistics']);
});
afterAll(() => house.close());

describe('candidates for a request', () => {
  it('are those who have on record what it is about, with reasons that can be looked up', async () => {
    const { ref } = await aRequest(people);
    const { items } = await people.broker.matching.candidates({ params: { ref }, query: {} });
    expect(items.map(({ organisation }) => organisation.slug)).toEqual(['zhalantun', 'cairo']);
    const [best] = items;
    expect(best?.because[0]?.key).toMatch(/^matching\.because\.(theme|concept)/);
    expect(best?.because.flatMap(({ evidence }) => evidence)).toContainEqual({
      kind: 'strength',
      label: 'Shared delivery of fresh produce from a hundred village stations.',
      locale: 'en',
      href: '/cities/zhalantun',
    });
    const points = best?.because.map((one) => one.points) ?? [];
    expect(points).toEqual([...points].sort((a, b) => b - a));
  });

  it('are told to brokers without a stake, and to nobody else', async () => {
    const { ref } = await aRequest(people);
    expect((await refusal(candidates(ref, people.partialBroker))).code).toBe('not-permitted');
    expect((await refusal(candidates(ref, people.focal))).code).toBe('not-permitted');
    const review = await aRequest(people, 'in_review');
    expect((await refusal(candidates(review.ref))).code).toBe('not-found');
    const insider = await house.as({ slug: 'zoe', roles: ['broker'], at: { zhalantun: 'expert' } });
    expect(await candidates(ref, insider)).toEqual(['cairo']);
  });

  it('say of any one organisation why it is not among them', async () => {
    const { ref } = await aRequest(people);
    const of = async (slug: string) =>
      (await people.broker.matching.candidates({ params: { ref }, query: { organisation: ids[slug] ?? '' } })).one;
    expect(await of('benin')).toMatchObject({ excluded: 'matching.excluded.own' });
    expect(await of('kenya')).toEqual({ candidate: null, excluded: null });
    expect(await of('cairo')).toMatchObject({ excluded: null, candidate: { asked: 0, waiting: 0 } });
  });

  it('are the same for the same data, asked twice or of another process', async () => {
    const { ref, id } = await aRequest(people);
    const list = await people.broker.matching.candidates({ params: { ref }, query: {} });
    expect(await people.broker.matching.candidates({ params: { ref }, query: {} })).toEqual(list);
    const fresh = new Matchings(
      house.app.get(SourcesQueries, { strict: false }),
      house.app.get(WeightsQueries, { strict: false }),
    );
    const { stock } = await fresh.ready(house.clock.now());
    const found = stock.matcher.suggest(id, { now: house.clock.now() });
    expect(found.map(({ organisationId }) => organisationId)).toEqual(list.items.map((one) => one.organisation.id));
    expect(found.map(({ score }) => Math.round(score * 100) / 100)).toEqual(list.items.map((one) => one.score));
  });

  it('follow every change of a record, as if all were read anew', async () => {
    const { ref, id } = await aRequest(people);
    await fact('kenya', 'strength', 'Shared delivery of fresh produce to city markets.', ['logistics', 'agriculture']);
    const after = await candidates(ref);
    expect(after).toContain('kenya');
    const fresh = new Matchings(
      house.app.get(SourcesQueries, { strict: false }),
      house.app.get(WeightsQueries, { strict: false }),
    );
    const ready = await fresh.ready(house.clock.now());
    const kept = await house.app.get(Matchings, { strict: false }).ready(house.clock.now());
    const asked = { now: house.clock.now(), limit: 20 };
    expect(kept.stock.matcher.suggest(id, asked)).toEqual(ready.stock.matcher.suggest(id, asked));
    await house.db(
      `delete from organisation_fact where organisation_id = $1 and text ->> 'sourceText' like 'Shared%'`,
      [ids['kenya']],
    );
    expect(await candidates(ref)).not.toContain('kenya');
  });

  it('miss no change of a transaction that began early and ended late', async () => {
    const { ref } = await aRequest(people);
    const matchings = house.app.get(Matchings, { strict: false });
    const slow = new Client({ connectionString: house.databaseUrl });
    await slow.connect();
    await slow.query('begin');
    await slow.query(
      `insert into organisation_fact (organisation_id, kind, position, tags, text, source_id)
       values ($1, 'strength', 90, '{logistics}', $2, 'paper')`,
      [ids['kenya'], text('en', 'Shared delivery of fresh produce.')],
    );
    await fact('cairo', 'lesson', 'Fresh produce keeps for a day.');
    await matchings.ready(house.clock.now());
    expect(await candidates(ref)).not.toContain('kenya');
    await slow.query('commit');
    await slow.end();
    expect(await candidates(ref)).toContain('kenya');
    await house.db('delete from organisation_fact where position = 90');
  });
});

describe('an offer', () => {
  it('speaks for who made it while it is open, and leaves with it at once (I9)', async () => {
    const need = await aRequest(people);
    const offer = { kind: 'offer', title: 'Tournées partagées de produits frais', visibility: 'brokers_only' };
    let mine = await people.rival.brokering.draftRequest({
      body: {
        ...offer,
        kind: 'offer',
        visibility: 'brokers_only',
        context: 'x',
        wantedResult: 'Livraison partagée',
        whatWeBring: 'y',
        modalities: ['training'],
        themes: ['logistics', 'agriculture'],
        window: { start: '2026-05-01', end: '2027-01-31' },
        language: 'fr',
        submit: true,
      },
    });
    mine = await people.broker.brokering.claimRequest(on(mine));
    expect(await candidates(need.ref)).not.toContain('kenya');
    mine = await people.broker.brokering.publishRequest(on(mine));
    expect(await candidates(need.ref)).toContain('kenya');
    const wanted = { version: need.version, organisationId: ids['kenya'] ?? '', listed: true };
    const suggested = await people.broker.brokering.suggestPartner({ params: { ref: need.ref }, body: wanted });
    const evidenceOf = async (who: Cast[keyof Cast]) =>
      (await who.brokering.match({ params: { id: suggested.id } })).reasons.flatMap(({ evidence }) => evidence);
    const offered = expect.objectContaining({ kind: 'request', href: `/requests/${mine.ref}` });
    expect(await evidenceOf(people.broker)).toContainEqual(offered);
    expect(await evidenceOf(people.rival)).toContainEqual(offered);
    // Nothing of an offer for brokers' eyes reaches the other side, not even in the words of a reason.
    const toRequester = await people.focal.brokering.match({ params: { id: suggested.id } });
    expect(toRequester.reasons.flatMap(({ evidence }) => evidence)).not.toContainEqual(offered);
    expect(JSON.stringify(toRequester)).not.toContain('Tournées partagées');
    const other = await aRequest(people);
    expect(await candidates(other.ref)).toContain('kenya');
    await people.rival.brokering.withdrawRequest(
      on(await people.rival.brokering.request({ params: { ref: mine.ref } })),
    );
    expect(await candidates(other.ref)).not.toContain('kenya');
  });
});

describe('a suggestion', () => {
  it('carries what it rests on, told to both sides in their own language', async () => {
    const { ref, version } = await aRequest(people);
    const body = { version, organisationId: ids['zhalantun'] ?? '', listed: true };
    const match = await people.broker.brokering.suggestPartner({ params: { ref }, body });
    expect(match).toMatchObject({ origin: 'matcher', state: 'suggested' });
    expect(match.reasons.length).toBeGreaterThan(0);
    const read = await people.otherFocal.brokering.match({ params: { id: match.id } });
    expect(read.reasons.map(({ key }) => key)).toEqual(
      match.reasons.map(({ key }) => key).filter((key) => !/balance|reliability/.test(key)),
    );
    expect(await candidates(ref)).not.toContain('zhalantun');
    await people.otherFocal.brokering.sayNoMatch(at(read));
    const next = await aRequest(people);
    expect(await candidates(next.ref)).not.toContain('zhalantun');
    const again = { version: next.version, organisationId: ids['zhalantun'] ?? '' };
    const refused = await refusal(people.broker.brokering.suggestPartner({ params: { ref: next.ref }, body: again }));
    expect(refused.detail).toMatch(/year/);
    house.clock.pass(366);
    const later = await aRequest(people, 'published', { window: { start: '2027-05-01', end: '2027-09-30' } });
    expect(await candidates(later.ref)).toContain('zhalantun');
  });

  it('waits for nobody who has five to answer', async () => {
    for (let i = 0; i < 5; i++) {
      const { ref, version } = await aRequest(people);
      const body = { version, organisationId: ids['cairo'] ?? '' };
      const match = await people.broker.brokering.suggestPartner({ params: { ref }, body });
      // The requester has five to answer as well, unless it does.
      await people.focal.brokering.sayYesMatch(at(match));
    }
    const { ref } = await aRequest(people);
    expect(await candidates(ref)).not.toContain('cairo');
    const { one } = await people.broker.matching.candidates({ params: { ref }, query: { organisation: ids['cairo'] } });
    expect(one).toMatchObject({ excluded: 'matching.excluded.busy', candidate: { asked: 0, waiting: 5 } });
  });
});

describe('rings', () => {
  it('are found among needs, and are gone with one of them', async () => {
    for (const [slug, who] of Object.entries({ north: 'nora', south: 'sami' })) {
      ids[slug] = await house.organisation(slug);
      await house.member({ slug: who, at: { [slug]: 'focal_point' } });
    }
    await fact('north', 'strength', 'Bonded warehouses at the dry port.', ['bonded-warehousing']);
    await fact('south', 'strength', 'Loans for small exporters without collateral.', ['sme-finance']);
    const need = async (who: string, title: string, themes: string[]) => {
      const focal = await house.as(who);
      return aRequest({ focal, broker: people.broker }, 'published', {
        title,
        wantedResult: title,
        context: title,
        themes,
        language: 'en',
        window: { start: '2028-05-01', end: '2028-09-30' },
      });
    };
    const credit = await need('nora', 'Loans for small exporters', ['sme-finance']);
    await need('sami', 'A bonded warehouse at the dry port', ['bonded-warehousing']);
    const rings = async (who = people.broker) =>
      (await who.matching.rings({ query: {} })).items.filter(({ kind }) => kind === 'ring');
    const [ring] = await rings();
    expect(ring?.kind === 'ring' && ring.links.map((link) => [link.need.organisation.slug, link.partner.slug])).toEqual(
      expect.arrayContaining([
        ['north', 'south'],
        ['south', 'north'],
      ]),
    );
    expect((await rings())[0]?.id).toBe(ring?.id);
    const insider = await house.as({ slug: 'ines', roles: ['broker'], at: { north: 'staff' } });
    expect(await rings(insider)).toEqual([]);
    const nora = await house.as('nora');
    await nora.brokering.withdrawRequest(on(await nora.brokering.request({ params: { ref: credit.ref } })));
    expect(await rings()).toEqual([]);
  });
});

describe('the weights', () => {
  const weights = () => ({ ...structuredClone(defaultWeights), muted: [] as string[] });
  it('are moved by a lead broker, one version after the other, and count at once', async () => {
    const { version, weights: present } = await people.broker.matching.weights();
    expect(present).toEqual(defaultWeights);
    const save = (who: Cast[keyof Cast], more: object, from = version) =>
      who.matching.saveWeights({ body: { version: from, weights: { ...weights(), ...more } } });
    expect((await refusal(save(people.broker, {}))).code).toBe('not-permitted');
    const saved = await save(people.lead, { least: 100 });
    expect(saved).toMatchObject({ version: version + 1, mayChange: true, changed: { by: 'lena' } });
    const { ref } = await aRequest(people, 'published', { window: { start: '2028-05-01', end: '2028-09-30' } });
    expect(await candidates(ref)).toEqual([]);
    expect((await refusal(save(people.lead, {}))).code).toBe('stale-version');
    await save(people.lead, {}, version + 1);
    expect(await candidates(ref)).not.toEqual([]);
  });

  it('are sound: nothing negative, and shares that leave room for the others', async () => {
    const { version } = await people.lead.matching.weights();
    const wrong = { ...weights(), balance: { ...weights().balance, shares: { ldc: 0.6, lldc: 0.3, sids: 0.2 } } };
    const problem = await refusal(people.lead.matching.saveWeights({ body: { version, weights: wrong } }));
    expect(problem).toMatchObject({ code: 'unmet-condition', issues: [{ path: 'weights.balance.shares' }] });
  });
});
