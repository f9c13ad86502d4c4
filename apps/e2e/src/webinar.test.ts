import type { Locale } from '@baraza/i18n';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack, type Visit, type Visitor } from './stack.ts';
import { words } from './words.ts';

const day = (fromNow: number): string => new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);

/** What stands on somebody's board: each question with its votes, in order, under the heading it stands under. */
const standing = ({ page }: Visitor) =>
  page.evaluate(`[...document.querySelectorAll('.onair .q, .asks > li')].map((one) => [
    one.closest('section').querySelector('h2').innerText.trim(),
    one.id,
    (one.querySelector('.q') ?? one).innerText.trim(),
    one.querySelector('.vote > span')?.innerText ?? '',
  ].join(' | '))`) as Promise<string[]>;

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((next) => setTimeout(next, 100));
}

const french = 'Que reste-t-il une fois la subvention terminée ?';
const arabic = 'ما الذي يُبقي المحطة عاملة بعد انتهاء المشروع؟';
const inRow = ({ page }: Visitor, text: string) => page.locator('.asks > li', { hasText: text });

describe('a live session', () => {
  let stack: Stack;
  let organiser: Visitor;
  let moderator: Visitor;
  let guest: Visitor;
  let member: Visitor;
  let stage: Visitor;
  let code: string;
  beforeAll(async () => {
    stack = await startStack();
    const phone = (locale: Locale, as?: string): Visit => ({ locale, width: 360, height: 740, ...(as && { as }) });
    organiser = await stack.visit({ as: 'organiser' });
    moderator = await stack.visit({ as: 'moderator', locale: 'es' });
    guest = await stack.visit(phone('fr'));
    member = await stack.visit(phone('ar', 'hangzhou'));
    stage = await stack.visit({ width: 1280, height: 720 });
  }, 120_000);
  afterAll(() => stack?.stop());

  /** Opens a question at the moderator's desk and decides. */
  const decide = async (text: string, move: string) => {
    const { page } = moderator;
    await page.locator('a.case', { hasText: text }).click();
    await page.locator('.open h2, .open h1', { hasText: text }).waitFor();
    await page.locator(`.decide button[name="move"][value="${move}"]`).click();
  };
  const join = async ({ page, go }: Visitor) => {
    await go('/live');
    await page.locator('[name="code"]').fill(` ${code.toLowerCase()}`);
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(`**/b/${code}`);
  };
  const ask = async ({ page }: Visitor, text: string) => {
    await page.locator('#main-form [name="text"]').fill(text);
    await page.locator('#main-form button[type="submit"]').click();
    await page.locator('.mine', { hasText: text }).waitFor();
  };
  const vote = async (visitor: Visitor, text: string) => {
    await inRow(visitor, text).locator('button.vote').click();
    await inRow(visitor, text).locator('button.vote[aria-pressed="true"]').waitFor();
  };

  it('is announced, opened and joined by a code, as a guest and as a member', async () => {
    const { page, go } = organiser;
    await go('/programme/new');
    await page.locator('[name="topic"]').fill('What keeps a service station going?');
    await page.locator('[name="day"]').fill(day(2));
    await page.locator('[name="hour"]').fill('16:00');
    await page.locator('[name="minutes"]').fill('90');
    await page.locator('[name="timeZone"]').fill('Asia/Shanghai');
    await page.locator('[name="mode"][value="pre_moderated"]').check({ force: true });
    await page.locator('#main-form button[type="submit"]').click();
    await page.waitForURL(/\/programme\/sessions\//);
    // The board opens by itself, a week before the session; a moment after one that is nearer has been announced.
    const desk = page.locator('a[href$="/moderate"]');
    await until(async () => {
      await page.reload();
      return (await desk.count()) > 0;
    });
    // Its board may open in the very moment of the press, which is then refused: the page says so, and it is pressed again.
    const move = (name: string) => page.locator(`button[name="move"][value="${name}"]`);
    await until(async () => {
      if (await move('start').isVisible()) await move('start').click();
      await organiser.rests();
      return move('finish').isVisible();
    });
    code = (await desk.getAttribute('href'))?.split('/')[2] ?? '';
    await stage.go(`/b/${code}/stage`);
    await stage.page.locator('.join', { hasText: code }).waitFor();
    await Promise.all([join(guest), join(member)]);
    for (const { page: phone } of [guest, member]) await phone.locator('#main-form [name="text"]').waitFor();
  });

  it('takes questions in two languages, and lets everybody vote once a moderator has read them', async () => {
    await ask(guest, french);
    await ask(member, arabic);
    expect(await inRow(member, french).count()).toBe(0);
    await moderator.go(`/b/${code}/moderate`);
    await decide(french, 'publish');
    await inRow(member, french).waitFor();
    await decide(arabic, 'publish');
    await inRow(guest, arabic).waitFor();

    const passer = await stack.visit({ locale: 'es', width: 360, height: 740 });
    await join(passer);
    await vote(guest, arabic);
    await vote(member, french);
    await vote(passer, arabic);
    const [first] = await guest.page.locator('.asks > li').all();
    await first?.locator('.vote > span', { hasText: '2' }).waitFor();
    expect(await first?.locator('.q').innerText()).toBe(arabic);
    await passer.close();
  });

  it('shows on the stage what most wanted to know, until it is answered', async () => {
    // One phone is in a tunnel while three things change.
    await guest.context.setOffline(true);
    await guest.page.getByText(words('fr')('kernel.offline')).first().waitFor();

    await decide(arabic, 'putOnAir');
    await stage.page.locator('h1', { hasText: arabic }).waitFor();
    await member.page.locator('.onair .q', { hasText: arabic }).waitFor();
    await decide(arabic, 'answerLive');
    await stage.page.locator('h1', { hasText: arabic }).waitFor({ state: 'detached' });
    await decide(french, 'shortlist');
    await inRow(member, french).getByText(words('ar')('qa.state.question.shortlisted')).waitFor();
    const passer = await stack.visit({ locale: 'zh' });
    await passer.go(`/b/${code}`);
    await passer.page.mouse.move(100, 100);
    await vote(passer, french);
    await passer.close();

    const other = await stack.visit({ locale: 'fr', width: 360, height: 740 });
    await other.go(`/b/${code}`);
    const now = await standing(other);
    expect(now).toHaveLength(2);
    expect(await standing(guest)).not.toEqual(now);
    const begun = performance.now();
    await guest.context.setOffline(false);
    await until(async () => JSON.stringify(await standing(guest)) === JSON.stringify(now));
    process.stderr.write(`a phone back from a tunnel knew it all after ${Math.round(performance.now() - begun)} ms\n`);
    expect(
      [organiser, moderator, guest, member, stage].flatMap(({ complaints }) =>
        complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED')),
      ),
    ).toEqual([]);
    for (const { page } of [guest, member])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await other.close();
  });
});
