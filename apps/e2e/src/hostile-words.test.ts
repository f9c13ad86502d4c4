import { hostileMarkdown } from '@baraza/testing/hostile-markdown';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, memberAt, visitorAt } from './house-api.ts';
import { type Stack, startStack, type Visitor } from './stack.ts';

/** Tells of everything that acts by itself: dialogues, and whatever calls the functions that payloads call. */
const trap = `
  window.acted = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'msgbox']) window[name] = (what) => window.acted.push(name + ' ' + what);
`;

/** What could still act, if somebody pressed or passed over it. */
const inspect = `(() => {
  const faults = [...window.acted];
  for (const one of document.querySelectorAll('*')) {
    for (const { name, value } of one.attributes) {
      if (name.startsWith('on')) faults.push(one.tagName + ' ' + name);
      if (name === 'style' && one.closest('.voice')) faults.push(one.tagName + ' style in what people wrote');
      if (['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'srcdoc'].includes(name)) {
        const { protocol } = new URL(value, location.href);
        if (!['http:', 'https:', 'mailto:'].includes(protocol)) faults.push(one.tagName + ' ' + name + '=' + value);
      }
    }
    if (one.closest('.voice') && !['DIV','P','H3','H4','H5','H6','EM','STRONG','S','UL','OL','LI','BLOCKQUOTE','TABLE','THEAD','TBODY','TR','TH','TD','PRE','CODE','A','BR','HR','SPAN','BDI'].includes(one.tagName)) faults.push('<' + one.tagName + '> in what people wrote');
  }
  return faults;
})()`;

interface Mine {
  readonly expressions: readonly { readonly id: string; readonly state: string }[];
  readonly matches: readonly { readonly id: string; readonly state: string }[];
}

