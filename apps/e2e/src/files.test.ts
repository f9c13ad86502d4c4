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

describe('a file on a request', () => {
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
    const { page, context, go, rests, complaints } = await stack.visit({
      as: 'benin-aced',
      locale: 'ar',
      width: 360,
      script,
    });
    expect(await go(`/requests/${ref}`)).toBe(200);
    await page.mouse.move(180, 5); // a sign of somebody, for which the app comes
    await rests();
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
