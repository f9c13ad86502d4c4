import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack, type Visitor } from './stack.ts';
import { words } from './words.ts';

interface Thread {
  readonly posts: readonly { readonly text: { readonly html: string } | null }[];
}

/** The page asks again what it missed, as it does when a phone is taken out of a pocket. */
const lookAgain = ({ page }: Visitor) => page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((next) => setTimeout(next, 50));
}

async function reply({ page }: Visitor, text: string): Promise<void> {
  await page.locator('#reply textarea').fill(text);
  await page.locator('#reply button[type="submit"]').first().click();
}
const post = ({ page }: Visitor, text: string) => page.locator('article.post[id]', { hasText: text });
const typed = ({ page }: Visitor) => page.locator('#main-form [name="text"]').inputValue();

describe('a thread', () => {
  let stack: Stack;
  let writer: Visitor;
  beforeAll(async () => {
    stack = await startStack();
    writer = await stack.visit({ as: 'benin-aced', locale: 'fr' });
  }, 120_000);
  afterAll(() => stack?.stop());

  const stored = async (no: number, text: string): Promise<number> => {
    const answer = await writer.context.request.get(`${stack.base}/api/v1/threads/${no}`);
    return ((await answer.json()) as Thread).posts.filter((one) => one.text?.html.includes(text)).length;
  };

  it('shows what somebody else writes as soon as it is written', async () => {
    const reader = await stack.visit({ as: 'kolkata', width: 360, height: 740 });
    await Promise.all([writer.go('/threads/16'), reader.go('/threads/16')]);
    const toTheEnd = () => reader.page.locator('#reply').scrollIntoViewIfNeeded();
    await toTheEnd();
    await reply(writer, 'Bonjour du Bénin.');
    await Promise.all([writer, reader].map((one) => post(one, 'Bonjour du Bénin.').waitFor()));

    const took: number[] = [];
    for (const text of ['Première remarque.', 'Deuxième remarque.', 'Troisième remarque.']) {
      await toTheEnd();
      const begun = performance.now();
      await reply(writer, text);
      await post(reader, text).waitFor();
      took.push(performance.now() - begun);
      await post(writer, text).waitFor();
    }
    process.stderr.write(`a post reached another browser after ${took.map(Math.round).join(', ')} ms\n`);
    expect([...writer.complaints, ...reader.complaints]).toEqual([]);
    await reader.close();
  });

  it('moves nothing under somebody who writes: it says that there is something new', async () => {
    const reader = await stack.visit({ as: 'kolkata', width: 360, height: 740 });
    await Promise.all([writer.go('/threads/15'), reader.go('/threads/15')]);
    await reader.rests();
    await reader.page.locator('#reply textarea').fill('I am just about to say that');
    await reply(writer, 'Une dernière chose.');
    const news = reader.page.getByRole('button', { name: words('en')('forums.newPosts', { count: 1 }) });
    await news.waitFor();
    expect(await post(reader, 'Une dernière chose.').count()).toBe(0);
    await news.click();
    await post(reader, 'Une dernière chose.').waitFor();
    expect(await typed(reader)).toBe('I am just about to say that');
    await reader.close();
  });

  it('is whole at the next look where the live line does not come through', async () => {
    const reader = await stack.visit({ as: 'kolkata' });
    await reader.context.routeWebSocket(/socket\.io/, (socket) => socket.close());
    await Promise.all([writer.go('/threads/14'), reader.go('/threads/14')]);
    await reader.page.locator('#reply').scrollIntoViewIfNeeded();
    await reader.rests();
    await reply(writer, 'Sans la ligne directe.');
    await post(writer, 'Sans la ligne directe.').waitFor();
    expect(await post(reader, 'Sans la ligne directe.').count()).toBe(0);
    await lookAgain(reader);
    await post(reader, 'Sans la ligne directe.').waitFor();
    await reader.close();
  });

  it('keeps a reply on the phone while the line is down, and sends it once, also when the answer is lost', async () => {
    const say = words('fr');
    const text = 'Écrit dans le bus, sans réseau.';
    const phone = await stack.visit({ as: 'benin-aced', locale: 'fr', width: 360, height: 740 });
    await phone.go('/threads/13');
    await phone.page.mouse.move(100, 300); // somebody is there, so the app comes
    await phone.appComes();
    await phone.rests();
    await phone.context.setOffline(true);
    await phone.page.getByText(say('kernel.offline')).first().waitFor();
    await reply(phone, text);
    const kept = phone.page.locator('.post.kept', { hasText: text });
    await kept.getByText(say('kernel.sendState.saved')).waitFor();
    expect(await typed(phone)).toBe('');

    // The line is back, but sending does not get through: a page loaded anew still has the words.
    await phone.context.route('**/do/forums.reply*', (route) => route.abort());
    await phone.context.setOffline(false);
    await phone.page.reload();
    await kept.waitFor();

    // Now it arrives, but the phone does not hear that it did.
    let lost = 0;
    await phone.context.route('**/do/forums.reply*', async (route) => {
      lost += (await route.fetch()).ok() ? 1 : 0;
      await route.abort();
    });
    await lookAgain(phone);
    await until(() => lost === 1);
    await kept.getByText(say('kernel.sendState.saved')).waitFor();

    await phone.context.unroute('**/do/forums.reply*');
    await lookAgain(phone);
    await kept.waitFor({ state: 'detached' });
    await post(phone, text).waitFor();
    expect(await post(phone, text).count()).toBe(1);
    expect(await stored(13, text)).toBe(1);
    await phone.close();
  });

  it.each([true, false])('loses nothing typed when the language changes (script: %s)', async (script) => {
    const member = await stack.visit({ as: 'benin-aced', locale: 'fr', script, width: 360, height: 740 });
    const { page } = member;
    const change = async (to: string) => {
      await page.locator(`button[name="_language"][value="${to}"]`).click();
      await page.locator(`html[lang="${to}"]`).waitFor();
    };
    await member.go('/threads/12');
    const text = `Nous avons essayé cela à Cotonou: trois marchés, "une" semaine & deux livreurs (${script}).`;
    await page.locator('#main-form [name="text"]').fill(text);
    await change('ar');
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
    expect(await typed(member)).toBe(text);
    await change('zh');
    expect(await typed(member)).toBe(text);
    await page.locator('#reply button[type="submit"]').first().click();
    await post(member, text).waitFor();

    await member.go('/requests/new');
    await page.locator('[name="title"]').fill('Livraison à vélo');
    await page.locator('[name="themes"][value="logistics"]').check({ force: true });
    await change('ru');
    expect(await page.locator('[name="title"]').inputValue()).toBe('Livraison à vélo');
    expect(await page.locator('[name="themes"][value="logistics"]').isChecked()).toBe(true);
    expect(member.complaints).toEqual([]);
    await member.close();
  });
});
