import { setTimeout } from 'node:timers/promises';
import { addDays } from '@baraza/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { strikeEarly } from '../../test/brokering/early.ts';
import { at, on, refusal } from '../../test/brokering.ts';
import {
  aCircle,
  anIntroducedRing,
  aSuggestedRing,
  type Circle,
  foundIn,
  read,
  requestOf,
  ringCities,
  sayYes,
} from '../../test/circles.ts';
import { type House, openHouse } from '../../test/harness.ts';
import { decodeCursor, encodeCursor } from '../platform/database/cursor.ts';
import { Reactions, type StoredEvent } from '../platform/events/reactions.ts';

let house: House;
let circle: Circle;
beforeEach(async () => {
  house = await openHouse();
  circle = await aCircle(house);
});
afterEach(async () => {
  await house.deliver();
  await strikeEarly(house);
  await house.close();
});

const states = async () => {
  await house.deliver();
  return Promise.all(ringCities.map(async (who) => (await requestOf(circle, who)).state));
};
/** Everything that was told so far is told again. */
async function tellAgain() {
  const events = await house.db<StoredEvent>(
    `select seq::text, stream, stream_seq as "streamSeq", name, data, actor_id as "actorId", on_behalf_of as "onBehalfOf", at
     from domain_event where name like 'brokering.%' order by seq`,
  );
  const reactions = house.app.get(Reactions);
  for (const event of events) await reactions.listenersOf(event.name).get('brokering.circles')?.(event);
}
/** Whose turn the clock says it is. */
const turn = async (id: string) => {
  const [row] = await house.db<{ slug: string }>(
    `select o.slug from brokering_step s join organisation o on o.id::text = s.responsible_id where s.subject = $1`,
    [`match:${id}`],
  );
  return row?.slug;
};

