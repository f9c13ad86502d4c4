import { expect } from '@jest/globals';
import type { Person } from '../person.ts';
import { day } from './request.steps.ts';

// From a suggestion to those who know each other.

/** How long a broker waits for the list to be looked for anew. */
const patience = 60_000;

/** The broker puts to everybody in it a circle that the platform found around these needs, and it says why for each. */
export async function isPutToAll(
  refs: readonly string[],
  broker: Person,
  names: readonly string[] = [],
): Promise<string> {
  const { page } = broker;
  const about = [
    ...refs.map((ref) => page.locator('section', { has: page.locator(`a[href="/requests/${ref}"]`) })),
    ...names.map((hasText) => page.locator('section', { hasText })),
  ];
  const found = about.reduce((all, one) => all.and(one));
  // All of them are listed in parts; they are looked for anew from time to time.
  const late = Date.now() + patience;
  for (let next = '/desk/rings'; ; ) {
    await broker.opens(next);
    if ((await found.count()) > 0) break;
    expect(Date.now()).toBeLessThan(late);
    next = (await broker.links()).find((path) => path.startsWith('/desk/rings?cursor=')) ?? '/desk/rings';
  }
  expect(await found.first().locator('.reasons > li').count()).toBeGreaterThan(refs.length);
  await broker.does('suggestRing', {}, { within: found.first() });
  await broker.page.waitForURL(/\/matches\//);
  return broker.path;
}

/** The broker sends on whom the platform found, and it says why. */
export async function isSuggested(ref: string, broker: Person, partner: string): Promise<string> {
  await broker.opens(`/requests/${ref}`);
  const found = broker.page.locator('#partners li', { has: broker.page.locator(`a[href="/cities/${partner}"]`) });
  expect(await found.locator('.reasons > li').count()).toBeGreaterThan(0);
  await broker.does('suggestPartner', {}, { within: found.first() });
  return (await broker.links()).find((path) => path.startsWith('/matches/')) ?? '';
}

/** Is told that somebody was found, reads why, and says yes. */
export async function saysYes(side: Person, match: string): Promise<void> {
  await side.isTold(match);
  expect(await side.page.locator('.reasons > li').count()).toBeGreaterThan(0);
  await side.does('sayYesMatch');
}

/** The last yes, from among what waits for them on the first page. */
export async function saysYesLast(side: Person, match: string): Promise<void> {
  await side.opens('/');
  await side.follows(match);
  side.mayNotRead();
  await side.does('sayYesMatch');
}

/** All said yes: each reads how to reach the others. */
export async function areIntroduced(match: string, sides: readonly Person[], emails: readonly string[]): Promise<void> {
  for (const side of sides) {
    side.mayNotRead();
    await side.opens(match);
    for (const email of emails) await side.reads(email);
  }
}

const minute = 60_000;

/** Three times by the clock of the one who proposes. The first is almost now, and so is the meeting. */
export async function meet(match: string, proposer: Person, others: readonly Person[]): Promise<number> {
  await proposer.opens(match);
  const timeZone = (await proposer.page.locator('[name="timeZone"]').first().getAttribute('value')) ?? 'UTC';
  const byTheirClock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const first = Math.ceil(Date.now() / minute + 0.75) * minute;
  const times = [0, 24, 48].map((hours, i) => [
    `slots.${i}`,
    byTheirClock.format(first + hours * 60 * minute).replace(' ', 'T'),
  ]);
  await proposer.does('meetForMatch', {
    topic: 'A first conversation',
    delegate: 'Focal point',
    ...Object.fromEntries(times),
  });
  for (const other of others) {
    await other.opens(match);
    await other.does('acceptMeeting', { delegate: 'Focal point' });
  }
  await proposer.opens(match);
  await proposer.reads(proposer.say('brokering.meeting.toCalendar'));
  return first;
}

/** Once its hour has come, what was said is written down, and who does what next. */
export async function writesDown(match: string, began: number, proposer: Person): Promise<void> {
  await proposer.page.waitForTimeout(Math.max(0, began - Date.now()));
  await proposer.opens(match);
  await proposer.does('holdMeeting', {
    note: 'Both sides described how they work, and want to try it with a few parcels.',
    next: 'Send the list of goods',
    nextDue: day(14),
  });
  await proposer.reads(proposer.say('brokering.state.meeting.held'));
}
