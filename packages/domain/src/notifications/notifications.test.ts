import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { can, visitor } from '../kernel/index.ts';
import {
  channelsFor,
  dedupeKey,
  defaultPreferences,
  digestOf,
  mailRhythms,
  notificationPolicy,
  type Preferences,
  type Reason,
  raise,
  reasonNames,
  termsOf,
} from './index.ts';

const at = (iso: string) => new Date(iso);
const preferences = fc.record<Preferences>({
  mail: fc.constantFrom(...mailRhythms),
  quiet: fc.subarray(reasonNames),
  reachable: fc.boolean(),
});

describe('a reason', () => {
  it.each(reasonNames)('%s: what waits for somebody is urgent, and silence costs no mail', (reason) => {
    const { urgency, channels, duty } = termsOf(reason);
    expect(channels).toContain('app');
    expect(!duty || urgency === 'now').toBe(true);
    expect(channels.includes('mail')).toBe(urgency === 'now');
    expect(channels.includes('digest')).toBe(urgency === 'digest');
  });

  it.each<[Reason, Partial<Preferences>, string[]]>([
    ['brokering.expressionReceived', {}, ['app', 'mail']],
    ['brokering.expressionReceived', { mail: 'daily' }, ['app', 'digest']],
    ['brokering.expressionReceived', { mail: 'never' }, ['app']],
    ['brokering.expressionReceived', { quiet: ['brokering.expressionReceived'] }, ['app']],
    ['brokering.expressionReceived', { reachable: false }, ['app']],
    ['forums.reply', {}, ['app', 'digest']],
    ['forums.reply', { quiet: ['forums.reply'] }, []],
    ['forums.quoted', { quiet: ['forums.reply'] }, ['app', 'mail']],
    ['brokering.expressionSeen', {}, ['app', 'digest']],
    ['brokering.suggested', { quiet: ['brokering.matching'] }, ['app', 'mail']],
    ['brokering.partnerFound', { quiet: ['brokering.partnerFound'] }, ['app']],
    ['brokering.partnershipAccepted', {}, ['app', 'digest']],
    ['brokering.followedEnded', {}, ['app', 'digest']],
  ])('%s under %j reaches by %j', (reason, more, channels) => {
    expect(channelsFor(reason, { ...defaultPreferences, ...more })).toEqual(channels);
  });

  it('never loses what waits for somebody, never mails who asked not to be', () => {
    fc.assert(
      fc.property(fc.constantFrom(...reasonNames), preferences, (reason, wanted) => {
        const channels = channelsFor(reason, wanted);
        if (termsOf(reason).duty) expect(channels).toContain('app');
        if (wanted.mail !== 'at_once' || !wanted.reachable) expect(channels).not.toContain('mail');
        if (wanted.mail === 'never' || !wanted.reachable) expect(channels).not.toContain('digest');
        expect(new Set(channels).size).toBe(channels.length);
      }),
    );
  });
});

describe('a notification', () => {
  it('is one for each recipient, reason, subject and window', () => {
    const key = (when: string, reason: Reason = 'forums.reply', subject = 'thread:1', who = 'ana') =>
      dedupeKey(who, reason, subject, at(when));
    expect(key('2026-03-20T00:00:00Z')).toBe(key('2026-03-20T23:59:59Z'));
    const others = [
      key('2026-03-21T00:00:00Z'),
      key('2026-03-20T00:00:00Z', 'forums.quoted'),
      key('2026-03-20T00:00:00Z', 'forums.reply', 'thread:2'),
      key('2026-03-20T00:00:00Z', 'forums.reply', 'thread:1', 'ben'),
    ];
    expect(others).not.toContain(key('2026-03-20T00:00:00Z'));
    expect(key('2026-03-20T00:00:00Z', 'qa.answered')).toBe(key('2031-01-01T00:00:00Z', 'qa.answered'));
    // A conversation is one notice; in the afternoon it is another.
    const said = (when: string) => key(when, 'brokering.messageWritten', 'match:1');
    expect(said('2026-03-20T08:00:00Z')).toBe(said('2026-03-20T11:59:00Z'));
    expect(said('2026-03-20T08:00:00Z')).not.toBe(said('2026-03-20T14:00:00Z'));
  });

  it('is raised unread and is its recipient’s alone', () => {
    const raised = { id: 'n1', ...raise('ana', 'qa.onAir', 'question:1', at('2026-03-20T09:00:00Z')) };
    expect(raised).toMatchObject({ urgency: 'now', readAt: null, visibilityCheckedAt: null });
    const ana = { ...visitor, kind: 'member', id: 'ana' } as const;
    expect(
      [ana, { ...ana, id: 'ben', roles: ['admin'] as const }, visitor].map((a) =>
        can(notificationPolicy, a, 'view', raised),
      ),
    ).toEqual([true, false, false]);
  });
});

describe('the daily mail', () => {
  const some = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      reason: fc.constantFrom(...reasonNames),
      raisedAt: fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z'), noInvalidDate: true }),
      readAt: fc.constantFrom(null, null, at('2026-12-31T00:00:00Z')),
    }),
    { selector: ({ id }) => id, maxLength: 30 },
  );

  it('carries at most ten unread, what waits for the reader first, and says how many it leaves out', () => {
    fc.assert(
      fc.property(some, (notifications) => {
        const { items, more } = digestOf(notifications);
        const unread = notifications.filter(({ readAt }) => readAt === null);
        expect(items.length).toBe(Math.min(10, unread.length));
        expect(items.length + more).toBe(unread.length);
        const duties = unread.filter(({ reason }) => termsOf(reason).duty).length;
        expect(items.slice(0, duties).every(({ reason }) => termsOf(reason).duty)).toBe(true);
        expect(digestOf([...notifications].reverse())).toEqual({ items, more });
      }),
    );
  });
});
