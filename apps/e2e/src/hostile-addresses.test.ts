import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memberAt } from './house-api.ts';
import { pagePaths } from './places.ts';
import { type Stack, startStack } from './stack.ts';

/** What people and machines put where a slug, a number or a search belongs. */
const hostile = [
  '%00',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5c..%5cwin.ini',
  '%ff%fe',
  '%E0%A4%A',
  "'%3B%20drop%20table%20member%3B%20--",
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '0',
  '-1',
  '2147483648',
  '9007199254740993',
  '99999999999999999999',
  '1e309',
  'NaN',
  'REQ-0000-0000',
  '11111111-1111-4111-8111-111111111111',
  'x'.repeat(290),
  '%D9%80'.repeat(90),
  '%F0%9F%91%A9%E2%80%8D%F0%9F%91%A9',
  '__proto__',
  'constructor',
  '%7B%7B7*7%7D%7D',
];
const questions = ['page', 'cursor', 'q', 'from', 'view', 'theme', 'case', 'sort', 'post', 'token', 'next'];

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string }[];
}

describe('hostile addresses and forms', () => {
  let stack: Stack;
  const readers: { who: string; cookie: string }[] = [{ who: 'visitor', cookie: '' }];
  beforeAll(async () => {
    stack = await startStack();
    for (const who of ['kolkata', 'broker', 'admin'])
      readers.push({ who, cookie: (await memberAt(stack, who)).cookie });
  }, 120_000);
  afterAll(() => stack?.stop());

  /** The faults among the answers: a 5xx, an answer that is no page, a way out of the house. */
  async function faultOf(path: string, who: string, init: RequestInit): Promise<string[]> {
    const answer = await fetch(stack.base + path, { redirect: 'manual', ...init });
    const text = await answer.text();
    const to = answer.headers.get('location');
    const leads = to === null || new URL(to, stack.base).origin === new URL(stack.base).origin;
    const said = `${init.method ?? 'GET'} ${path.slice(0, 160)} as ${who}`;
    if (answer.status >= 500) return [`${answer.status} on ${said}: ${text.slice(0, 200)}`];
    if (!leads) return [`${said} leads to ${to}`];
    if (text.includes('<script>alert(1)')) return [`${said} says the script it was sent`];
    return [];
  }

  it('end in a page for every page of the house, whoever asks', async () => {
    const faults: string[] = [];
    for (const [n, { who, cookie }] of readers.entries())
      for (const path of pagePaths()) {
        const holes = path.includes(':') ? hostile : [''];
        const asked = [
          ...holes.map((evil, i) => {
            const name = questions[i % questions.length];
            return `${path.replace(/:\w+/g, evil)}?${name}=${hostile[(i * 7) % hostile.length]}&${name}[]=x`;
          }),
          ...questions.map((name, i) => `${path.replace(/:\w+/g, '1')}?${name}=${hostile[i]}`),
        ];
        // Each address by two of the four in turn: every page still meets all of them, and all who ask.
        for (const address of asked.filter((_, i) => (i + n) % 2 === 0))
          faults.push(...(await faultOf(address, who, { headers: { cookie } })));
      }
    expect(faults).toEqual([]);
  }, 240_000);

  it('end in a page for every form of the house, whoever sends it', async () => {
    const contract = (await (await fetch(`${stack.base}/api/openapi.json`)).json()) as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    };
    const writes = Object.values(contract.paths).flatMap((methods) =>
      Object.entries(methods).flatMap(([method, operation]) => (method === 'get' ? [] : [operation])),
    );
    expect(writes.length).toBeGreaterThan(60);
    const faults: string[] = [];
    for (const { who, cookie } of readers)
      for (const [n, { operationId, parameters = [] }] of writes.entries())
        for (let i = 0; i < 4; i++) {
          const evil = (k: number) => hostile[(n + i * 5 + k * 3) % hostile.length] ?? '';
          const query = parameters.map(({ name }, k) => `${name}=${evil(k)}`).join('&');
          const form = [
            'version=1&version=2',
            `text=${evil(1)}&title=${evil(2)}&note=${evil(3)}&lines.0.text=${evil(4)}&lines.99999999.text=x`,
            `move=${evil(5)}&__proto__.admin=1&constructor.prototype.admin=1`,
            `_page=${['//evil.example/', '/%5Cevil.example', 'https://evil.example', '/requests'][i]}`,
            `_next=//evil.example&next=//evil.example&_key=${evil(6)}&_form=${evil(7)}`,
          ].join('&');
          faults.push(
            ...(await faultOf(`/do/${operationId}?${query}`, who, {
              method: 'POST',
              headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
              body: form,
            })),
          );
        }
    expect(faults).toEqual([]);
  }, 240_000);

  it.each([
    [
      'a form from another house',
      '/do/forums.reply?no=1',
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    ],
    ['a form of an operation that reads', '/do/forums.read?no=1', {}],
    ['a form of an operation that is none', '/do/constructor.name', {}],
    ['a form of no type', '/do/forums.reply?no=1', { 'content-type': 'application/x-java' }],
  ])('refuse %s', async (_, path, headers) => {
    const { cookie } = readers[1] ?? { cookie: '' };
    const answer = await fetch(stack.base + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie, ...headers },
      body: 'text=Sent+from+elsewhere&locale=en',
    });
    expect([answer.status >= 400 && answer.status < 500, answer.headers.get('location')]).toEqual([true, null]);
  });
});
