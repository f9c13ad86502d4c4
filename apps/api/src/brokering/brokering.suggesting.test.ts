import { deskViews } from '@baraza/contracts/brokering';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aRequest,
  at,
  type Cast,
  cast,
  express,
  introduced,
  names,
  on,
  passDays,
  refusal,
} from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

let house: House;
let people: Cast;
const cities = ['zhalantun', 'kenya', 'cairo', 'lima', 'quito', 'porto'] as const;
const ids: Record<string, string> = {};
beforeAll(async () => {
  house = await openHouse();
  people = await cast(house);
  for (const slug of [...cities, 'benin']) ids[slug] = await house.organisation(slug);
});
afterAll(() => house.close());
/** Nobody has anything left to answer, and no no stands between any two. */
afterEach(() => house.db(`update match_party set stance = 'must', refusal = null`));

const idOf = (slug: string): string => ids[slug] ?? '';
const read = (ref: string, who: ApiClient = people.broker) => who.brokering.request({ params: { ref } });
const suggest = async (ref: string, slug: string) =>
  people.broker.brokering.suggestPartner(
    on(await read(ref), { organisationId: idOf(slug), because: 'They have done it.' }),
  );
const suggestAll = async (ref: string, slugs: readonly string[], who: ApiClient = people.broker) =>
  who.brokering.suggestPartners(
    on(await read(ref), { organisationIds: slugs.map(idOf), because: 'They have done it.' }),
  );
const inView = async (view: (typeof deskViews)[number], who: ApiClient = people.broker) =>
  (await who.brokering.desk({ query: { view, limit: 100 } })).items.map(({ ref }) => ref);