describe('a ring', () => {
  it('is suggested from the list to all in it, and each reads what it would get and what it would give', async () => {
    const match = await aSuggestedRing(circle);
    expect(match).toMatchObject({ state: 'suggested', shape: 'ring', origin: 'matcher' });
    expect(match.parties.map(({ part }) => part)).toEqual(['mutual', 'mutual', 'mutual']);
    for (const who of ringCities) {
      const own = await read(circle, who, match);
      expect(own.because?.text).toContain('all three gain');
      const gets = own.ties.find(({ receiver }) => receiver.slug === who);
      const gives = own.ties.find(({ giver }) => giver.slug === who);
      expect(gets?.request?.ref).toBe(circle.requests[who].ref);
      expect([gets, gives].map((tie) => tie?.because.length ?? 0).every((n) => n > 0)).toBe(true);
      expect(own.nextStep).toMatchObject({ who: 'you', what: 'brokering.step.answerSuggestion' });
      const mine = await circle.focal[who].brokering.mine();
      expect(mine.owed.map(({ step, subject }) => [step.what, step.who, subject.id])).toContainEqual([
        'brokering.step.answerSuggestion',
        'you',
        match.id,
      ]);
    }
    expect(match.ties.map(({ giver, receiver }) => [giver.slug, receiver.slug])).toEqual(
      expect.arrayContaining([
        ['credit', 'port'],
        ['farms', 'credit'],
        ['port', 'farms'],
      ]),
    );
    await expect(foundIn(circle, 'ring')).resolves.toBeUndefined();
  });

  it('tells nobody how many of the others have said yes before all have', async () => {
    const match = await aSuggestedRing(circle);
    const first = await turn(match.id);
    await sayYes(circle, 'port', match);
    await sayYes(circle, 'farms', match);
    const half = await read(circle, 'port', match);
    expect(half.parties.map(({ organisation, stance }) => [organisation.slug, stance])).toEqual(
      expect.arrayContaining([
        ['port', 'interested'],
        ['farms', null],
        ['credit', null],
      ]),
    );
    expect(half).toMatchObject({ contacts: null, contactsOpen: false });
    expect(half.nextStep).toMatchObject({ who: 'desk', what: 'brokering.step.awaitAnswers', missed: null });
    expect((await read(circle, 'credit', match)).nextStep).toMatchObject({ who: 'you' });
    const [card] = (await circle.focal.farms.brokering.mine()).matches;
    expect(card).toMatchObject({
      shape: 'ring',
      nextStep: { what: 'brokering.step.awaitAnswers', organisation: null },
    });
    expect([first, await turn(match.id)]).toEqual([expect.any(String), 'credit']);
  });

  it('is known on each of its requests at once, counts as effort there, and reminds all who have not answered', async () => {
    const match = await aSuggestedRing(circle);
    for (const who of ringCities) {
      const request = await requestOf(circle, who);
      expect(request.matches).toMatchObject([{ id: match.id, shape: 'ring' }]);
      expect(request).toMatchObject({ suggestions: 1, state: 'published' });
      // One suggestion, however many are in it: the others are still to be made.
      expect(request.nextStep?.what).toBe('brokering.step.suggestPartners');
    }
    for (const who of ringCities)
      for (const other of ringCities.filter((one) => one !== who)) {
        const wanted = { organisationId: circle.ids[other] };
        const again = await refusal(circle.broker.brokering.suggestPartner(on(await requestOf(circle, who), wanted)));
        expect(again.code).toBe('already-done');
      }
    await house.deliver();
    await tellAgain();
    expect((await requestOf(circle, 'farms')).suggestions).toBe(1);
    await sayYes(circle, 'farms', match);
    house.clock.pass(16);
    await house.deliver();
    const reminded = await house.db<{ name: string }>(
      `select m.name from notification n join member m on m.id = n.member_id where n.reason = 'brokering.reminder' and n.subject_kind = 'match' order by 1`,
    );
    expect(reminded.map(({ name }) => name)).toEqual(['credit-focal', 'port-focal']);
  });

  it('is the fifth suggestion where four were made before: none is owed any more on any of its requests', async () => {
    const organisationIds = await Promise.all(
      ['accra', 'lima', 'quito', 'porto'].map((slug) => house.organisation(slug)),
    );
    for (const who of ringCities)
      await circle.broker.brokering.suggestPartners(
        on(await requestOf(circle, who), { organisationIds, because: 'They have done it.' }),
      );
    const waiting = async () => {
      const { items } = await circle.broker.brokering.desk({ query: { view: 'suggestions', limit: 100 } });
      return ringCities.filter((who) => items.some(({ ref }) => ref === circle.requests[who].ref));
    };
    expect(await waiting()).toEqual(ringCities);
    await aSuggestedRing(circle);
    expect(await waiting()).toEqual([]);
  });

  it('is told to all in one sentence of what they would get and give', async () => {
    await aSuggestedRing(circle);
    await house.deliver();
    const mails = await house.db<{ name: string; text: string }>(
      `select m.name, l.body_text as text from mail l join member m on m.id = l.to_member
       where l.subject like '%circle%' order by m.name`,
    );
    expect(mails.map(({ name }) => name)).toEqual(['credit-focal', 'farms-focal', 'port-focal']);
    const sentence = /get what you ask for from (\S+), and give (\S+) what/;
    const plain = ({ text }: { text: string }) => text.replaceAll(/[\u2066-\u2069\n]+/g, ' ').replaceAll(/ +/g, ' ');
    expect(mails.map((mail) => sentence.exec(plain(mail))?.slice(1))).toEqual([
      ['farms', 'port'],
      ['port', 'credit'],
      ['credit', 'farms'],
    ]);
  });

  it('introduces when the last of them says yes, and moves each of their requests on', async () => {
    const match = await anIntroducedRing(circle);
    expect(match).toMatchObject({ state: 'introduced', contactsOpen: true });
    expect(match.contacts?.map(({ organisation }) => organisation.slug).sort()).toEqual(['credit', 'farms', 'port']);
    expect(await states()).toEqual(['in_matching', 'in_matching', 'in_matching']);
    const edges = await house.db(
      `select from_id from lineage_edge where to_kind = 'match' and to_id = $1 and relation = 'matched_with'`,
      [match.id],
    );
    expect(edges).toHaveLength(3);
    await tellAgain();
    expect(await states()).toEqual(['in_matching', 'in_matching', 'in_matching']);
  });

  it('becomes one partnership that every focal point signs, and that counts once (I5)', async () => {
    const match = await anIntroducedRing(circle);
    const parties = match.parties.map(({ organisation, part }) => ({ organisationId: organisation.id, role: part }));
    let partnership = await circle.focal.credit.brokering.proposePartnership({
      params: { id: match.id },
      body: { version: match.version, title: 'A ring', plan: 'Each gives to the next one.', parties },
    });
    for (const who of ringCities) {
      expect(partnership.state).toBe('scoping');
      const now = await circle.focal[who].brokering.partnership({ params: { ref: partnership.ref } });
      partnership = await circle.focal[who].brokering.acceptPartnership(on(now, { name: who }));
    }
    expect(partnership.state).toBe('agreed');
    expect(await states()).toEqual(['in_partnering', 'in_partnering', 'in_partnering']);
    for (const who of ringCities) {
      const request = await requestOf(circle, who);
      expect(request.partnerships).toMatchObject([{ ref: partnership.ref }]);
      expect(request.nextStep?.what).toBe('brokering.step.settleRemaining');
    }
    const record = await house.visitor().brokering.promise({ query: {} });
    expect(record.funnel).toMatchObject({ introduced: 1, agreed: { of: 1 } });
    const edges = await house.db(
      `select from_id from lineage_edge where from_kind = 'match' and to_kind = 'partnership' and retracted_at is null`,
    );
    const agreed = await house.db('select ref from partnership where agreed_at is not null');
    expect([edges, agreed]).toEqual([[{ from_id: match.id }], [{ ref: partnership.ref }]]);
    const cancelled = await circle.focal.port.brokering.partnership({ params: { ref: partnership.ref } });
    await circle.focal.port.brokering.cancelPartnership(on(cancelled, { reason: 'no_funding' }));
    expect(await states()).toEqual(['published', 'published', 'published']);
  });

  it('ends for all with one no, which keeps the same circle apart for a year and no two of it', async () => {
    const match = await aSuggestedRing(circle);
    await sayYes(circle, 'credit', match);
    await circle.focal.farms.brokering.sayNoMatch(at(await read(circle, 'farms', match)));
    const shown = await read(circle, 'credit', match);
    expect(shown).toMatchObject({ state: 'dropped', end: { reason: 'not_pursued' } });
    expect(shown.parties.map(({ stance }) => stance).filter((stance) => stance !== null)).toEqual(['interested']);
    expect(await states()).toEqual(['published', 'published', 'published']);
    const open = await circle.ask('port');
    for (const who of ['credit', 'farms'] as const) await circle.ask(who);
    await expect(foundIn(circle, 'ring')).resolves.toBeUndefined();
    const { items } = await circle.broker.matching.candidates({ params: { ref: open.ref }, query: {} });
    expect(items.map(({ organisation }) => organisation.slug)).toContain('credit');
    const wanted = { organisationId: circle.ids.farms, because: 'They have done it.' };
    const alongside = [{ organisationId: circle.ids.credit, part: 'provider' as const }];
    const same = await refusal(circle.broker.brokering.suggestPartner(on(open, { ...wanted, alongside })));
    expect(same.code).toBe('unmet-condition');
    const pair = await circle.broker.brokering.suggestPartner(on(open, wanted));
    expect(pair).toMatchObject({ state: 'suggested', shape: 'pair' });
  });
});

