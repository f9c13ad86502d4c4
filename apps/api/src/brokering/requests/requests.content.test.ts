import { RequestRevisionBody } from '@baraza/contracts/brokering';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { aRequest, type Cast, cast, content, on, refusal } from '../../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../../test/harness.ts';
import { demoId } from '../../demo/ids.ts';
import { bodyFromForm } from '../../platform/pages/form-body.ts';

describe('what a request says beyond the minimum', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    for (const slug of ['rural', 'ports'])
      await house.db(
        `insert into cluster (id, slug, kind, names, description) values ($1, $2, 'forum', jsonb_build_object('en', $2::text), '{"en":"x"}')`,
        [demoId('cluster', slug), slug],
      );
  });
  afterAll(() => house.close());

  const wish = {
    regions: ['asia' as const],
    sizes: ['large' as const],
    languages: ['zh'],
    types: ['city_gov' as const],
  };
  const none = { regions: [], sizes: [], languages: [], types: [] };
  const rich = {
    ...content,
    lines: [{ text: 'Tournées partagées', quantity: '3' }],
    sdgs: [2],
    sdgTargets: ['9.3', '9.c', '17.6'],
    sectors: ['finance', 'agriculture_food'] as ('finance' | 'agriculture_food')[],
    urgency: 'soon' as const,
    readiness: 'sponsored' as const,
    resources: {
      ownCash: 'to_10k' as const,
      inKind: [{ text: 'Deux animateurs' }],
      fundingSought: true,
      triangularPartnerWanted: true,
    },
    expectedOutcomes: [{ indicator: 'Producteurs', unit: 'personnes', baseline: 0, target: 20 }],
    counterpart: {
      must: { ...none, languages: ['fr'] },
      prefer: wish,
      avoid: { ...none, types: ['private' as const] },
    },
    visibility: 'cluster' as const,
    cluster: 'rural',
  };
  const draft = (more: object = {}) => people.delegate.brokering.draftRequest({ body: { ...rich, ...more } });
  const read = (who: ApiClient, { ref }: { ref: string }) => who.brokering.request({ params: { ref } });
  const issue = async (call: Promise<unknown>) => {
    const { issues } = await refusal(call);
    return issues?.map(({ path }) => path);
  };

  it('is read as it was written, and a target brings its goal', async () => {
    expect(await draft()).toMatchObject({
      sdgs: [2, 9, 17],
      sdgTargets: ['9.3', '9.c', '17.6'],
      sectors: ['finance', 'agriculture_food'],
      urgency: 'soon',
      resources: { ownCash: 'to_10k', inKind: [{ text: { text: 'Deux animateurs' } }], fundingSought: true },
      expectedOutcomes: [{ indicator: { text: 'Producteurs' }, unit: 'personnes', baseline: 0, target: 20 }],
      counterpart: rich.counterpart,
      cluster: { slug: 'rural' },
    });
    expect(await issue(draft({ sdgTargets: ['9.9'] }))).toEqual(['body.sdgTargets.0']);
  });

  it('keeps its rows when they are sent again by their ids, and their words stay the same text', async () => {
    const before = await draft();
    const [line] = before.lines;
    const [kind] = before.resources.inKind;
    const [outcome] = before.expectedOutcomes;
    const again = {
      ...rich,
      lines: [{ id: line?.id, text: 'Tournées partagées', quantity: '4' }],
      resources: { ...rich.resources, inKind: [{ id: kind?.id, text: 'Trois animateurs' }] },
      expectedOutcomes: [{ id: outcome?.id, indicator: 'Producteurs', target: 25 }],
    };
    const after = await people.delegate.brokering.reviseRequest(on(before, again));
    expect(after.lines).toMatchObject([{ id: line?.id, quantity: '4' }]);
    expect(after.resources.inKind).toMatchObject([{ id: kind?.id, text: { text: 'Trois animateurs' } }]);
    expect(after.expectedOutcomes).toMatchObject([{ id: outcome?.id, unit: null, baseline: null, target: 25 }]);
  });

  it('refuses figures without words instead of losing them, and takes out a known row without words', async () => {
    expect(await issue(draft({ lines: [{ quantity: '3' }] }))).toEqual(['lines.0.text']);
    expect(await issue(draft({ expectedOutcomes: [{ target: 3 }] }))).toEqual(['expectedOutcomes.0.indicator']);
    const before = await draft();
    const out = { ...rich, lines: [{ id: before.lines[0]?.id, quantity: '3' }] };
    expect((await people.delegate.brokering.reviseRequest(on(before, out))).lines).toEqual([]);
  });

  it('is sent by a plain form as well as by a client', async () => {
    const before = await draft();
    const body = bodyFromForm(RequestRevisionBody, {
      version: String(before.version),
      language: 'fr',
      title: 'Autre titre',
      'lines.0.id': before.lines[0]?.id ?? '',
      'lines.0.text': 'Tournées partagées',
      'lines.0.quantity': '3',
      'lines.1.text': '',
      'lines.1.quantity': '',
      sdgTargets: '9.3',
      urgency: 'urgent',
      'resources.ownCash': '',
      'resources.inKind.0.text': 'Une salle',
      'resources.inKind.1.text': '',
      'resources.triangularPartnerWanted': 'true',
      'expectedOutcomes.0.indicator': 'Producteurs',
      'expectedOutcomes.0.unit': '',
      'expectedOutcomes.0.baseline': '',
      'expectedOutcomes.0.target': '20',
      'counterpart.must.regions': ['asia', 'africa'],
      visibility: 'cluster',
      cluster: 'ports',
      delegateId: demoId('member', 'codjo'),
    }) as z.input<typeof RequestRevisionBody>;
    await people.delegate.brokering.reviseRequest({ params: { ref: before.ref }, body });
    expect(await read(people.delegate, before)).toMatchObject({
      lines: [{ id: before.lines[0]?.id, quantity: '3' }],
      sdgs: [9],
      urgency: 'urgent',
      resources: {
        ownCash: null,
        inKind: [{ text: { text: 'Une salle' } }],
        fundingSought: false,
        triangularPartnerWanted: true,
      },
      expectedOutcomes: [{ unit: null, baseline: null, target: 20 }],
      counterpart: { must: { ...none, regions: ['asia', 'africa'] }, prefer: none, avoid: none },
      cluster: { slug: 'ports' },
      accountable: { delegate: 'codjo' },
    });
  });

  it('names who sees to it, one of the organisation, to who may rewrite it and to nobody else', async () => {
    const request = await aRequest(people, 'published', { visibility: 'public' });
    for (const who of [people.delegate, people.broker, people.otherFocal, people.member, people.visitor])
      expect((await read(who, request)).accountable).toBeNull();
    const waiting = await people.broker.brokering.askRequest(
      on(await aRequest(people, 'in_review'), { note: 'Combien ?', language: 'fr' as const }),
    );
    expect(waiting.accountable).toBeNull();
    expect((await read(people.delegate, waiting)).accountable).toEqual({ focalPoint: 'codjo', delegate: 'codjo' });
    const mine = await draft();
    expect(mine.delegates?.map(({ id }) => id).sort()).toEqual(
      ['afi', 'bio', 'bola', 'codjo'].map((slug) => demoId('member', slug)).sort(),
    );
    expect(mine.delegateId).toBe(demoId('member', 'bola'));
    expect(await issue(draft({ delegateId: demoId('member', 'chen') }))).toEqual(['delegateId']);
  });

  it('is seen to by nobody whose account is closed, or who was of the organisation for a time that is over', async () => {
    const delegateId = await house.member({ slug: 'yao', at: { benin: 'staff' } });
    const until = (day: string | null) =>
      house.db('update affiliation set valid_until = $2 where member_id = $1', [delegateId, day]);
    expect(await draft({ delegateId })).toMatchObject({ delegateId });
    house.clock.set('2026-03-16T09:00:00Z');
    await until('2026-03-15');
    expect(await issue(draft({ delegateId }))).toEqual(['delegateId']);
    await until(null);
    await house.db(`update member set state = 'closed' where id = $1`, [delegateId]);
    expect(await issue(draft({ delegateId }))).toEqual(['delegateId']);
  });

  it('is for one cluster when it says which, and its members read it and nobody else', async () => {
    expect(await issue(draft({ cluster: undefined }))).toEqual(['cluster']);
    const inside = await house.as({ slug: 'ina', clusters: [demoId('cluster', 'rural')] });
    const request = await aRequest(people, 'published', { visibility: 'cluster', cluster: 'rural' });
    expect(await read(inside, request)).toMatchObject({ ref: request.ref, cluster: { slug: 'rural' } });
    expect((await inside.brokering.requests({ query: {} })).items.map(({ ref }) => ref)).toContain(request.ref);
    expect(await refusal(read(people.member, request))).toMatchObject({ status: 404 });
    expect(
      await refusal(people.delegate.brokering.reviseRequest(on(await draft(), { ...rich, cluster: undefined }))),
    ).toMatchObject({
      issues: [{ path: 'cluster' }],
    });
  });

  it('tells the matcher whom it must have, and whom it would rather not', async () => {
    await house.db(
      `insert into source (id, title, publisher, language) values ('paper', 'Paper', 'UN', 'en') on conflict do nothing`,
    );
    for (const slug of ['zhalantun', 'kenya', 'cairo'])
      await house.db(
        `insert into organisation_fact (organisation_id, kind, position, tags, text, source_id) values ($1, 'strength', 1, '{logistics}', $2, 'paper')`,
        [
          demoId('organisation', slug),
          JSON.stringify({ sourceLocale: 'en', sourceText: 'Shared delivery', sourceHash: slug, variants: [] }),
        ],
      );
    const found = async (counterpart: object) => {
      const request = await aRequest(people, 'published', { visibility: 'public', counterpart });
      const { items } = await people.broker.matching.candidates({ params: { ref: request.ref }, query: {} });
      return items.map(({ organisation }) => organisation.slug).sort();
    };
    expect(await found({})).toEqual(['cairo', 'kenya', 'zhalantun']);
    expect(await found({ must: { regions: ['africa'] } })).toEqual(['cairo', 'kenya']);
    expect(await found({ must: { languages: ['zh'] } })).toEqual(['zhalantun']);
    expect(await found({ avoid: { languages: ['zh'] } })).toEqual(['cairo', 'kenya']);
    expect(await found({ avoid: { regions: ['africa'] } })).toEqual(['zhalantun']);
  });
});
