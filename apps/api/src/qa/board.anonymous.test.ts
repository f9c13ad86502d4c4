import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBoard, deviceOf, whole } from '../../test/boards.ts';
import { codeOf } from '../../test/forums.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

let house: House;
let organiser: ApiClient;
beforeAll(async () => {
  house = await openHouse();
  organiser = await house.as({ slug: 'organiser', roles: ['organiser'] });
});
afterAll(() => house.close());

/** Every row of every table that says anything about this board, or that was written since. */
async function everything(): Promise<Map<string, string[]>> {
  const tables = await house.db<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema in ('public', 'graphile_worker')`,
  );
  const all = new Map<string, string[]>();
  for (const { schema, name } of tables) {
    const rows = await house.db<{ row: string }>(`select to_jsonb(t)::text as row from "${schema}"."${name}" t`);
    all.set(
      `${schema}.${name}`,
      rows.map(({ row }) => row),
    );
  }
  return all;
}

describe('an anonymous board', () => {
  it('keeps nothing from which a member, a device or an address could be reached (Q5)', async () => {
    const { code } = await aBoard(house, organiser, { identity: 'anonymous' });
    const memberId = await house.member();
    const device = await deviceOf(house, code);
    const cookie = `${await house.cookie(memberId)}; ${device}`;
    const address = '203.0.113.77';
    const send = async (method: 'POST' | 'PUT', path: string, payload: object) => {
      const answer = await house.app.inject({
        method,
        url: `/api/v1${path}`,
        payload,
        remoteAddress: address,
        headers: { cookie, 'idempotency-key': `wish-of-nobody-${path}` },
      });
      expect(answer.statusCode).toBeLessThan(300);
      return answer;
    };
    const other = await house
      .visitor({ cookie: await deviceOf(house, code) })
      .qa.ask({ params: { code }, body: { text: 'Another?', locale: 'en' } });
    const before = await everything();
    const asked = await send('POST', `/boards/${code}/questions`, {
      text: 'Who can know?',
      locale: 'en',
      alias: 'I sign this',
    });
    const { id } = asked.json<{ id: string }>();
    await send('PUT', `/questions/${other.id}/vote`, { on: true });
    await send('POST', `/questions/${id}/moves`, { version: 1, move: 'withdraw' });
    await house.deliver();
    const secrets = [memberId, device.split('=')[1] ?? '', address, 'I sign this'];
    const written: string[] = [];
    for (const [table, rows] of await everything()) {
      const old = new Set(before.get(table));
      written.push(...rows.filter((row) => !old.has(row)).map((row) => `${table} ${row}`));
    }
    expect(written.length).toBeGreaterThan(5);
    for (const secret of secrets) expect(written.filter((row) => row.includes(secret))).toEqual([]);
    const handles = await house.db<{ h: string }>('select asker_handle as h from question where id = $1', [id]);
    expect(handles[0]?.h).toMatch(/^device:[\w-]{43}$/);
    const events = await house.db(
      `select actor_kind, actor_id, on_behalf_of, request_id from domain_event where data ->> 'unnamed' = 'true'`,
    );
    expect(events).toHaveLength(4);
    for (const event of events)
      expect(event).toEqual({ actor_kind: 'visitor', actor_id: null, on_behalf_of: null, request_id: null });
  });

  it('knows a device again and nobody else by it', async () => {
    const { code } = await aBoard(house, organiser, { identity: 'anonymous' });
    const second = await aBoard(house, organiser, { identity: 'anonymous' });
    const cookie = await deviceOf(house, code);
    const guest = house.visitor({ cookie });
    const { id } = await guest.qa.ask({ params: { code }, body: { text: 'Still mine?', locale: 'en', alias: 'Name' } });
    await guest.qa.ask({ params: { code: second.code }, body: { text: 'Here too?', locale: 'en' } });
    const handles = await house.db<{ asker_handle: string }>(
      'select distinct asker_handle from question where board_id in (select id from board where code in ($1, $2))',
      [code, second.code],
    );
    expect(handles).toHaveLength(2);
    expect((await guest.qa.board({ params: { code }, query: {} })).mine).toMatchObject([{ id }]);
    const [shown] = whole(await house.visitor().qa.board({ params: { code }, query: {} })).questions;
    expect(shown).toMatchObject({ name: null, alias: null });
    const { questions } = await organiser.qa.desk({ params: { code } });
    expect(questions).toMatchObject([{ name: null, alias: null }]);
    expect(await codeOf(house.visitor().qa.move({ params: { id }, body: { version: 1, move: 'withdraw' } }))).toBe(
      'not-permitted',
    );
  });

  it('gives a wish sent twice the same answer, though it does not know whose it was', async () => {
    const { code } = await aBoard(house, organiser, { identity: 'anonymous' });
    const cookie = await deviceOf(house, code);
    const member = await house.as({}, { cookie });
    const call = { params: { code }, body: { text: 'Twice?', locale: 'en' as const } };
    const key = 'the same wish of somebody';
    const [a, b] = [
      await member.qa.ask(call, { idempotencyKey: key }),
      await member.qa.ask(call, { idempotencyKey: key }),
    ];
    expect(a).toEqual(b);
  });
});