describe('two rings through one request', () => {
  beforeEach(() => circle.secondRing());
  const rings = async () => {
    const { items } = await circle.broker.matching.rings({ query: {} });
    return items.filter((item) => item.kind === 'ring');
  };
  const suggest = (who: Circle['broker'], ring?: { readonly id: string }) =>
    who.brokering.suggestRing({ params: { id: ring?.id ?? '' }, body: {} });

  it('are suggested one after the other: the second when the first is over', async () => {
    const [one, other] = await rings();
    const first = await suggest(circle.broker, one);
    expect(await rings()).toEqual([]);
    await circle.focal.port.brokering.sayNoMatch(at(await read(circle, 'port', first)));
    expect(await rings()).toMatchObject([{ id: other?.id }]);
    expect(await suggest(circle.broker, other)).toMatchObject({ shape: 'ring', state: 'suggested' });
  });

  it('are paged by their place: a page goes on after one that is gone, and never starts again', async () => {
    const page = (cursor?: string, limit = 1) =>
      circle.broker.matching.rings({ query: { limit, ...(cursor && { cursor }) } });
    const { items: all } = await page(undefined, 100);
    const walked: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await page(cursor);
      walked.push(...items.map(({ id }) => id));
      if (next) {
        // The one it ended with is gone, and no other is called like it.
        const [score, id] = decodeCursor(next, 2) ?? [];
        cursor = encodeCursor([score ?? '', `${id} is gone`]);
      } else cursor = undefined;
    } while (cursor && walked.length <= all.length);
    expect(all.length).toBeGreaterThan(1);
    expect(walked).toEqual(all.map(({ id }) => id));
    expect((await page(encodeCursor([0, 'the last is gone']), 100)).items).toEqual([]);
  });

  it('leave one winner when two brokers suggest them at the same moment, and tell the other in a sentence', async () => {
    const both = await rings();
    const brokers = [circle.broker, await house.as({ slug: 'bela', roles: ['broker'] })];
    const waiting = async () =>
      (
        await house.db(`select 1 from pg_locks l join pg_stat_activity a using (pid)
         where a.datname = current_database() and not l.granted`)
      ).length;
    const clicks = await house.app.get(DataSource).transaction(async (tx) => {
      await tx.query('select 1 from request where ref = $1 for update', [circle.requests.port.ref]);
      const pressed = Promise.allSettled(both.map((ring, i) => suggest(brokers[i] ?? circle.broker, ring)));
      while ((await waiting()) < 2) await setTimeout(5);
      return { pressed };
    });
    const told = await clicks.pressed;
    const lost = told.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect([both.length, lost.length]).toEqual([2, 1]);
    expect(await refusal(Promise.reject(lost[0]))).toMatchObject({
      status: 409,
      code: 'unmet-condition',
      detail: expect.stringMatching(/stands in another circle/),
    });
    const live = await house.db('select 1 from match where ended_at is null');
    expect(live).toHaveLength(1);
    const [row] = await house.db('select deadlocks::int from pg_stat_database where datname = current_database()');
    expect(row).toEqual({ deadlocks: 0 });
  });
});