describe('five suggestions', () => {
  it('are made in one go, and the duty is done', async () => {
    const { ref } = await aRequest(people);
    expect((await read(ref)).desk?.wanted).toBe(5);
    expect(await inView('suggestions')).toContain(ref);
    const done = await suggestAll(ref, cities.slice(0, 5));
    expect(done).toMatchObject({ suggestions: 5, nextStep: { what: 'brokering.step.confirmRequest' } });
    expect(done.matches.map(({ organisations }) => organisations[1]?.slug).sort()).toEqual(
      [...cities.slice(0, 5)].sort(),
    );
    expect(done.desk?.wanted).toBe(0);
    expect(await inView('suggestions')).not.toContain(ref);
  });

  const hintAndSend = async (ref: string) => {
    const body = { organisationId: idOf('quito'), because: 'They run village stations.' };
    await people.member.brokering.referPartner({ params: { ref }, body });
    const hint = (await read(ref)).matches.find(({ state }) => state === 'referred');
    const found = await people.broker.brokering.match({ params: { id: hint?.id ?? '' } });
    await people.broker.brokering.sendMatch(at(found));
  };
  it.each([
    ['is made alone', (ref: string) => suggest(ref, 'quito')],
    ['was a member’s hint that is sent on', hintAndSend],
  ])('are no duty of the desk any more when the fifth %s', async (_, makeFifth) => {
    const { ref } = await aRequest(people);
    await suggestAll(ref, cities.slice(0, 4));
    expect(await inView('suggestions')).toContain(ref);
    await makeFifth(ref);
    expect(await inView('suggestions')).not.toContain(ref);
  });

  it('are all made or none, each by the rules that one alone goes by', async () => {
    const { ref } = await aRequest(people);
    expect((await refusal(suggestAll(ref, ['zhalantun', 'benin']))).code).toBe('already-done');
    expect((await refusal(suggestAll(ref, ['zhalantun'], people.focal))).code).toBe('not-permitted');
    expect((await refusal(suggestAll(ref, ['zhalantun'], people.partialBroker))).code).toBe('not-permitted');
    const still = await read(ref);
    expect([still.suggestions, still.matches]).toEqual([0, []]);
  });

  it('go out with a reason: the matcher’s, or one that the broker says', async () => {
    const { ref } = await aRequest(people);
    const version = (await read(ref)).version;
    const unsaid = { version, organisationId: idOf('porto') };
    const refused = await refusal(people.broker.brokering.suggestPartner({ params: { ref }, body: unsaid }));
    expect(refused).toMatchObject({
      code: 'unmet-condition',
      detail: expect.stringContaining('porto'),
      issues: [{ path: 'because' }],
    });
    const all = { version, organisationIds: [idOf('lima'), idOf('porto')] };
    expect(
      (await refusal(people.broker.brokering.suggestPartners({ params: { ref }, body: all }))).issues,
    ).toMatchObject([{ path: 'because' }]);
    expect((await read(ref)).matches).toEqual([]);
    // Whoever may not suggest at all is told that, and not what would be missing.
    expect((await refusal(people.focal.brokering.suggestPartner({ params: { ref }, body: unsaid }))).code).toBe(
      'not-permitted',
    );
    expect((await suggest(ref, 'porto')).because?.text).toBe('They have done it.');
  });

  it('are owed until they are made: one is not enough, and late they are the lead brokers’', async () => {
    const { ref } = await aRequest(people);
    const one = await suggest(ref, 'zhalantun');
    expect(one.state).toBe('suggested');
    const owed = { what: 'brokering.step.suggestPartners' };
    expect((await read(ref)).nextStep).toMatchObject({ ...owed, who: 'you', missed: null });
    await passDays(house, 5);
    expect((await read(ref)).nextStep).toMatchObject({ ...owed, who: 'you', missed: owed });
    await passDays(house, 2);
    expect((await read(ref)).nextStep).toMatchObject({ ...owed, role: 'lead_broker', missed: owed });
    expect(await inView('suggestions', people.lead)).toContain(ref);
    const note = 'Nobody else runs such a service.';
    expect((await refusal(people.broker.brokering.enoughRequest(on(await read(ref))))).issues).toMatchObject([
      { path: 'note' },
    ]);
    const enough = await people.broker.brokering.enoughRequest(on(await read(ref), { note }));
    expect(enough.nextStep).toMatchObject({ what: 'brokering.step.confirmRequest' });
    expect(enough.desk?.enough).toMatchObject({ by: 'uma', note: { text: note } });
    expect(names(enough)).not.toContain('enough');
    for (const who of ['focal', 'otherFocal', 'member', 'partialBroker'] as const)
      expect(JSON.stringify(await read(ref, people[who]))).not.toContain(note);
    expect(await inView('suggestions', people.lead)).not.toContain(ref);
  });

  it('are the most that one organisation has to answer, whichever side it is on', async () => {
    const first = await aRequest(people);
    await suggestAll(first.ref, cities.slice(0, 5));
    const second = await aRequest(people);
    expect((await read(second.ref)).desk?.wanted).toBe(0);
    const refused = await refusal(suggest(second.ref, 'porto'));
    expect(refused).toMatchObject({ code: 'unmet-condition', detail: expect.stringMatching(/five|5/) });
    const answered = (await read(first.ref, people.focal)).matches[0]?.id ?? '';
    const match = await people.focal.brokering.match({ params: { id: answered } });
    await people.focal.brokering.sayYesMatch(at(match));
    expect((await suggest(second.ref, 'porto')).state).toBe('suggested');
  });

  it('are no more when two brokers suggest to the same one at the same moment', async () => {
    const requests = [];
    for (let i = 0; i < 4; i++) {
      const of = people.rival;
      requests.push(
        await aRequest({ focal: of, broker: people.broker }, 'published', { organisationId: idOf('kenya') }),
      );
    }
    const [a, ...others] = requests;
    await suggestAll(a?.ref ?? '', ['zhalantun', 'cairo', 'lima']);
    const made = await Promise.allSettled(others.map(({ ref }) => suggest(ref, 'porto')));
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  });
});

