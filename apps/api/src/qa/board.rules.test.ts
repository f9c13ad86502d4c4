import { randomUUID } from 'node:crypto';
import { visitor } from '@baraza/domain/kernel';
import { type BoardFacts, isPublic, type QuestionFacts, questionMachine, visibleTo } from '@baraza/domain/qa';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBoard, aGuest, asked, deviceOf, planOf, whole } from '../../test/boards.ts';
import { codeOf, problemOf } from '../../test/forums.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';
import { asVisitor } from '../platform/asker.ts';
import { Streams } from '../platform/live/streams.ts';
import { boardRead, publicStates } from './qa.queries.ts';

let house: House;
let organiser: ApiClient;
let moderator: ApiClient;
beforeAll(async () => {
  house = await openHouse();
  organiser = await house.as({ slug: 'organiser', roles: ['organiser'] });
  moderator = await house.as({ slug: 'moderator', roles: ['moderator'] });
});
afterAll(() => house.close());

const votes = async (id: string) =>
  (await house.db<{ n: number }>('select count(*)::int n from vote where question_id = $1', [id]))[0]?.n;
const question = async (id: string) =>
  (
    await house.db<{ vote_count: number; state: string; version: number }>('select * from question where id = $1', [id])
  )[0];
const goLive = async (code: string) => {
  const { version } = await moderator.qa.desk({ params: { code } });
  await moderator.qa.moveBoard({ params: { code }, body: { version, move: 'goLive' } });
};