describe('the requests of a ring', () => {
  it('end it, each of them, while it is only suggested', async () => {
    const match = await aSuggestedRing(circle);
    await house.deliver();
    const [last] = ringCities.filter((who) => circle.requests[who].ref !== match.request.ref).slice(-1);
    const who = last ?? 'farms';
    await circle.focal[who].brokering.withdrawRequest(on(await requestOf(circle, who)));
    const [other] = ringCities.filter((one) => one !== who);
    expect((await refusal(sayYes(circle, other ?? 'port', match))).code).toBe('unmet-condition');
    await house.deliver();
    expect(await read(circle, other ?? 'port', match)).toMatchObject({
      state: 'dropped',
      end: { reason: 'circle_broken' },
    });
    await tellAgain();
    expect((await states()).filter((state) => state === 'published')).toHaveLength(2);
  });

  it('end without it once its parties are introduced', async () => {
    const match = await anIntroducedRing(circle);
    const [other] = ringCities.filter((who) => circle.requests[who].ref !== match.request.ref);
    const who = other ?? 'farms';
    await circle.focal[who].brokering.closeRequest(on(await requestOf(circle, who), { reason: 'met_elsewhere' }));
    await house.deliver();
    expect((await read(circle, who, match)).state).toBe('introduced');
  });

  it('stop it while one of them is on hold', async () => {
    const match = await aSuggestedRing(circle);
    await house.deliver();
    const due = async () => (await read(circle, 'port', match)).nextStep?.dueAt ?? '';
    const before = await due();
    const [other] = ringCities.filter((who) => circle.requests[who].ref !== match.request.ref);
    const who = other ?? 'farms';
    const until = addDays(house.clock.now(), 40).toISOString().slice(0, 10);
    await circle.focal[who].brokering.holdRequest(on(await requestOf(circle, who), { reason: 'timing', until }));
    await house.deliver();
    expect((await refusal(sayYes(circle, 'port', match))).code).toBe('unmet-condition');
    expect((await due()) > before).toBe(true);
  });

  it('end when no party of them says a word, and look for partners again', async () => {
    const match = await aSuggestedRing(circle);
    await house.deliver();
    house.clock.pass(40);
    await house.deliver();
    expect(await read(circle, 'port', match)).toMatchObject({ state: 'dropped', end: { reason: 'no_response' } });
    expect(await states()).toEqual(['published', 'published', 'published']);
  });
});

