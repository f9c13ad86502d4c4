import type { Role } from '@baraza/domain/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, allRoutes, type House, openHouse } from '../../test/harness.ts';
import { openPostOffice, type PostOffice } from '../../test/post-office.ts';

const problem = (code: string, detail?: string) =>
  expect.objectContaining({
    problem: expect.objectContaining({ code, ...(detail && { detail: expect.stringContaining(detail) }) }),
  });
const others: readonly Role[] = ['moderator', 'broker', 'lead_broker', 'organiser', 'editor', 'me_officer'];
const anId = '00000000-0000-4000-8000-000000000000';

describe('keeping the house', () => {
  let house: House;
  let post: PostOffice;
  let adminId: string;
  let admin: ApiClient;
  beforeAll(async () => {
    post = await openPostOffice();
    house = await openHouse({ settings: { smtpUrl: post.url } });
    adminId = await house.member({ slug: 'keeper', roles: ['admin'] });
    admin = await house.as(adminId);
  });
  afterAll(async () => {
    await post.close();
    await house.close();
  });

  it.each<Role | 'visitor' | 'member'>(['visitor', 'member', ...others])(
    'is closed to a %s at every door',
    async (role) => {
      const cookie =
        role === 'visitor' ? '' : await house.cookie({ roles: others.includes(role as Role) ? [role as Role] : [] });
      const doors = allRoutes.filter(({ name }) => name.startsWith('admin.'));
      expect(doors.length).toBeGreaterThanOrEqual(10);
      for (const { endpoint } of doors) {
        const [method = 'GET', path = ''] = endpoint.split(' ');
        const answer = await house.app.inject({
          method: method as 'GET',
          url: `/api/v1${path.replace(':id', path.includes('jobs') ? '1' : anId)}`,
          headers: { cookie, 'idempotency-key': 'a key that is long' },
        });
        expect([endpoint, answer.statusCode]).toEqual([endpoint, role === 'visitor' ? 401 : 403]);
      }
    },
  );

  const fileOf = (id: string) => admin.admin.member({ params: { id } });
  const give = async (id: string, role: Role, more: object = {}) =>
    admin.members.giveRole({ params: { id }, body: { version: (await fileOf(id)).version, role, ...more } });
  const take = async (id: string, role: Role, by = admin) =>
    by.members.takeRole({ params: { id, role }, body: { version: (await fileOf(id)).version } });

  it('gives a role that holds from the next request on, and takes it back', async () => {
    const id = await house.member();
    const own = await house.as(id);
    const roles = async () => (await own.members.session()).reader?.roles;
    expect(await roles()).toEqual(['member']);
    expect(await give(id, 'broker')).toMatchObject({ roles: ['member', 'broker'] });
    expect(await roles()).toEqual(['member', 'broker']);
    await expect(give(id, 'broker')).rejects.toEqual(problem('already-done'));
    expect(await fileOf(id)).toMatchObject({ held: [{ role: 'broker', givenBy: 'keeper', validUntil: null }] });
    await take(id, 'broker');
    expect(await roles()).toEqual(['member']);
    expect(
      await house.db('select name, data, actor_id from domain_event where stream = $1 order by stream_seq', [
        `member:${id}`,
      ]),
    ).toEqual([
      { name: 'members.role.given', data: { memberId: id, role: 'broker' }, actor_id: adminId },
      { name: 'members.role.taken', data: { memberId: id, role: 'broker' }, actor_id: adminId },
    ]);
  });

  it('gives a role until a day, after which it holds no more', async () => {
    const id = await house.member();
    await expect(give(id, 'editor', { until: '2026-03-01' })).rejects.toEqual(problem('unmet-condition'));
    await give(id, 'editor', { until: '2026-03-21' });
    const own = await house.as(id);
    expect((await own.members.session()).reader?.roles).toEqual(['member', 'editor']);
    const before = house.clock.now();
    house.clock.set('2026-03-22T00:00:00Z');
    expect((await (await house.as(id)).members.session()).reader?.roles).toEqual(['member']);
    house.clock.set(before);
  });

  it('leaves roles to those who may give them', async () => {
    const id = await house.member();
    const lead = await house.as({ roles: ['lead_broker'] });
    const { version } = await fileOf(id);
    await expect(lead.members.giveRole({ params: { id }, body: { version, role: 'editor' } })).rejects.toEqual(
      problem('not-permitted'),
    );
    expect(await lead.members.giveRole({ params: { id }, body: { version, role: 'broker' } })).toMatchObject({
      roles: ['member', 'broker'],
    });
    await expect(
      admin.members.giveRole({
        params: { id: adminId },
        body: { version: (await fileOf(adminId)).version, role: 'broker' },
      }),
    ).rejects.toEqual(problem('unmet-condition'));
    await expect(admin.members.giveRole({ params: { id }, body: { version, role: 'editor' } })).rejects.toEqual(
      problem('stale-version'),
    );
    expect(await take(id, 'broker', await house.as(id))).toMatchObject({ roles: ['member'] });
  });

  it('is never left to nobody', async () => {
    await expect(take(adminId, 'admin')).rejects.toEqual(problem('unmet-condition', 'last administrator'));
    const passing = await house.member();
    await give(passing, 'admin', { until: '2026-12-31' });
    await expect(take(adminId, 'admin')).rejects.toEqual(problem('unmet-condition'));
    await take(passing, 'admin');
    const { version } = await fileOf(adminId);
    await expect(
      admin.members.moveAccount({ params: { id: adminId }, body: { version, move: 'close' } }),
    ).rejects.toEqual(problem('unmet-condition'));
  });

  it('is not left to nobody by two who dismiss each other at once', async () => {
    for (let round = 0; round < 5; round++) {
      const second = await house.member({ roles: ['admin'] });
      const other = await house.as(second);
      const [first, versionOfSecond] = [await fileOf(adminId), (await fileOf(second)).version];
      const outcomes = await Promise.allSettled([
        admin.members.takeRole({ params: { id: second, role: 'admin' }, body: { version: versionOfSecond } }),
        other.members.takeRole({ params: { id: adminId, role: 'admin' }, body: { version: first.version } }),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const left = await house.db<{ member_id: string }>(`select member_id from member_role where role = 'admin'`);
      expect(left).toHaveLength(1);
      await house.db(`update member_role set member_id = $1 where role = 'admin'`, [adminId]);
      admin = await house.as(adminId);
    }
  });

  it('suspends an account at once and gives it back', async () => {
    const id = await house.member();
    const own = await house.as(id);
    const { version } = await own.members.me();
    expect(await admin.members.moveAccount({ params: { id }, body: { version, move: 'suspend' } })).toMatchObject({
      state: 'suspended',
      moves: ['restore', 'close'],
    });
    expect((await own.members.session()).reader).toBeNull();
    await admin.members.moveAccount({ params: { id }, body: { version: version + 1, move: 'restore' } });
    expect((await (await house.as(id)).members.session()).reader?.id).toBe(id);
  });

  it('forgets whoever closes their account, but for the name under what they wrote', async () => {
    const id = await house.member({ slug: 'leaver', roles: ['editor'], at: { kolkata: 'delegate' } });
    const own = await house.as(id);
    const stranger = await house.as({});
    const body = { version: (await own.members.me()).version, move: 'close' as const };
    await expect(stranger.members.moveAccount({ params: { id }, body })).rejects.toEqual(problem('not-permitted'));
    await own.members.moveAccount({ params: { id }, body });
    expect((await own.members.session()).reader).toBeNull();
    expect(await fileOf(id)).toMatchObject({
      state: 'closed',
      displayName: 'leaver',
      email: `closed-${id}@invalid`,
      roles: ['member'],
      moves: [],
      affiliations: [{ state: 'lapsed' }],
    });
    expect(await house.db('select 1 from member_account where user_id = $1', [id])).toEqual([]);
  });

  it('finds members by the beginning of a name or an address, page by page, each once', async () => {
    for (let i = 0; i < 7; i++)
      await house.db(`insert into member (name, email, email_verified) values ($1, $2, true)`, [
        i % 2 ? 'Zeynep' : `zeynep ${i}`,
        `z${i}@find.example`,
      ]);
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await admin.admin.members({ query: { q: 'ZEYNEP', limit: 2, ...(cursor && { cursor }) } });
      seen.push(...page.items.map(({ email }) => email));
      cursor = page.next ?? undefined;
      more = page.next !== null;
    }
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
    expect((await admin.admin.members({ query: { q: 'z3@FIND' } })).items).toMatchObject([
      { email: 'z3@find.example' },
    ]);
    expect((await admin.admin.members({ query: { q: '%' } })).items).toEqual([]);
    expect((await admin.admin.members({ query: { q: 'z', cursor: 'bm9uc2Vuc2U' } })).items.length).toBeGreaterThan(0);
  });

  it('reads the lists by their indexes', async () => {
    await house.db(
      `insert into member (name, email) select 'n' || i, 'n' || i || '@many.example' from generate_series(1, 5000) i`,
    );
    await house.db('analyze member');
    const plan = await house.db<{ 'QUERY PLAN': string }>(
      `explain select id from member m where (lower(m.name) collate "C" like 'n49%' or m.email collate "C" like 'n49%')
       order by lower(m.name) collate "C", m.id limit 20`,
    );
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toMatch(/member_name|member_email/);
    expect(text).not.toContain('Seq Scan');
  });

  it('shows parked jobs with their error, tries them again and throws them away', async () => {
    await house.db(
      `select graphile_worker.add_job('no-such-task', json_build_object('id', i)) from generate_series(1, 2) i`,
    );
    await house.db(
      `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'it <b>broke</b>'
       where task_id = (select id from graphile_worker._private_tasks where identifier = 'no-such-task')`,
    );
    const parked = () => admin.admin.jobs({ query: { state: 'parked' } }).then(({ items }) => items);
    const [second, first] = await parked();
    expect(second).toMatchObject({ task: 'no-such-task', error: 'it <b>broke</b>', state: 'parked' });
    expect((await admin.admin.overview()).jobs.parked).toBe(2);
    expect((await admin.members.session()).reader?.counts['admin']).toBeGreaterThanOrEqual(2);
    await admin.admin.retryJob({ params: { id: first?.id ?? '' } });
    const { items: waiting } = await admin.admin.jobs({ query: { state: 'waiting', limit: 100 } });
    expect(waiting.find(({ id }) => id === first?.id)).toMatchObject({ attempts: 0 });
    await admin.admin.discardJob({ params: { id: first?.id ?? '' } });
    await admin.admin.discardJob({ params: { id: second?.id ?? '' } });
    expect(await parked()).toEqual([]);
    await expect(admin.admin.retryJob({ params: { id: '999999999' } })).rejects.toEqual(problem('not-found'));
  });

  it('lists mails newest first, reads one, and hands a failed one to the server again, once', async () => {
    await house.db(
      `insert into mail (to_address, locale, subject, body_text, body_html, state, error, created_at)
       select 'reader@mail.example', 'en', 'mail ' || i, 'text', '<script>alert(1)</script>', 'failed', 'refused', now() + i * interval '1 day'
       from generate_series(1, 3) i`,
    );
    const first = await admin.admin.mails({ query: { state: 'failed', limit: 2 } });
    expect(first.items.map(({ subject }) => subject)).toEqual(['mail 3', 'mail 2']);
    const rest = await admin.admin.mails({ query: { state: 'failed', limit: 2, cursor: first.next ?? '' } });
    expect(rest).toMatchObject({ items: [{ subject: 'mail 1' }], next: null });
    const id = first.items[0]?.id ?? '';
    expect(await admin.admin.mail({ params: { id } })).toMatchObject({
      html: '<script>alert(1)</script>',
      error: 'refused',
    });
    await admin.admin.resendMail({ params: { id } });
    await house.deliver();
    expect(post.to('reader@mail.example')).toMatchObject([{ subject: 'mail 3' }]);
    expect(await admin.admin.mail({ params: { id } })).toMatchObject({ state: 'sent', error: null });
    await expect(admin.admin.resendMail({ params: { id } })).rejects.toEqual(problem('unmet-condition'));
  });
});