describe('questions', () => {
  it('come once, however often and however lately they are sent (Q1)', async () => {
    const { code } = await aBoard(house, organiser);
    const guest = await aGuest(house, code);
    const call = { params: { code }, body: { text: 'Once?', locale: 'en' as const, clientUuid: randomUUID() } };
    const ids = await Promise.all(Array.from({ length: 8 }, () => guest.qa.ask(call).then(({ id }) => id)));
    expect(new Set(ids).size).toBe(1);
    await house.db('delete from idempotency');
    expect((await guest.qa.ask(call)).id).toBe(ids[0]);
    expect(await codeOf((await aGuest(house, code)).qa.ask(call))).toBe('already-done');
    const key = randomUUID();
    const plain = { params: { code }, body: { text: 'And again?', locale: 'en' as const } };
    house.clock.pass(0.001);
    const other = await aGuest(house, code);
    const first = await other.qa.ask(plain, { idempotencyKey: key });
    await house.db('delete from idempotency');
    expect((await other.qa.ask(plain, { idempotencyKey: key })).id).toBe(first.id);
    expect(whole(await guest.qa.board({ params: { code }, query: {} })).questions).toHaveLength(2);
  });

  it('count distinct voters though fifty toggle at once (Q2)', async () => {
    const { code } = await aBoard(house, organiser);
    const { id } = await asked(house, code, 'Who votes?');
    const guests = await Promise.all(Array.from({ length: 10 }, () => aGuest(house, code)));
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        (guests[i % 10] as ApiClient).qa.vote({ params: { id }, body: { on: i % 3 !== 0 } }),
      ),
    );
    expect((await question(id))?.vote_count).toBe(await votes(id));
    await Promise.all(guests.map((guest) => guest.qa.vote({ params: { id }, body: { on: true } })));
    expect([(await question(id))?.vote_count, await votes(id)]).toEqual([10, 10]);
  });

  it('merged count each voter once, and come apart as they were (Q2)', async () => {
    const { code } = await aBoard(house, organiser);
    const [a, b] = [await asked(house, code, 'One?'), await asked(house, code, 'The same?')];
    const [p, q, r] = await Promise.all([aGuest(house, code), aGuest(house, code), aGuest(house, code)]);
    for (const [guest, id] of [
      [p, a.id],
      [q, a.id],
      [q, b.id],
      [r, b.id],
    ] as const)
      await guest.qa.vote({ params: { id }, body: { on: true } });
    await moderator.qa.move({ params: { id: b.id }, body: { version: 1, move: 'merge', into: a.id } });
    expect((await question(a.id))?.vote_count).toBe(3);
    expect(await r.qa.vote({ params: { id: a.id }, body: { on: false } })).toMatchObject({
      voteCount: 2,
      voted: false,
    });
    const { questions } = await moderator.qa.desk({ params: { code } });
    expect(questions.find(({ id }) => id === b.id)).toMatchObject({ state: 'merged', separable: true });
    await moderator.qa.move({ params: { id: b.id }, body: { version: 2, move: 'unmerge' } });
    expect([(await question(a.id))?.vote_count, (await question(b.id))?.vote_count]).toEqual([2, 1]);
    expect(
      await codeOf(
        moderator.qa.move({ params: { id: b.id }, body: { version: 3, move: 'merge', into: randomUUID() } }),
      ),
    ).toBe('unmet-condition');
  });

  it('go on air one at a time, though two moderators press at once (Q3)', async () => {
    const { code } = await aBoard(house, organiser);
    const both = [await asked(house, code, 'Me?'), await asked(house, code, 'Or me?')];
    await goLive(code);
    const second = await house.as({ roles: ['moderator'] });
    const results = await Promise.allSettled(
      both.map(({ id }, i) =>
        [moderator, second][i]?.qa.move({ params: { id }, body: { version: 1, move: 'putOnAir' } }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(
      await house.db(
        `select 1 from question q join board b on b.id = q.board_id where b.code = $1 and q.state = 'on_air'`,
        [code],
      ),
    ).toHaveLength(1);
  });

  it('that a moderator has not read, dismissed ones and merged ones reach nobody else in any payload (Q6)', async () => {
    const { code } = await aBoard(house, organiser, { mode: 'pre_moderated' });
    const cookie = await deviceOf(house, code);
    const guest = house.visitor({ cookie });
    const secret = 'a most unmistakable sentence';
    const { id } = await guest.qa.ask({ params: { code }, body: { text: secret, locale: 'en' } });
    const stranger = await aGuest(house, code);
    const seen = async () => {
      const { questions } = await moderator.qa.desk({ params: { code } });
      const answers = await Promise.all([
        stranger.qa.board({ params: { code }, query: {} }),
        stranger.qa.board({ params: { code }, query: { since: 0 } }),
        stranger.qa.stage({ params: { code } }),
        stranger.programme.overview(),
      ]);
      const stream = await stranger.live.missed({ params: { stream: `board:${code}` }, query: { since: 0 } });
      return {
        others: JSON.stringify([answers, stream]),
        desk: JSON.stringify(questions),
        own: JSON.stringify(await guest.qa.board({ params: { code }, query: {} })),
      };
    };
    const check = async () => {
      const { others, desk, own } = await seen();
      expect(others).not.toContain(secret);
      expect(desk).toContain(secret);
      expect(own).toContain(secret);
    };
    await check();
    await moderator.qa.move({ params: { id }, body: { version: 1, move: 'publish' } });
    expect((await seen()).others).toContain(secret);
    await moderator.qa.move({ params: { id }, body: { version: 2, move: 'dismiss', dismissal: 'off_topic' } });
    await check();
    expect(await codeOf(stranger.qa.vote({ params: { id }, body: { on: true } }))).toBe('not-found');
    expect((await guest.qa.board({ params: { code }, query: {} })).mine).toMatchObject([
      { state: 'dismissed', dismissalReason: 'off_topic', moves: ['resend'] },
    ]);
    const known = await stranger.qa.board({ params: { code }, query: { since: 1 } });
    expect(known.patch?.gone).toEqual([id]);
    await guest.qa.move({ params: { id }, body: { version: 3, move: 'resend', text: secret } });
    await check();
    expect(await codeOf(stranger.qa.desk({ params: { code } }))).toBe('not-signed-in');
    expect(await codeOf((await house.as({})).qa.desk({ params: { code } }))).toBe('not-permitted');
  });

  it('are seen in SQL by exactly those the policy shows them to', () => {
    for (const state of questionMachine.states) {
      const facts = { state, askerHandle: 'device:x' } as QuestionFacts;
      const board = { organiserIds: [], moderatorIds: [], speakerIds: [] } as unknown as BoardFacts;
      expect([state, publicStates.includes(state)]).toEqual([
        state,
        visibleTo({ actor: visitor, handle: null }, board, facts),
      ]);
      expect(isPublic(state)).toBe(publicStates.includes(state));
    }
  });

  it('that wait go on waiting when the board opens (Q8)', async () => {
    const { code } = await aBoard(house, organiser, { mode: 'pre_moderated' });
    await asked(house, code, 'Still waiting?');
    const { version } = await moderator.qa.desk({ params: { code } });
    expect(await moderator.qa.settle({ params: { code }, body: { version, mode: 'open' } })).toMatchObject({
      mode: 'open',
    });
    expect(whole(await house.visitor().qa.board({ params: { code }, query: {} })).questions).toEqual([]);
    expect((await asked(house, code, 'And I?')).state).toBe('published');
    const promise = { version: version + 1, identity: 'anonymous' } as const;
    expect((await problemOf(organiser.qa.settle({ params: { code }, body: promise }))).code).toBe('unmet-condition');
  });

  it('are answered in writing by whoever holds them', async () => {
    const { code } = await aBoard(house, organiser);
    const { id } = await asked(house, code, 'In writing?');
    const answer = { params: { id }, body: { version: 1, move: 'answerText', text: 'Yes.', locale: 'en' } } as const;
    expect(await codeOf(moderator.qa.move(answer))).toBe('stale-version');
    await moderator.qa.claim({ params: { id } });
    expect(await codeOf(organiser.qa.claim({ params: { id } }))).toBe('stale-version');
    const { questions } = await organiser.qa.desk({ params: { code } });
    expect(questions[0]?.claim).toMatchObject({ mine: false, name: 'moderator' });
    await moderator.qa.move(answer);
    const [shown] = whole(await house.visitor().qa.board({ params: { code }, query: {} })).questions;
    expect(shown).toMatchObject({ state: 'answered_text', answer: { sourceText: 'Yes.' } });
  });

  it('of one person keep their distance and their number', async () => {
    const { code } = await aBoard(house, organiser);
    const guest = await aGuest(house, code);
    const ask = (text: string) => guest.qa.ask({ params: { code }, body: { text, locale: 'en' } });
    await ask('One?');
    expect((await problemOf(ask('Two?'))).detail).toContain('30 seconds');
    for (let i = 0; i < 4; i++) {
      house.clock.pass(31 / 86_400);
      await ask(`More ${i}?`);
    }
    house.clock.pass(31 / 86_400);
    expect((await problemOf(ask('Too many?'))).detail).toContain('5 unanswered');
    const long = await problemOf(
      (await aGuest(house, code)).qa.ask({ params: { code }, body: { text: 'x'.repeat(501), locale: 'en' } }),
    );
    expect(long).toMatchObject({ status: 409, issues: [{ path: 'text' }] });
  });

  it('stay where their version was read', async () => {
    const { code } = await aBoard(house, organiser);
    const { id } = await asked(house, code, 'Stale?');
    await moderator.qa.move({ params: { id }, body: { version: 1, move: 'shortlist' } });
    expect(await codeOf(moderator.qa.move({ params: { id }, body: { version: 1, move: 'unlist' } }))).toBe(
      'stale-version',
    );
    expect(await codeOf(moderator.qa.move({ params: { id }, body: { version: 2, move: 'dismiss' } }))).toBe(
      'unmet-condition',
    );
    const deferred = await moderator.qa.move({ params: { id }, body: { version: 2, move: 'defer' } });
    expect(deferred.state).toBe('deferred');
    const owed = () => house.db(`select kind from timer where subject = $1 and state = 'armed'`, [`question:${id}`]);
    expect(await owed()).toEqual([{ kind: 'qa.question.follow_up' }]);
    house.clock.pass(20);
    await house.deliver();
    expect(await owed()).toHaveLength(1);
  });
});

describe('the board', () => {
  it('is read by its indexes', async () => {
    const { id, code } = await aBoard(house, organiser);
    await house.db(
      `insert into question (board_id, seq, said_seq, client_uuid, state, asker_handle, text, submitted_at)
       select $1, n, n, gen_random_uuid(), 'published', 'device:' || n % 500, '{}', now() from generate_series(1, 3000) n`,
      [id],
    );
    await house.db('analyze question');
    const plan = await planOf(house, boardRead('b.code = $1'), [code, 2990, publicStates]);
    expect(plan).not.toContain('Seq Scan');
    for (const index of ['board_code_key', 'question_changed', 'question_one_on_air']) expect(plan).toContain(index);
  });

  it('opens and ends by its own clock, at the new hours when its session is put off, and is owed until it is published', async () => {
    house.clock.set('2026-06-01T09:00:00Z');
    const hours = { hour: '16:00', minutes: 90, timeZone: 'Asia/Shanghai' };
    const { slug, board } = await organiser.programme.announce({
      body: { ...hours, topic: 'What keeps a station going?', locale: 'en', day: '2026-06-20' },
    });
    const code = board?.code ?? '';
    const owed = async () => {
      const rows = await house.db<{ kind: string; at: Date }>(
        `select t.kind, t.due_at as at from timer t join board b on t.subject = 'board:' || b.id where b.code = $1 and t.state = 'armed'`,
        [code],
      );
      return rows.map(({ kind, at }) => [kind, at.toISOString()]);
    };
    const putOff = async (day: string) => {
      const { version } = await organiser.programme.session({ params: { slug } });
      await organiser.programme.reschedule({ params: { slug }, body: { ...hours, version, day } });
    };
    const on = async (at: string) => {
      house.clock.set(at);
      await house.deliver();
      return (await organiser.qa.desk({ params: { code } })).phase;
    };
    expect(await owed()).toEqual([['qa.board.open', '2026-06-13T08:00:00.000Z']]);
    await putOff('2026-06-22');
    expect(await owed()).toEqual([['qa.board.open', '2026-06-15T08:00:00.000Z']]);
    expect(await on('2026-06-15T08:00:00Z')).toBe('collecting');
    await putOff('2026-06-24');
    expect(await on('2026-06-24T09:29:00Z')).toBe('collecting');
    // Nobody has started the session; its board ends all the same.
    expect(await on('2026-06-24T09:30:00Z')).toBe('wrap_up');
    await on('2026-07-20T09:00:00Z');
    expect(await owed()).toEqual([['qa.board.publish', '2026-07-21T09:00:00.000Z']]);
    const { version } = await organiser.qa.desk({ params: { code } });
    await organiser.qa.moveBoard({ params: { code }, body: { version, move: 'publish' } });
    expect(await owed()).toEqual([]);
  });
});

describe('a code', () => {
  it.each(['', 'AAAAA', '0OIL1', '../..', '%00', "' or 1=1", '\u202e', 'BCDFGBCDFG', '🦊🦊🦊🦊🦊'])(
    'that is none, %j, leads nowhere and breaks nothing',
    async (code) => {
      for (const path of ['', '/desk', '/stage']) {
        const { statusCode } = await house.app.inject({ url: `/api/v1/boards/${encodeURIComponent(code)}${path}` });
        expect([401, 404, 422]).toContain(statusCode);
      }
      expect(['not-found', 'invalid-input']).toContain(await codeOf(house.visitor().qa.enter({ body: { code } })));
    },
  );

  it('is read however it was typed', async () => {
    const { code } = await aBoard(house, organiser);
    expect(
      await house.visitor().qa.enter({ body: { code: ` ${code.slice(0, 2).toLowerCase()}-${code.slice(2)} ` } }),
    ).toEqual({ code });
  });

  it('opens a public stream to everybody, the moderators’ to them alone', async () => {
    const { code } = await aBoard(house, organiser);
    const streams = house.app.get(Streams);
    const anybody = asVisitor(house.clock.now());
    expect(await streams.mayHear(anybody, `board:${code}`)).toBe(true);
    expect(await streams.mayHear(anybody, `moderation:${code}`)).toBe(false);
    expect(await streams.mayHear(anybody, 'board:ZZZZZ')).toBe(false);
  });
});