describe('hostile words', () => {
  let stack: Stack;
  const people: Record<string, Caller> = {};
  /** Pages on which the words can be read, by who reads them. */
  const pages: { readonly as: string; readonly path: string }[] = [];
  const kept: Record<string, number> = {};

  /** Says each of the corpus in one place; what is refused is refused in words, and the rest stands on a page. */
  async function sayAll(place: string, say: (words: string, i: number) => Promise<{ status: number; text: string }>) {
    for (const [i, words] of hostileMarkdown.entries()) {
      const { status, text } = await say(words, i);
      if (status >= 300 && status !== 422) throw new Error(`${place}: ${JSON.stringify(words)} got ${status} ${text}`);
      if (status < 300) kept[place] = (kept[place] ?? 0) + 1;
    }
  }
  const by = (who: string): Caller => people[who] as Caller;

  beforeAll(async () => {
    stack = await startStack();
    for (const who of ['benin-aced', 'kolkata', 'hangzhou', 'broker', 'organiser'])
      people[who] = await memberAt(stack, who);

    await sayAll('a reply', (text) => by('kolkata').call('POST', '/threads/16/posts', { text, locale: 'en' }));
    for (let from = 1; from <= hostileMarkdown.length + 20; from += 20)
      pages.push({ as: 'benin-aced', path: `/threads/16?from=${from}` });

    await sayAll('a thread', async (words) => {
      const answer = await by('kolkata').call('POST', '/forums/logistics-ports/threads', {
        type: 'question',
        title: words,
        text: words,
        locale: 'en',
      });
      if (answer.status === 201) pages.push({ as: '', path: `/threads/${answer.body['no']}` });
      return answer;
    });
    pages.push({ as: 'hangzhou', path: '/forums/logistics-ports' }, { as: '', path: '/search?q=alert' });

    await sayAll('a request', async (words) => {
      const answer = await by('benin-aced').call('POST', '/requests', {
        language: 'en',
        title: words,
        context: words,
        wantedResult: words,
        whatWeTried: words,
        whatWeBring: words,
        partnerSought: words,
        lines: [{ text: words, quantity: words.slice(0, 60) }],
        modalities: ['training'],
        themes: ['logistics'],
        sdgs: [2],
        languages: ['en'],
        window: { start: '2027-01-10', end: '2027-09-30' },
        submit: true,
      });
      if (answer.status === 201) pages.push({ as: 'broker', path: `/requests/${answer.body['ref']}` });
      return answer;
    });
    pages.push({ as: 'broker', path: '/desk' }, { as: 'benin-aced', path: '/' });

    const mine = (await by('kolkata').call('GET', '/brokering/mine')).body as unknown as Mine;
    const talk = mine.expressions.find(({ state }) => state === 'in_dialogue')?.id;
    const room = mine.matches.find(({ state }) => state === 'introduced')?.id;
    await sayAll('a message', async (text) => {
      const body = { text, language: 'en' };
      await by('kolkata').call('POST', `/expressions/${talk}/messages`, body);
      return by('kolkata').call('POST', `/matches/${room}/messages`, body);
    });
    pages.push({ as: 'kolkata', path: `/matches/${room}` }, { as: 'kolkata', path: `/expressions/${talk}` });

    const programme = (await visitorAt(stack).call('GET', '/programme')).body as {
      live: { board: { code: string } }[];
    };
    const board = programme.live[0]?.board.code;
    await sayAll('a question', (text, i) =>
      visitorAt(stack, `baraza.device=${`guest-${i}`.padEnd(43, 'x')}`).call('POST', `/boards/${board}/questions`, {
        text,
        locale: 'en',
      }),
    );
    pages.push({ as: 'organiser', path: `/b/${board}/moderate` }, { as: '', path: `/b/${board}` });
  }, 180_000);
  afterAll(() => stack?.stop());

  async function faultsOn(visitor: Visitor, path: string): Promise<string[]> {
    await visitor.go(path);
    await visitor.page.mouse.move(20, 300); // the first sign of a person: now the visitors' app comes as well
    return ((await visitor.page.evaluate(inspect)) as string[]).map((fault) => `${path}: ${fault}`);
  }

  it('were taken as words, at least sixty of them in each place', () => {
    for (const [place, count] of Object.entries(kept)) expect([place, count >= 60]).toEqual([place, true]);
    expect(Object.keys(kept)).toEqual(['a reply', 'a thread', 'a request', 'a message', 'a question']);
  });

  it('run nothing on any page, without the policy that would have stopped them', async () => {
    const wrong: string[] = [];
    for (const as of new Set(pages.map((page) => page.as))) {
      const visitor = await stack.visit({ unguarded: true, ...(as && { as }) });
      await visitor.context.addInitScript(trap);
      visitor.page.on('dialog', (dialog) => {
        wrong.push(`${visitor.page.url()}: ${dialog.message()}`);
        void dialog.dismiss();
      });
      visitor.page.on('request', (request) => {
        if (!/^(data|blob|ws):/.test(request.url()) && !request.url().startsWith(stack.base))
          wrong.push(`${visitor.page.url()} asked ${request.url()}`);
      });
      for (const { path } of pages.filter((page) => page.as === as)) wrong.push(...(await faultsOn(visitor, path)));
      wrong.push(...visitor.complaints);
      await visitor.close();
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  it('run nothing when they arrive by the live line, or are previewed', async () => {
    const reader = await stack.visit({ as: 'hangzhou', unguarded: true });
    await reader.context.addInitScript(trap);
    await reader.go('/threads/13');
    await reader.page.locator('#reply').scrollIntoViewIfNeeded();
    await reader.rests();
    for (const text of hostileMarkdown.filter((_, i) => i % 5 === 0))
      await by('kolkata').call('POST', '/threads/13/posts', { text, locale: 'en' });
    await by('kolkata').call('POST', '/threads/13/posts', { text: 'That was all of them.', locale: 'en' });
    const last = reader.page.locator('article.post', { hasText: 'That was all of them.' });
    // The first of them may have pushed the end out of sight; then the page says that there is more, and waits.
    await last.or(reader.page.locator('.arrived button')).first().waitFor();
    // Or the post comes into sight by itself meanwhile, and takes the button away.
    const more = reader.page
      .locator('.arrived button')
      .click()
      .catch(() => undefined);
    await Promise.race([last.waitFor(), more]);
    await last.waitFor();
    expect(await reader.page.evaluate(inspect)).toEqual([]);
    for (const words of hostileMarkdown.filter((_, i) => i % 5 === 1)) {
      const { body } = await by('kolkata').call('POST', '/forums/preview', { text: words });
      await reader.page.evaluate(
        `(() => { const div = document.createElement('div'); div.className = 'voice'; div.innerHTML = ${JSON.stringify(body['html'])}; document.body.append(div); })()`,
      );
    }
    await reader.rests();
    expect(await reader.page.evaluate(inspect)).toEqual([]);
    expect(reader.complaints).toEqual([]);
    await reader.close();
  }, 120_000);
});
