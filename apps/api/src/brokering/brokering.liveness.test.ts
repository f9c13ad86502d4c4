import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { holds, strikeEarly } from '../../test/brokering/early.ts';
import {
  anActive,
  aRequest,
  at,
  type Cast,
  cast,
  content,
  express,
  introduced,
  on,
  passDays,
  proposal,
} from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

const meeting = {
  topic: 'Première leçon',
  slots: ['2026-03-25T09:00', '2026-03-26T09:00', '2026-03-27T09:00'],
  timeZone: 'Africa/Porto-Novo',
  delegate: 'Bola',
  language: 'fr' as const,
};
const outcome = {
  indicator: 'Tournées communes',
  level: 'output' as const,
  unit: 'tournées',
  actual: { value: 4, date: '2026-03-16', evidence: 'Feuilles de route' },
  language: 'fr' as const,
};

describe('everything open owes one step and has one deadline (I1)', () => {
  let house: House;
  let people: Cast;
  let admin: ApiClient;
  const refs = { open: '', hinted: '', introduced: '', scoping: '', active: '', onesided: '' };
  const ids = { expression: '', match: '', hint: '' };
  beforeAll(async () => {
    house = await openHouse();
    house.clock.set('2026-03-16T09:00:00Z');
    people = await cast(house);
    admin = await house.as({ slug: 'keeper', roles: ['admin'] });
    await manyThings();
  });
  afterAll(() => house.close());

  const seen = (ref: string) => people.lead.brokering.request({ params: { ref } });
  const held = async () => (await people.lead.brokering.desk({ query: { view: 'all', limit: 100 } })).items;

  /** One of everything that hangs on a request or on what became of it, and requests in many states. */
  const manyThings = async () => {
    const { broker, otherBroker, delegate, focal, otherDelegate, rival, member } = people;
    await focal.brokering.draftRequest({ body: { title: 'Brouillon', language: 'fr' } });
    await delegate.brokering.draftRequest({ body: { ...content, submit: true } });
    await aRequest(people, 'submitted');
    await broker.brokering.askRequest(on(await aRequest(people, 'in_review'), { note: 'Who pays?' }));
    const proposed = await aRequest(people, 'in_review');
    await broker.brokering.declineRequest(on(proposed, { reason: 'incomplete', note: 'Say who pays.' }));
    await otherBroker.brokering.claimRequest(on(await aRequest(people, 'submitted')));
    const open = await aRequest(people);
    refs.open = open.ref;
    const question = { question: 'Which market?', open: true };
    await rival.brokering.askClarification({ params: { ref: open.ref }, body: question });
    await rival.brokering.draftExpression({ params: { ref: open.ref }, body: { message: 'Draft', language: 'en' } });
    const sent = await express(otherDelegate, open);
    ids.expression = sent.id;
    await delegate.brokering.discussExpression(at(sent, { note: 'Combien ?' }));
    const cairo = await house.organisation('cairo');
    const { version } = await seen(open.ref);
    await broker.brokering.suggestPartner({
      params: { ref: open.ref },
      body: { version, organisationId: cairo, because: 'They have done it.' },
    });
    const zhalantun = await house.organisation('zhalantun');
    refs.hinted = (await aRequest(people)).ref;
    await member.brokering.referPartner({
      params: { ref: refs.hinted },
      body: { organisationId: zhalantun, because: 'They run village stations.' },
    });
    ids.hint = (await seen(refs.hinted)).matches[0]?.id ?? '';
    await aRequest(people, 'published', { kind: 'offer', addressedTo: zhalantun, visibility: 'brokers_only' });
    const match = await introduced(people, await aRequest(people));
    ids.match = match.id;
    refs.introduced = match.request.ref;
    await delegate.brokering.meetForMatch({ params: { id: match.id }, body: meeting });
    const taken = await delegate.brokering.meetForMatch({ params: { id: match.id }, body: meeting });
    await otherDelegate.brokering.acceptMeeting(at(taken, { slot: taken.slots[0] as string, delegate: '陈' }));
    const words = await introduced(people, await aRequest(people));
    refs.scoping = (await delegate.brokering.proposePartnership(proposal(words))).ref;
    refs.active = (await anActive(people)).ref;
    await delegate.brokering.claimOutcome({ params: { ref: refs.active }, body: outcome });
    refs.onesided = (await anActive(people)).ref;
  };
  /** The one party that says how it goes; the other's silence comes before the broker. */
  const oneAnswers = async () => {
    const { otherDelegate } = people;
    const { checkIns } = await otherDelegate.brokering.partnership({ params: { ref: refs.onesided } });
    const asked = checkIns.find(({ answerAs }) => answerAs !== null);
    if (asked) await otherDelegate.brokering.answerCheckIn({ params: { id: asked.id }, body: { going: 'yes' } });
  };

  it('when deadlines and reminders strike before their time: nothing happens, and they are armed anew', async () => {
    await holds(house);
    await strikeEarly(house);
  });

  it('by who is focal point at present', async () => {
    for (const [slug, before] of [
      ['benin', 'codjo'],
      ['zhalantun', 'dai'],
    ] as const) {
      const [own] = await house.db<{ id: string; version: number }>(
        `select a.id, a.version from affiliation a join member m on m.id = a.member_id where m.name = $1`,
        [before],
      );
      const { id = '', version = 0 } = own ?? {};
      await admin.members.moveAffiliation({ params: { id }, body: { version, move: 'revoke' } });
      await house.deliver();
      await strikeEarly(house);
      const next = await house.as({ slug: `after ${before}` });
      const organisationId = await house.organisation(slug);
      const asked = await next.members.requestAffiliation({ body: { organisationId, role: 'focal_point' } });
      await admin.members.moveAffiliation({
        params: { id: asked.id },
        body: { version: asked.version, move: 'verify' },
      });
      await house.deliver();
      await strikeEarly(house);
    }
  }, 60_000);

  it('by what people did last: who writes, meets or is suggested has moved the clocks on', async () => {
    const { broker, otherDelegate, delegate, lead } = people;
    const each: (() => Promise<unknown>)[] = [
      () => otherDelegate.brokering.replyExpression({ params: { id: ids.expression }, body: { text: '两百' } }),
      () => delegate.brokering.writeMessage({ params: { id: ids.match }, body: { text: 'Bonjour' } }),
      () => delegate.brokering.meetForPartnership({ params: { ref: refs.active }, body: meeting }),
      async () => broker.brokering.sendMatch(at(await lead.brokering.match({ params: { id: ids.hint } }))),
      () =>
        broker.brokering.raiseFlag({
          params: { ref: refs.open },
          body: { level: 'risk', category: 'other', note: 'x' },
        }),
    ];
    for (const does of each) {
      await passDays(house, 1);
      await does();
      await strikeEarly(house);
    }
  });

  it('by whether the request stands still', async () => {
    for (const ref of [refs.open, refs.introduced]) {
      await people.lead.brokering.holdRequest(on(await seen(ref), { reason: 'timing', until: '2026-04-20' }));
      await passDays(house, 1);
      await strikeEarly(house);
      await people.lead.brokering.resumeRequest(on(await seen(ref)));
      await strikeEarly(house);
    }
  });

  it('while hardly anybody answers anything for seven months, whosever the cases are', async () => {
    const { lead } = people;
    const brokers = [await house.member({ slug: 'uma' }), await house.member({ slug: 'vera' })];
    for (let week = 1; week <= 30; week++) {
      await passDays(house, 7);
      await oneAnswers();
      await holds(house);
      if (week > 12 && week % 4 > 0) continue;
      for (const { ref, broker } of await held()) {
        const to = broker && brokers[broker.name === 'uma' ? 1 : 0];
        if (to) await lead.brokering.handOver(on(await seen(ref), { to }));
      }
      await strikeEarly(house);
    }
  }, 180_000);

  it('when the one who holds the cases is a broker no longer', async () => {
    for (const slug of ['uma', 'vera']) {
      const id = await house.member({ slug });
      const { version } = await admin.admin.member({ params: { id } });
      await admin.members.takeRole({ params: { id, role: 'broker' }, body: { version } });
      await strikeEarly(house);
    }
    expect((await held()).filter(({ broker }) => broker !== null)).toEqual([]);
  });
});
