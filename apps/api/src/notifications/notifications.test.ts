import type { Reason } from '@baraza/domain/notifications';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';
import { Relay } from '../platform/events/relay.ts';
import { Streams } from '../platform/live/streams.ts';
import { NotificationsMails } from './notifications.mails.ts';
import { Notifier } from './notifier.ts';
import { Recipients } from './recipients.queries.ts';

const nothing = { view: 'all', limit: 50 } as const;
const content = {
  title: 'Fair rules for a festival platform',
  context: 'Small vendors moved online and lost the days of the fair.',
  wantedResult: 'A draft of rules that vendors agree to.',
  whatWeBring: 'Ten years of festival figures.',
  modalities: ['policy_advice' as const],
  themes: ['small-business'],
  window: { start: '2026-06-01', end: '2026-12-01' },
};

describe('notifications', () => {
  let house: House;
  let delegate: ApiClient;
  let focal: ApiClient;
  let broker: ApiClient;
  let focalId: string;
  let brokerId: string;
  beforeAll(async () => {
    house = await openHouse();
    delegate = await house.as({ slug: 'delegate', at: { hangzhou: 'delegate' } });
    focalId = await house.member({ slug: 'focal', at: { hangzhou: 'focal_point' }, locale: 'fr' });
    focal = await house.as(focalId);
    brokerId = await house.member({ slug: 'desk', roles: ['broker'] });
    broker = await house.as(brokerId);
    await house.member({ slug: 'partial', roles: ['broker'], at: { hangzhou: 'staff' } });
  });
  afterAll(() => house.close());

  const reasons = async (api: ApiClient) =>
    (await api.notifications.inbox({ query: nothing })).items.map((n) => n.reason);
  const mailsTo = (id: string) =>
    house.db<{ subject: string; locale: string; text: string }>(
      'select subject, locale, body_text as text from mail where to_member = $1 order by created_at, id',
      [id],
    );

  const submitted = async (title = content.title) => {
    const organisationId = await house.organisation('hangzhou');
    const view = await delegate.brokering.draftRequest({
      body: { kind: 'need', organisationId, ...content, title, submit: true },
    });
    await house.deliver();
    return view;
  };

  it('ask the focal point of what a delegate submits, in the focal point’s language, and the desk only then', async () => {
    const request = await submitted();
    expect(await reasons(focal)).toEqual(['brokering.approvalNeeded']);
    expect(await reasons(broker)).toEqual([]);
    expect(await reasons(delegate)).toEqual([]);
    const [mail] = await mailsTo(focalId);
    expect(mail?.locale).toBe('fr');
    expect(mail?.subject).toContain('votre accord : ');
    expect(mail?.subject).toContain(content.title);
    // One tap: the button approves without signing in.
    expect(mail?.text).toMatch(/Approuver au nom de votre organisation:\nhttp:\/\/localhost:3000\/tap\/[\w-]+/);
    expect(mail?.text).toContain('/inbox/settings');

    const { version } = await focal.brokering.request({ params: { ref: request.ref } });
    await focal.brokering.approveRequest({ params: { ref: request.ref }, body: { version } });
    await house.deliver();
    expect(await reasons(broker)).toEqual(['brokering.reviewNeeded']);
    expect(await mailsTo(brokerId)).toHaveLength(1);
    const partial = await house.as('partial');
    expect(await reasons(partial)).toEqual([]);
  });

  it('are raised once, however often what happened is told', async () => {
    const before = await house.db('select count(*)::int as n from notification');
    const mails = await house.db('select count(*)::int as n from mail');
    const events = await house.db<{ seq: string }>(`select seq::text from domain_event where name like 'brokering.%'`);
    for (const { seq } of events) await house.app.get(Relay).carry(seq);
    await house.deliver();
    expect(await house.db('select count(*)::int as n from notification')).toEqual(before);
    expect(await house.db('select count(*)::int as n from mail')).toEqual(mails);
  });

  it('cost no second look at whoever has been told', async () => {
    const { id } = await submitted('Told twice');
    const recipients = house.app.get(Recipients);
    const many = recipients.many.bind(recipients);
    const looked: string[] = [];
    recipients.many = (ids, at) => {
      looked.push(...ids);
      return many(ids, at);
    };
    const cause = { seq: '1', at: house.clock.now(), actorId: null };
    for (const told of [[focalId], [focalId, brokerId]])
      await house.app
        .get(Notifier)
        .raise({ reason: 'brokering.published', subject: { kind: 'request', id }, recipients: told, cause });
    recipients.many = many;
    expect(looked).toEqual([focalId, brokerId]);
  });

  it('are not mailed, nor shown, when their subject may not be opened any more', async () => {
    const request = await submitted('Withdrawn before anybody looked');
    const [raised] = await house.db<{ id: string }>(
      `select n.id from notification n where n.member_id = $1 and n.subject_id = $2`,
      [focalId, request.id],
    );
    await house.db(`delete from mail where dedupe_key = $1`, [`notification:${raised?.id}`]);
    await house.db(`update affiliation set state = 'revoked' where member_id = $1`, [focalId]);
    const before = await mailsTo(focalId);
    await house.app.get(NotificationsMails).send(raised?.id ?? '');
    expect(await mailsTo(focalId)).toEqual(before);
    const stranger = await house.as(focalId);
    expect((await stranger.notifications.inbox({ query: nothing })).items).toEqual([]);
    await house.db(`update affiliation set state = 'active' where member_id = $1`, [focalId]);
    await house.app.get(NotificationsMails).send(raised?.id ?? '');
    expect(await mailsTo(focalId)).toHaveLength(before.length + 1);
  });

  it('stand as read, and cost no mail, when they are told long after', async () => {
    const request = await submitted('Imported from elsewhere');
    const id = await house.member({ slug: 'late', at: { hangzhou: 'focal_point' } });
    const at = new Date(house.clock.now().getTime() - 30 * 86_400_000);
    const raising = {
      reason: 'brokering.published' as const,
      subject: { kind: 'request', id: request.id },
      recipients: [id],
    };
    await house.app.get(Notifier).raise({ ...raising, cause: { seq: '1', at, actorId: null } });
    await house.deliver();
    const late = await house.as(id);
    const { items, unread } = await late.notifications.inbox({ query: nothing });
    expect(items).toMatchObject([{ reason: 'brokering.published', read: true }]);
    expect(unread).toBe(0);
    expect(await mailsTo(id)).toEqual([]);
  });

  it('count live, on a stream that is the member’s alone', async () => {
    const me = await house.as(focalId);
    const { stream, unread, items } = await me.notifications.inbox({ query: nothing });
    expect(stream).toBe(`member:${focalId}`);
    expect((await me.members.session()).reader?.counts['inbox']).toBe(unread);
    const [first] = items;
    const { unread: left } = await me.notifications.markRead({ params: { id: first?.id ?? '' } });
    expect(left).toBe(unread - 1);
    const { news } = await me.live.missed({ params: { stream }, query: { since: 0 } });
    expect(news.at(-1)).toMatchObject({ name: 'notifications.notification.read', data: { unread: left } });
    expect(news[0]).toMatchObject({ name: 'notifications.notification.raised', data: { unread: 1 } });
    await expect(broker.live.missed({ params: { stream }, query: { since: 0 } })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    await expect(broker.notifications.markRead({ params: { id: first?.id ?? '' } })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    expect(await me.notifications.markAllRead({ body: {} })).toEqual({ unread: 0 });
    expect((await me.notifications.inbox({ query: { ...nothing, view: 'unread' } })).items).toEqual([]);
    const streams = house.app.get(Streams);
    expect(await streams.mayHear({ actor: { id: focalId } } as never, `member:${brokerId}`)).toBe(false);
  });

  it('list a thing once, under the newest that was told of it, and reading it reads what was told before', async () => {
    const [one, other] = [await submitted('A thing of many words'), await submitted('A thing of few')];
    const id = await house.member({ slug: 'busy', at: { hangzhou: 'focal_point' } });
    const me = await house.as(id);
    const start = house.clock.now().getTime();
    const tell = async (request: { id: string }, reason: Reason, minute: number) => {
      const cause = { seq: '1', at: new Date(start + minute * 60_000), actorId: null };
      const subject = { kind: 'request', id: request.id };
      await house.app.get(Notifier).raise({ reason, subject, recipients: [id], cause });
    };
    await tell(one, 'brokering.approvalNeeded', 0);
    await tell(other, 'brokering.approvalNeeded', 1);
    await tell(one, 'brokering.questionAsked', 2);
    await tell(one, 'brokering.published', 3);
    const inbox = async (query: object = {}) => {
      const { items, unread, next } = await me.notifications.inbox({ query: { ...nothing, ...query } });
      const rows = items.map(({ title, reason, read, earlier: { count, notices } }) => ({
        title,
        told: [reason, ...notices.map((notice) => notice.reason)].map((name) => name.slice('brokering.'.length)),
        count,
        read,
      }));
      return { rows, unread, next, items };
    };
    const few = { title: 'A thing of few', told: ['approvalNeeded'], count: 0 };
    const many = { title: 'A thing of many words', told: ['published', 'questionAsked', 'approvalNeeded'], count: 2 };
    const before = await inbox();
    expect(before).toMatchObject({ unread: 2, rows: [many, few].map((row) => ({ ...row, read: false })) });
    const first = await inbox({ limit: 1 });
    const second = await inbox({ limit: 1, cursor: first.next ?? '' });
    expect([first.rows, second.rows, second.next]).toMatchObject([[many], [few], null]);

    // Told after the page was drawn: it is not read with what was drawn.
    await tell(one, 'brokering.lapsed', 4);
    const params = { id: before.items[0]?.id ?? '' };
    expect(await me.notifications.markRead({ params })).toEqual({ unread: 2 });
    const unread = await inbox({ view: 'unread' });
    expect(unread.rows).toEqual([
      { ...many, told: ['lapsed'], count: 0, read: false },
      { ...few, read: false },
    ]);
    await me.notifications.markRead({ params: { id: unread.items[0]?.id ?? '' } });
    expect(await inbox()).toMatchObject({
      unread: 1,
      rows: [
        { told: ['lapsed', ...many.told], count: 3, read: true },
        { ...few, read: false },
      ],
    });
  });

  it('page by time without repeating or leaving out', async () => {
    const me = await house.as(focalId);
    const all = (await me.notifications.inbox({ query: nothing })).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const { items, next } = await me.notifications.inbox({ query: { limit: 1, ...(cursor && { cursor }) } });
      paged.push(...items.map(({ id }) => id));
      if (!next) break;
      cursor = next;
    }
    expect(paged).toEqual(all);
    expect((await me.notifications.inbox({ query: { cursor: 'nonsense' } })).items).toHaveLength(all.length);
  });

  it('keep quiet what is quieted, and send the rest of a day in one mail at seven', async () => {
    const id = await house.member({ slug: 'daily', roles: ['broker'], locale: 'ar' });
    await house.db(`update member set time_zone = 'Africa/Cairo' where id = $1`, [id]);
    const me = await house.as(id);
    const wanted = { mail: 'daily' as const, quiet: ['forums.reply' as const] };
    expect(await me.notifications.savePreferences({ body: wanted })).toMatchObject(wanted);
    const request = await submitted('Told once a day');
    const { version } = await focal.brokering.request({ params: { ref: request.ref } });
    await focal.brokering.approveRequest({ params: { ref: request.ref }, body: { version } });
    await house.deliver();
    expect(await mailsTo(id)).toEqual([]);
    const mails = house.app.get(NotificationsMails);
    house.clock.set('2026-03-21T04:00:00Z');
    await mails.sendDaily();
    expect(await mailsTo(id)).toEqual([]);
    house.clock.set('2026-03-21T05:00:00Z');
    await mails.sendDaily();
    await mails.sendDaily();
    const daily = await mailsTo(id);
    expect(daily).toHaveLength(1);
    expect(daily[0]).toMatchObject({ locale: 'ar' });
    expect(daily[0]?.text).toContain('Told once a day');
    expect(daily[0]?.text).toContain(`/requests/${request.ref}`);
  });

  it('tell those who follow a thread of a reply, and whoever is quoted that they are', async () => {
    const [cluster] = await house.db<{ id: string }>(
      `insert into cluster (slug, kind, names, description) values ('ports', 'forum', '{"en": "Ports"}', '{"sourceLocale": "en", "sourceText": "", "sourceHash": "", "variants": []}') returning id`,
    );
    const clusters = [cluster?.id ?? ''];
    const asking = await house.as({ slug: 'asking', clusters });
    const answering = await house.as({ slug: 'answering', clusters });
    const quoting = await house.as({ slug: 'quoting', clusters });
    const { no } = await asking.forums.start({
      params: { slug: 'ports' },
      body: { type: 'question', title: 'Which step first?', text: 'We have money for one module.', locale: 'en' },
    });
    const params = { no };
    await house.deliver();
    await answering.forums.reply({ params, body: { text: 'None of these came first.', locale: 'en' } });
    await house.deliver();
    expect(await reasons(asking)).toEqual(['forums.reply']);
    await quoting.forums.reply({ params, body: { text: 'How do you know?', locale: 'en', quote: 2 } });
    await house.deliver();
    const [quoted] = (await answering.notifications.inbox({ query: nothing })).items;
    expect(quoted).toMatchObject({ reason: 'forums.quoted', kind: 'thread', href: `/threads/${no}#post-3` });
    expect(await reasons(asking)).toEqual(['forums.reply']);
    expect(await reasons(quoting)).toEqual([]);
    await house.db(`update thread set state = 'hidden' where no = $1`, [no]);
    expect(await reasons(answering)).toEqual([]);
  });

  it('tell a newcomer that they are verified, and the administrator that somebody asks', async () => {
    const admin = await house.as({ slug: 'keeper', roles: ['admin'] });
    const newcomer = await house.as({ slug: 'newcomer' });
    const organisationId = await house.organisation('qingdao');
    const asked = await newcomer.members.requestAffiliation({ body: { organisationId, role: 'delegate' } });
    await house.deliver();
    expect(await reasons(admin)).toEqual(['members.affiliationAsked']);
    await admin.members.moveAffiliation({ params: { id: asked.id }, body: { version: asked.version, move: 'verify' } });
    await house.deliver();
    expect(await reasons(newcomer)).toEqual(['members.affiliationVerified']);
  });
});