describe('a triangle', () => {
  it('is suggested from the list with who makes it possible', async () => {
    const found = await foundIn(circle, 'triangle');
    const match = await circle.broker.brokering.suggestRing({ params: { id: found?.id ?? '' }, body: {} });
    expect(match).toMatchObject({ shape: 'triangle', request: { ref: circle.requests.port.ref } });
    expect(match.parties.map(({ organisation, part }) => [organisation.slug, part])).toEqual([
      ['port', 'requester'],
      ['credit', 'provider'],
      ['bank', 'triangular_funder'],
    ]);
    const funder = await read(circle, 'bank', match);
    expect(funder.ties.map(({ giver, receiver, part }) => [giver.slug, receiver.slug, part])).toEqual([
      ['credit', 'port', 'provider'],
      ['bank', 'port', 'triangular_funder'],
    ]);
    expect(funder.ties.every(({ because }) => because.length > 0)).toBe(true);
    for (const who of ['credit', 'bank', 'port'] as const) await sayYes(circle, who, match);
    expect((await read(circle, 'bank', match)).contacts).toHaveLength(3);
  });

  it('is put together by hand, with each once and nobody over their five', async () => {
    const { ref, version } = circle.requests.port;
    const suggest = (alongside: { organisationId: string; part: 'triangular_funder' | 'facilitator' }[]) =>
      circle.broker.brokering.suggestPartner({
        params: { ref },
        body: { version, organisationId: circle.ids.credit, alongside, because: 'They have done it.' },
      });
    const bank = { organisationId: circle.ids.bank, part: 'triangular_funder' as const };
    expect((await refusal(suggest([bank, { ...bank, part: 'facilitator' }]))).code).toBe('unmet-condition');
    for (let waiting = 0; waiting < 5; waiting++) {
      const open = await circle.ask('farms');
      await circle.broker.brokering.suggestPartner(
        on(open, { organisationId: circle.ids.bank, because: 'They have done it.' }),
      );
    }
    expect((await refusal(suggest([bank]))).detail).toMatch(/5 suggestions/);
    const [{ id } = { id: '' }] = (await circle.focal.bank.brokering.mine()).matches;
    await circle.focal.bank.brokering.sayNoMatch(at(await read(circle, 'bank', { id })));
    expect(await suggest([bank])).toMatchObject({ shape: 'triangle', origin: 'broker' });
  });
});

describe('a circle that is no more', () => {
  it('is refused with a sentence, and so is one with a stake in it', async () => {
    const found = await foundIn(circle, 'ring');
    const suggest = (who = circle.broker) => who.brokering.suggestRing({ params: { id: found?.id ?? '' }, body: {} });
    const insider = await house.as({ slug: 'ines', roles: ['broker'], at: { farms: 'expert' } });
    expect(await refusal(suggest(insider))).toMatchObject({ status: 403, code: 'not-permitted' });
    await circle.focal.credit.brokering.withdrawRequest(on(await requestOf(circle, 'credit')));
    const gone = await refusal(suggest());
    expect(gone).toMatchObject({ status: 409, code: 'unmet-condition' });
    expect(gone.detail).toMatch(/circle/);
    expect((await refusal(circle.broker.brokering.suggestRing({ params: { id: 'x' }, body: {} }))).status).toBe(409);
  });
});
