import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { memberAt } from './house-api.ts';
import { type Stack, startStack } from './stack.ts';
import { words } from './words.ts';

const report = Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
/** A red square of one pixel. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);
const form = 'form[action^="/do/files.attach"]';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
}, 120_000);
afterAll(() => stack?.stop());

const aDraft = async (): Promise<string> => {
  const asker = await memberAt(stack, 'benin-aced');
  const { body } = await asker.call('POST', '/requests', { title: 'طلب بلا مرفقات', language: 'ar' });
  return String(body['ref']);
};

describe('a file on a request', () => {
  const choose = async (page: Page, name: string, mimeType: string, buffer: Buffer) => {
    const summary = page.locator('details', { has: page.locator(form) }).locator('summary');
    if (!(await page.locator(`${form} input[type="file"]`).isVisible())) await summary.click();
    await page.locator(`${form} input[type="file"]`).setInputFiles({ name, mimeType, buffer });
    await page.locator(`${form} button[type="submit"]`).click();
  };

  it.each([
    { script: false, how: 'without script' },
    { script: true, how: 'with script' },
  ])('is attached on a phone in Arabic $how, and comes back byte for byte', async ({ script }) => {
    const ref = await aDraft();
    const say = words('ar');
    const { page, context, go, appComes, complaints } = await stack.visit({
      as: 'benin-aced',
      locale: 'ar',
      width: 360,
      script,
    });
    expect(await go(`/requests/${ref}`)).toBe(200);
    await page.mouse.move(180, 5); // a sign of somebody, for which the app comes
    if (script) await appComes();
    const files = page.locator('ul.files > li');

    await choose(page, 'تقرير الطلبات.pdf', 'application/pdf', report);
    await files.first().waitFor();
    expect(new URL(page.url()).pathname).toBe(`/requests/${ref}`);
    expect(await files.locator('bdi').allTextContents()).toEqual(['تقرير الطلبات.pdf']);
    const href = (await files.locator('a.file').getAttribute('href')) ?? '';
    const answer = await context.request.get(stack.base + href);
    expect(Buffer.compare(await answer.body(), report)).toBe(0);
    expect(answer.headers()['content-disposition']).toContain(encodeURIComponent('تقرير الطلبات'));
    expect((await fetch(stack.base + href)).status).toBe(404);

    // what may not be there is refused in words, on the page, with the form still open
    await choose(page, 'صفحة.pdf', 'application/pdf', Buffer.from('<!doctype html><p>لا</p>'));
    await page.getByText(say('files.refuse.type')).first().waitFor();
    expect(await files.count()).toBe(1);
    expect(await page.locator(`${form} input[type="file"]`).isVisible()).toBe(true);

    // a picture is drawn anew and shown small
    await choose(page, 'سوق.png', 'image/png', dot);
    await files.nth(1).waitFor();
    expect(await files.locator('bdi').allTextContents()).toEqual(['تقرير الطلبات.pdf', 'سوق.webp']);
    const thumb = await files.nth(1).locator('img').getAttribute('src');
    expect((await context.request.get(stack.base + thumb)).headers()['content-type']).toBe('image/webp');
    const box = await files.nth(1).locator('a.file').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);

    // and it is taken back
    const kept = files.nth(1);
    await kept.locator('summary').click();
    await kept.locator('form[action^="/do/files.remove"] button').click();
    await kept.waitFor({ state: 'detached' });
    expect(await files.count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is one however often the form is sent, and none when it comes from elsewhere or is too large', async () => {
    const ref = await aDraft();
    const { call, cookie } = await memberAt(stack, 'benin-aced');
    const { body } = await call('GET', `/requests/${ref}`);
    const page = `/requests/${ref}`;
    const send = (content: Buffer, headers: Record<string, string> = {}) => {
      const parts = new FormData();
      const said = { _page: page, _key: 'one view of the page', kind: 'request', subject: String(body['id']) };
      for (const [name, value] of Object.entries(said)) parts.append(name, value);
      parts.append('file', new Blob([new Uint8Array(content)]), 'plan.pdf');
      const init = { method: 'POST', body: parts, redirect: 'manual' as const };
      return fetch(`${stack.base}/do/files.attach`, { ...init, headers: { cookie, ...headers } });
    };
    const names = async () =>
      ((await call('GET', `/requests/${ref}`)).body['files'] as { files: { name: string }[] }).files.map(
        ({ name }) => name,
      );
    for (let i = 0; i < 2; i++) {
      const answer = await send(report);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, page]);
    }
    expect(await names()).toEqual(['plan.pdf']);
    expect((await send(report, { origin: 'https://elsewhere.example' })).status).toBe(403);
    const lapsed = await send(report, { cookie: '' });
    expect([lapsed.status, lapsed.headers.get('location')]).toEqual([303, '/sign-in?next=%2F']);
    const large = await send(Buffer.concat([report, Buffer.alloc(11_000_000)]), { referer: stack.base + page });
    expect(await large.text()).toContain(words('fr')('kernel.form.fileTooLarge', { max: 10 }));
    expect(await names()).toEqual(['plan.pdf']);
  });
});

describe('a file on a weak line', () => {
  /** A table that takes a few seconds at a hundred kilobytes a second. */
  const table = Buffer.from(`ville;colis\n${'Cotonou;120\n'.repeat(40_000)}`);

  it('says how far it has come, in quarters to whoever listens, and can be stopped and sent again', async () => {
    const ref = await aDraft();
    const say = words('fr');
    const percent = (share: number) => say('kernel.form.sending', { share });
    const { page, context, go, appComes, complaints } = await stack.visit({
      as: 'benin-aced',
      locale: 'fr',
      width: 360,
    });
    await go(`/requests/${ref}`);
    await page.mouse.move(180, 5);
    await appComes();
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    const line = { offline: false, latency: 50, downloadThroughput: -1, uploadThroughput: 100_000 };
    await wire.send('Network.emulateNetworkConditions', line);
    await page.evaluate(
      `globalThis.heard = [];
       const status = document.querySelector('${form} [role=status]');
       new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true })`,
    );
    const heard = () => page.evaluate('heard.splice(0)') as Promise<string[]>;
    const bar = page.locator(`${form} progress`);
    const submit = page.locator(`${form} button[type="submit"]`);
    await page
      .locator('details', { has: page.locator(form) })
      .locator('summary')
      .click();
    await page
      .locator(`${form} input[type="file"]`)
      .setInputFiles({ name: 'colis.csv', mimeType: 'text/csv', buffer: table });

    expect(await bar.count()).toBe(0);
    await submit.click();
    await bar.waitFor();
    while (Number((await bar.getAttribute('value')) ?? 1) < 0.3) await page.waitForTimeout(20);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    const stop = page.getByRole('button', { name: say('kernel.form.stopSending') });
    expect((await stop.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await stop.click();
    await bar.waitFor({ state: 'detached' });
    const quarters = [percent(0), percent(0.25), percent(0.5), percent(0.75), say('kernel.form.sentWhole')];
    /** In this order, none twice. A busy browser may leave one out. */
    const inOrder = (texts: readonly string[]) => quarters.filter((text) => texts.includes(text));
    const before = await heard();
    expect(before.pop()).toBe(say('kernel.form.stopped'));
    expect(before).toEqual(inOrder(before));
    expect([before[0], before.length > 1]).toEqual([percent(0), true]);
    expect(await page.evaluate('document.activeElement.type')).toBe('submit');
    const files = page.locator('ul.files > li');
    expect(await files.count()).toBe(0);

    // what was chosen is still chosen
    await submit.click();
    await files.first().waitFor();
    expect(await files.locator('bdi').allTextContents()).toEqual(['colis.csv']);
    const whole = (await heard()).filter((text) => text !== '');
    expect(whole).toEqual(inOrder(whole));
    expect([whole[0], whole.at(-1), whole.length > 2]).toEqual([percent(0), quarters.at(-1), true]);
    const asker = await memberAt(stack, 'benin-aced');
    const { body } = await asker.call('GET', `/requests/${ref}`);
    expect(body['files']).toMatchObject({ files: [{ name: 'colis.csv', bytes: table.length }] });
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a file that is not there', () => {
  const nowhere = '/files/11111111-1111-4111-8111-111111111111';

  it.each([
    { locale: 'ar' as const, script: false },
    { locale: 'zh' as const, script: true },
  ])('is told of on a page, in $locale, with the way on', async ({ locale, script }) => {
    const ref = await aDraft();
    const asker = await memberAt(stack, 'benin-aced');
    const { body } = await asker.call('GET', `/requests/${ref}`);
    const parts = new FormData();
    parts.append('kind', 'request');
    parts.append('subject', String(body['id']));
    parts.append('file', new Blob([new Uint8Array(report)]), 'plan.pdf');
    const headers = { cookie: asker.cookie, accept: 'application/json' };
    const sent = await fetch(`${stack.base}/do/files.attach`, { method: 'POST', body: parts, headers });
    const { href } = (await sent.json()) as { href: string };
    const say = words(locale);
    const { page, context, go, rests, complaints } = await stack.visit({ as: 'kolkata', locale, width: 360, script });
    for (const path of [nowhere, href, '/files/nothing']) {
      expect([path, await go(path)]).toEqual([path, 404]);
      expect(await page.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${locale}`));
      expect(await page.locator('h1').textContent()).toBe(say('kernel.problem.not-found'));
      expect(await page.locator('main').textContent()).toContain(say('kernel.error.notFound'));
      expect(await page.locator('nav a[href="/requests"], nav a[href="/forums"]').count()).toBeGreaterThan(0);
      await rests();
    }
    expect(complaints).toEqual([]);
    await context.close();

    for (const accept of ['application/json', '*/*', 'image/webp,image/*;q=0.8']) {
      const answer = await fetch(stack.base + href, { headers: { accept } });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
    const api = await fetch(`${stack.base}/api/v1${nowhere}`, { headers: { accept: 'text/html' } });
    expect(api.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });
});

describe('a file that proves a result', () => {
  it('is attached without script by whoever claims it, and read by everybody once it is countersigned', async () => {
    const benin = await memberAt(stack, 'benin-aced');
    const { body } = await benin.call('GET', '/partnerships?state=active&organisation=benin-aced');
    const [{ ref } = { ref: '' }] = body['items'] as { ref: string }[];
    const say = words('ar');
    const visitor = await stack.visit({ locale: 'ar', width: 360, script: false });
    const evidence = (page: Page) => page.locator('[id^="outcome-"] ul.files > li');
    const names = async (page: Page) => (await evidence(page).locator('bdi').allTextContents()).sort();
    await visitor.go(`/partnerships/${ref}`);
    expect(await names(visitor.page)).toEqual(['Leçons données.csv']);
    const shown = (await evidence(visitor.page).locator('a.file').getAttribute('href')) ?? '';
    expect((await visitor.context.request.get(stack.base + shown)).status()).toBe(200);

    const { page, context, go, complaints } = await stack.visit({
      as: 'benin-aced',
      locale: 'ar',
      width: 360,
      script: false,
    });
    await go(`/partnerships/${ref}`);
    expect(await page.locator(`[id^="outcome-"] ${form}`).count()).toBe(0);
    const report = page.locator('details', { has: page.locator('form[action^="/do/brokering.reportOutcome"]') });
    await report.locator('summary').click();
    await report.locator('input[name="value"]').fill('3');
    await report.locator('input[name="date"]').fill(new Date().toISOString().slice(0, 10));
    await report.locator('input[name="evidence"]').fill('Feuille de présence');
    await report.locator('button[type="submit"]').click();
    await visitor.go(`/partnerships/${ref}`);
    expect(await names(visitor.page)).toEqual([]); // the new figure has nobody beside it yet
    expect((await visitor.context.request.get(stack.base + shown)).status()).toBe(404);

    const attach = page.locator('[id^="outcome-"] details', { has: page.locator(form) });
    await attach.locator('summary').click();
    await attach.locator('input[type="file"]').setInputFiles({
      name: 'حضور.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('20 participants'),
    });
    await attach.getByLabel(say('files.openBox.outcome')).check();
    await attach.locator('button[type="submit"]').click();
    await evidence(page).nth(1).waitFor();
    expect(await names(page)).toEqual(['Leçons données.csv', 'حضور.txt']);
    expect(await page.locator('[id^="outcome-"] form[action^="/do/files.remove"]').count()).toBe(1); // the other was signed
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);

    const other = await memberAt(stack, 'zha-lan-tun');
    const seen = await other.call('GET', `/partnerships/${ref}`);
    const [outcome] = seen.body['outcomes'] as { id: string; version: number }[];
    const signed = await other.call('POST', `/outcomes/${outcome?.id}/countersign`, { version: outcome?.version });
    expect(signed.status).toBe(200);
    await visitor.go(`/partnerships/${ref}`);
    expect(await names(visitor.page)).toEqual(['Leçons données.csv', 'حضور.txt']);
    expect([...visitor.complaints, ...complaints]).toEqual([]);
    await Promise.all([visitor.close(), context.close()]);
  });
});
