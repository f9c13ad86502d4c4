import { randomUUID } from 'node:crypto';
import { isWrite, methodOf, type Problem, type Route } from '@baraza/contracts/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { casesOf } from './authorisation/cases.ts';
import { everybody, people, type Who } from './authorisation/people.ts';
import { Scene } from './authorisation/scene.ts';
import { allRoutes, type House, openHouse } from './harness.ts';
import { addressOf, type Call } from './samples.ts';
import { bodyOf } from './uploads.ts';

interface Write extends Partial<Call> {
  readonly route: string;
  readonly by: Who | string;
  readonly key?: string;
}
interface Answer {
  readonly status: number;
  readonly body: string;
  /** How many writes of this run had been sent when it was. */
  readonly sent: number;
}

const routes = new Map<string, Route>(allRoutes.map((route) => [route.name, route]));
const seeded = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

describe('writes that race and are sent again', () => {
  let house: House;
  let scene: Scene;
  const cookies = new Map<string, string>();
  let sent = 0;

  beforeAll(async () => {
    house = await openHouse();
    await house.organisation('chongqing');
    await house.db(`insert into source (id, title, publisher, language) values ('a-source', 'A source', 'UN', 'en')`);
    scene = new Scene(house, await people(house));
    for (const who of everybody) cookies.set(who, scene.people[who].id && (await house.cookie(scene.people[who].id)));
  }, 60_000);
  afterAll(() => house.close());

  const send = async ({ route: name, by, key = randomUUID(), ...call }: Write): Promise<Answer> => {
    const route = routes.get(name);
    if (!route) throw new Error(`no route ${name}`);
    sent += 1;
    const at = sent;
    const parts = call.body === undefined ? null : await bodyOf(route, call.body);
    const answer = await house.app.inject({
      method: methodOf(route) as 'GET',
      url: addressOf(route, { params: {}, query: {}, body: undefined, ...call }),
      headers: {
        'idempotency-key': key,
        cookie: cookies.get(by) ?? by,
        ...parts?.headers,
      },
      ...(parts && { payload: parts.payload }),
    });
    return { status: answer.statusCode, body: answer.body, sent: at };
  };
  const all = (writes: readonly Write[]): Promise<Answer[]> => Promise.all(writes.map(send));
  const one = async <T>(sql: string, params: readonly unknown[]): Promise<T> => {
    const [row] = await house.db<{ v: T }>(sql, params);
    return row?.v as T;
  };
  const happenings = () => one<number>('select count(*)::int v from domain_event', []);
  /** Whoever was too late is told so in words, never by a fault of the house. */
  const told = (answers: readonly Answer[]): Problem[] =>
    answers
      .map(({ body }) => JSON.parse(body) as Problem)
      .map((problem) => {
        expect(problem.detail.length).toBeGreaterThan(10);
        return problem;
      });

  it('keeps each of 240 replies once, though each is sent up to three times, all mixed', async () => {
    const { no, id } = await scene.thread();
    const random = seeded(7);
    const wishes = Array.from({ length: 240 }, (_, i) => ({
      route: 'forums.reply',
      by: everybody[1 + (i % (everybody.length - 1))] as Who,
      key: `reply-${String(i).padStart(8, '0')}`,
      params: { no },
      body: { text: `Reply number ${i}`, locale: 'en' },
    }));
    const writes = wishes
      .flatMap((wish, i) => Array.from({ length: 1 + (i % 3) }, () => wish))
      .map((wish) => ({ wish, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ wish }) => wish);
    expect(writes.length).toBe(480);
    const byKey = new Map<string, Set<string>>();
    for (let i = 0; i < writes.length; i += 40) {
      const batch = writes.slice(i, i + 40);
      for (const [j, answer] of (await all(batch)).entries()) {
        expect(answer).toMatchObject({ status: 201 });
        const key = batch[j]?.key ?? '';
        byKey.set(key, (byKey.get(key) ?? new Set()).add(answer.body));
      }
    }
    expect(byKey.size).toBe(240);
    expect([...byKey.values()].every((bodies) => bodies.size === 1)).toBe(true);
    const posts = await house.db<{ no: number; text: string }>(
      `select no, body ->> 'sourceText' as text from post where thread_id = $1 order by no`,
      [id],
    );
    expect(posts.map((post) => post.no)).toEqual(Array.from({ length: 241 }, (_, i) => i + 1));
    expect(new Set(posts.map(({ text }) => text)).size).toBe(241);
    expect(await one('select last_no v from thread where id = $1', [id])).toBe(241);
    expect(
      await one('select count(*)::int v from domain_event where stream = $1 and name = $2', [
        `thread:${id}`,
        'forums.post.written',
      ]),
    ).toBe(241);
    const seqs = await house.db<{ n: number }>('select stream_seq n from domain_event where stream = $1 order by 1', [
      `thread:${id}`,
    ]);
    expect(seqs.map(({ n }) => n)).toEqual(seqs.map((_, i) => i + 1));
  }, 120_000);

  it('refuses other words under a key that was used, and says so', async () => {
    const { no } = await scene.thread();
    const wish = { route: 'forums.reply', by: 'side', key: 'a key used twice', params: { no } };
    const answers = await all([
      { ...wish, body: { text: 'These words', locale: 'en' } },
      { ...wish, body: { text: 'Other words', locale: 'en' } },
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const [problem] = told(answers.filter(({ status }) => status === 422));
    expect(problem?.code).toBe('idempotency-mismatch');
    expect(await one('select last_no v from thread where no = $1', [no])).toBe(2);
  });

  it('gives nobody the answer of another who chose the same key, nor a device that calls itself like them', async () => {
    const { no } = await scene.thread();
    const wish = {
      route: 'forums.reply',
      key: 'everybody has this key',
      params: { no },
      body: { text: 'Mine', locale: 'en' },
    };
    const answers = await all(['own', 'side', 'other'].map((by) => ({ ...wish, by })));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(3);
    const { code } = await scene.board();
    const asked = {
      route: 'qa.ask',
      key: 'a key that two have',
      params: { code },
      body: { text: 'Who pays for the road?', locale: 'en' },
    };
    const own = await send({ ...asked, by: 'own' });
    const device = await send({ ...asked, by: `baraza.device=${scene.people.own.id}` });
    expect([own.status, device.status]).toEqual([201, 201]);
    expect(JSON.parse(own.body).id).not.toBe(JSON.parse(device.body).id);
  });

  it('counts each of 50 voters once, through 300 votes cast, taken back and sent again', async () => {
    const { id } = await scene.question();
    const random = seeded(11);
    const guests = Array.from({ length: 50 }, (_, i) => `baraza.device=${`guest-${i}`.padEnd(43, 'x')}`);
    const last = new Map<string, boolean>();
    // Each guest's own votes come one after the other, as a person taps; guests among themselves do not wait.
    await Promise.all(
      guests.map(async (by, g) => {
        for (let i = 0; i < 3; i++) {
          const on = random() < 0.7;
          const wish = { route: 'qa.vote', by, key: `vote-${g}-${i}-of-many`, params: { id }, body: { on } };
          const [first, again] = await all([wish, wish]);
          expect(first).toMatchObject({ status: 200 });
          expect(again?.body).toBe(first?.body);
          last.set(by, on);
        }
      }),
    );
    const standing = [...last.values()].filter(Boolean).length;
    expect(await one('select count(*)::int v from vote where question_id = $1', [id])).toBe(standing);
    expect(await one('select vote_count v from question where id = $1', [id])).toBe(standing);
  }, 120_000);

  it('lets one of two brokers have a case, twenty times, and tells the other who was quicker', async () => {
    for (let i = 0; i < 20; i++) {
      const { ref, version, id } = await scene.submitted();
      const claim = (by: Who, key: string) => ({
        route: 'brokering.claimRequest',
        by,
        key,
        params: { ref },
        body: { version },
      });
      const writes = [
        claim('broker', `b-${ref}`),
        claim('lead_broker', `l-${ref}`),
        claim('broker', `b-${ref}`),
        claim('lead_broker', `l-${ref}`),
      ];
      if (i % 2) writes.reverse();
      const answers = await all(writes);
      const won = answers.filter(({ status }) => status === 200);
      expect(won.length).toBe(2);
      expect(new Set(won.map(({ body }) => body)).size).toBe(1);
      for (const problem of told(answers.filter(({ status }) => status !== 200)))
        expect(['already-done', 'stale-version']).toContain(problem.code);
      expect(
        await one(`select count(*)::int v from domain_event where stream = $1 and data ->> 'move' = 'claim'`, [
          `request:${id}`,
        ]),
      ).toBe(1);
    }
  }, 120_000);

  it('ends an expression in one way, when yes, no and a withdrawal cross, twenty times', async () => {
    const ends = new Set<string>();
    for (let i = 0; i < 20; i++) {
      const { id, version } = await scene.expression();
      const on = { params: { id }, body: { version } };
      const writes: Write[] = [
        { route: 'brokering.acceptExpression', by: 'own', ...on },
        {
          route: 'brokering.declineExpression',
          by: 'own',
          params: { id },
          body: { version, note: 'Another was nearer.' },
        },
        { route: 'brokering.withdrawExpression', by: 'side', ...on },
      ];
      const answers = await all([...writes.slice(i % 3), ...writes.slice(0, i % 3)]);
      expect(answers.filter(({ status }) => status === 200).length).toBe(1);
      for (const problem of told(answers.filter(({ status }) => status !== 200)))
        expect(['no-such-move', 'stale-version', 'already-done']).toContain(problem.code);
      const moved = await house.db<{ to: string }>(
        `select data ->> 'to' "to" from domain_event where stream = $1 and data ->> 'to' in ('accepted', 'declined', 'withdrawn')`,
        [`expression:${id}`],
      );
      expect(moved.map(({ to }) => to)).toEqual([await one('select state v from expression where id = $1', [id])]);
      ends.add(moved[0]?.to ?? '');
      // What one of its sides owes has exactly one deadline, or none when it is over (I1).
      expect(
        await one(
          `select count(*)::int v from timer where state = 'armed' and kind not like '%.remind' and subject = $1`,
          [`expression:${id}`],
        ),
      ).toBe(moved[0]?.to === 'accepted' ? 1 : 0);
    }
    expect(ends.size).toBeGreaterThan(1);
  }, 240_000);

  it('writes one of eight profiles that saw the same version, and the seven others learn that it changed', async () => {
    for (let round = 0; round < 10; round++) {
      const { version } = await scene.by('member').members.me();
      const answers = await all(
        Array.from({ length: 8 }, (_, i) => ({
          route: 'members.saveProfile',
          by: 'member',
          body: { version, displayName: `Name ${round} of ${i}`, locale: 'en' },
        })),
      );
      const won = answers.filter(({ status }) => status === 200);
      expect(won.length).toBe(1);
      for (const problem of told(answers.filter(({ status }) => status !== 200)))
        expect(problem.code).toBe('stale-version');
      expect(await one('select name v from member where id = $1', [scene.people.member.id])).toBe(
        JSON.parse(won[0]?.body ?? '{}').displayName,
      );
      expect((await scene.by('member').members.me()).version).toBe(version + 1);
    }
  }, 60_000);

  it('has sent a thousand of them', () => {
    expect(sent).toBeGreaterThanOrEqual(1000);
  });

  it.each(
    allRoutes.filter((route) => isWrite(route) && !route.repeatable).map((route) => [route.name, route] as const),
  )(
    '%s answers a replay with the first answer, byte for byte, and does nothing',
    async (name, route) => {
      for (const { on, call, spent } of casesOf(name)) {
        if (spent) continue;
        // What is done to people is done to people made for it.
        const stage = name.startsWith('members.') ? new Scene(house, await people(house)) : scene;
        await stage.renew();
        // Whatever earlier rows suggested was answered, or nobody could be suggested any more.
        await house.db(`update match_party set stance = 'interested' where stance in ('unseen', 'seen')`);
        const made = await call(stage);
        let done = false;
        for (const who of everybody) {
          if (name === 'members.moveAccount' && who === 'own') continue; // who ends their own account cannot ask again
          const person = stage.people[who];
          const by = person.id ? await house.cookie(person.id) : '';
          const write = {
            route: route.name,
            by,
            key: randomUUID(),
            ...(typeof made === 'function' ? made(person) : made),
          };
          const first = await send(write);
          if (first.status >= 300) continue;
          const before = await happenings();
          const [second, third] = await all([write, write]);
          expect({ on, ...second, sent: 0 }).toEqual({ on, ...first, sent: 0 });
          expect(third?.body).toBe(first.body);
          expect(await happenings()).toBe(before);
          done = true;
          break;
        }
        expect([on, done]).toEqual([on, true]);
      }
    },
    120_000,
  );
});
