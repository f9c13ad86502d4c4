import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, memberAt, visitorAt } from './house-api.ts';
import { placesOf } from './places.ts';
import { emailOf, type Stack, startStack } from './stack.ts';

interface Mine {
  readonly requests: readonly { readonly ref: string }[];
  readonly expressions: readonly { readonly id: string }[];
  readonly matches: readonly { readonly id: string }[];
  readonly partnerships: readonly { readonly ref: string }[];
}
interface List {
  readonly items: readonly { readonly ref: string; readonly slug: string }[];
}
type Reader = Caller & { readonly who: string; readonly email: string; readonly open: ReadonlySet<string> };

const cityHalls = ['benin-aced', 'kolkata', 'hangzhou', 'guangzhou', 'ningbo'];
const others = ['practitioner-benin', 'broker', 'broker-2', 'lead-broker', 'moderator', 'organiser', 'me-officer'];
/** Every mail address of the demo community ends alike, whoever has it. */
const anybodys = /[\w.-]+@demo\.baraza\.example/g;

describe('pages', () => {
  let stack: Stack;
  const readers: Reader[] = [];
  const addresses = new Set<string>();

  beforeAll(async () => {
    stack = await startStack();
    const mineOf = async (who: string): Promise<[Caller, Mine]> => {
      const caller = await memberAt(stack, who);
      return [caller, (await caller.call('GET', '/brokering/mine')).body as never];
    };
    const visitor = visitorAt(stack);
    readers.push({ ...visitor, who: 'visitor', email: '', open: new Set() });
    for (const who of [...cityHalls, ...others]) {
      const [caller, mine] = await mineOf(who);
      const open = new Set<string>();
      for (const { id } of mine.matches) {
        const { contactsOpen } = (await caller.call('GET', `/matches/${id}`)).body;
        if (contactsOpen) open.add(`/matches/${id}`).add(`/matches/${id}/propose`);
        addresses.add(`/matches/${id}`).add(`/matches/${id}/propose`);
      }
      for (const { id } of mine.expressions) addresses.add(`/expressions/${id}`);
      for (const { ref } of mine.partnerships) addresses.add(`/partnerships/${ref}`);
      for (const { ref } of mine.requests) addresses.add(`/requests/${ref}`).add(`/requests/${ref}/edit`);
      readers.push({ ...caller, who, email: emailOf(who), open });
    }
    const listed = (await visitor.call('GET', '/requests?limit=50')).body as unknown as List;
    for (const { ref } of listed.items) addresses.add(`/requests/${ref}`);
    const cities = (await visitor.call('GET', '/cities?limit=50')).body as unknown as List;
    for (const { slug } of cities.items) addresses.add(`/cities/${slug}`);
    // A link in a mail is for whom the mail was written to, and opens without signing in.
    for (const { address, page } of await placesOf(stack)) if (!page.includes(':token')) addresses.add(address);
    for (const view of ['triage', 'silent', 'dormant', 'appeals', 'suggest'])
      addresses.add(`/desk?view=${view}`).add(`/search?q=${view}`);
    for (const who of cityHalls) addresses.add(`/search?q=${emailOf(who)}`);
  }, 180_000);
  afterAll(() => stack?.stop());

  it('show the contacts of a party to the other party of an introduction, and to nobody else (I2)', async () => {
    expect(addresses.size).toBeGreaterThan(150);
    const told: string[] = [];
    let opened = 0;
    for (const { who, cookie, email, open } of readers)
      for (const address of addresses) {
        const answer = await fetch(stack.base + address, { headers: { cookie } });
        const page = await answer.text();
        const searched = new URL(address, stack.base).searchParams.get('q') ?? '';
        const met = [...new Set(page.match(anybodys))].filter((found) => found !== email && found !== searched);
        if (open.has(address)) opened += met.length > 0 ? 1 : 0;
        else if (met.length > 0) told.push(`${address} tells ${who} ${met.join(', ')}`);
      }
    expect(told).toEqual([]);
    // Contacts that never show anywhere would prove nothing.
    expect(opened).toBeGreaterThan(0);
  }, 300_000);
});