describe('why a suggestion was refused', () => {
  it('never reaches the other side, in any answer, and is kept for its own and for the desk', async () => {
    for (const reason of ['not_relevant', 'met_before', 'no_capacity', 'other'] as const) {
      await house.db(`update match_party set stance = 'must', refusal = null`);
      const { ref } = await aRequest(people);
      const { id } = await suggest(ref, 'zhalantun');
      const mine = await people.otherFocal.brokering.match({ params: { id } });
      expect(mine.moves.find(({ move }) => move === 'sayNo')).toMatchObject({ note: 'optional' });
      const words = `planted-${reason}-words`;
      const said = await people.otherFocal.brokering.sayNoMatch(at(mine, { reason, note: words }));
      expect(said.parties[1]).toMatchObject({ stance: 'no', refusal: { reason, note: { text: words } } });
      expect(said.end).toMatchObject({ reason: 'not_pursued', note: null });
      await house.deliver();
      for (const who of ['focal', 'delegate', 'author', 'partialBroker', 'member'] as const) {
        const { brokering, notifications, live } = people[who];
        const calls: Promise<unknown>[] = [
          brokering.match({ params: { id } }),
          brokering.request({ params: { ref } }),
          brokering.mine(),
          brokering.desk({ query: { view: 'all', limit: 100 } }),
          brokering.messages({ params: { id }, query: {} }),
          notifications.inbox({ query: {} }),
          live.missed({ params: { stream: `match:${id}` }, query: { since: 0 } }),
          live.missed({ params: { stream: `desk:${idOf('benin')}` }, query: { since: 0 } }),
        ];
        const answers = await Promise.allSettled(calls);
        expect(JSON.stringify(answers)).not.toContain(words);
        expect(JSON.stringify(answers)).not.toContain(`"reason":"${reason}"`);
      }
      const kept = await people.broker.brokering.match({ params: { id } });
      expect(kept.parties[1]).toMatchObject({ stance: 'no', refusal: { reason, note: { text: words } } });
      for (const table of ['domain_event', 'brokering_move', 'notification'])
        expect(await house.db(`select 1 from ${table} x where x::text like $1`, [`%${words}%`])).toEqual([]);
      // Respected for a year, whichever of the two asks, and told to nobody as a fault of anybody's.
      const next = await aRequest(people);
      expect((await refusal(suggest(next.ref, 'zhalantun'))).code).toBe('unmet-condition');
    }
    expect(await people.visitor.brokering.responsiveness({ params: { slug: 'zhalantun' } })).toMatchObject({
      asked: 0,
    });
  });
});

describe('the room of those introduced', () => {
  it('is open while their contacts are kept until an agreement (I2)', async () => {
    await house.db(`update member set email = 'planted.chen@secret.example' where name = 'chen'`);
    const match = await introduced(people, await aRequest(people, 'published', { contactPolicy: 'after_agreement' }));
    expect(match).toMatchObject({ state: 'introduced', contactsOpen: false, contacts: null, mayWrite: true });
    for (const who of ['delegate', 'otherDelegate', 'broker'] as const)
      await people[who].brokering.writeMessage({ params: { id: match.id }, body: { text: `From ${who}` } });
    const room = await people.otherDelegate.brokering.match({ params: { id: match.id } });
    expect(room.messages.items.map(({ text }) => text.text)).toHaveLength(3);
    expect(room.messages.items.find(({ text }) => text.text === 'From delegate')?.author).toBeNull();
    for (const who of ['rival', 'member'] as const)
      expect(
        (await refusal(people[who].brokering.writeMessage({ params: { id: match.id }, body: { text: 'x' } }))).code,
      ).toBe('not-found');
    expect(JSON.stringify(await people.delegate.brokering.match({ params: { id: match.id } }))).not.toContain(
      'planted',
    );
  });
});

describe('the desk’s view of what lies dormant', () => {
  it('has no match before its fifteen working days of silence, and has it from then on', async () => {
    const request = await aRequest(people);
    await introduced(people, request);
    expect(await inView('dormant')).not.toContain(request.ref);
    await passDays(house, 13);
    expect(await inView('dormant')).not.toContain(request.ref);
    await passDays(house, 12);
    expect(await inView('dormant')).toContain(request.ref);
  });

  it('asks of whoever carries on to say how', async () => {
    const request = await aRequest(people);
    await introduced(people, request);
    const matched = await read(request.ref, people.delegate);
    expect(matched.moves.find(({ move }) => move === 'carryOn')).toMatchObject({ note: 'required' });
    expect((await refusal(people.delegate.brokering.carryOnRequest(on(matched)))).issues).toMatchObject([
      { path: 'note' },
    ]);
    const carried = await people.delegate.brokering.carryOnRequest(on(matched, { note: 'They meet next week.' }));
    expect(carried.state).toBe('in_matching');
  });
});

describe('a request without an agreed partnership', () => {
  it('is not closed as partnered, from wherever it stands (I8)', async () => {
    for (const reason of ['partnered', 'partly_partnered']) {
      const { ref } = await aRequest(people);
      expect(
        (await refusal(people.focal.brokering.closeRequest(on(await read(ref), { reason })))).issues,
      ).toMatchObject([{ path: 'reason' }]);
    }
    const request = await aRequest(people);
    const sent = await express(people.otherDelegate, request);
    await people.delegate.brokering.acceptExpression(at(sent));
    const { code } = await refusal(
      people.focal.brokering.closeRequest(on(await read(request.ref), { reason: 'partnered' })),
    );
    expect(code).toBe('unmet-condition');
  });
});
