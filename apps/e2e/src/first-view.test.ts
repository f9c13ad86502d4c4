import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack, type Visitor } from './stack.ts';

/** What a first view may weigh on the wire, and what it may have become once somebody moves. */
const firstView = 100 * 1024;
const withTheApp = 160 * 1024;

interface Load {
  bytes: number;
  /** Whole documents asked for. */
  documents: number;
  readonly strangers: string[];
}

/** Counts every byte that comes over the wire from now on, heads and bodies as they were sent. */
async function weigh(stack: Stack, { context, page }: Visitor): Promise<Load> {
  const load: Load = { bytes: 0, documents: 0, strangers: [] };
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    load.bytes += encodedDataLength;
  });
  wire.on('Network.webSocketFrameReceived', ({ response }) => {
    load.bytes += response.payloadData.length;
  });
  wire.on('Network.requestWillBeSent', ({ request, type }) => {
    if (type === 'Document') load.documents += 1;
    if (!/^(data|blob):/.test(request.url) && new URL(request.url).origin !== stack.base)
      load.strangers.push(request.url);
  });
  return load;
}

const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const report = (line: string) => process.stderr.write(`first view: ${line}\n`);

const views = [
  { locale: 'en', path: '/', text: /Mapping of national rules/ },
  { locale: 'ar', path: '/', text: /[\u0600-\u06ff]{4}/ },
  { locale: 'en', path: '/threads/1', text: /stopwatch/ },
  { locale: 'ar', path: '/threads/1', text: /[\u0600-\u06ff]{4}/ },
] as const;

describe('the first view', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  }, 120_000);
  afterAll(() => stack?.stop());

  it.each(views)('of $path in $locale is light, and the app comes when somebody moves', async ({ locale, path }) => {
    const visitor = await stack.visit({ locale, width: 360, height: 740 });
    const load = await weigh(stack, visitor);
    expect(await visitor.go(path)).toBe(200);
    await visitor.rests();
    // A headless browser leaves the icon out; people's do not.
    const icon = (await (await visitor.context.request.get(`${stack.base}/icon.svg`)).body()).length;
    const glance = load.bytes + icon;

    await visitor.page.mouse.move(100, 100);
    await visitor.appComes();
    await visitor.rests();
    const moved = load.bytes + icon;
    report(`${path} in ${locale}: ${kb(glance)}, with the app ${kb(moved)}`);
    expect(glance).toBeLessThanOrEqual(firstView);
    expect(moved).toBeLessThanOrEqual(withTheApp);
    expect(moved).toBeGreaterThan(glance);

    // The app is there: a link turns the page without another document.
    await visitor.page.locator('main a[href^="/"]:visible, nav a[href="/forums"]:visible').first().click();
    await visitor.page.waitForURL((url) => url.pathname !== path);
    await visitor.rests();
    expect(load.documents).toBe(1);
    expect(load.strangers).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it.each(views)('of $path in $locale is all there without JavaScript', async ({ locale, path, text }) => {
    const visitor = await stack.visit({ locale, width: 360, height: 740, script: false });
    const load = await weigh(stack, visitor);
    expect(await visitor.go(path)).toBe(200);
    expect(await visitor.page.locator('h1').first().isVisible()).toBe(true);
    expect(await visitor.page.locator('main').innerText()).toMatch(text);
    expect(load.bytes).toBeLessThanOrEqual(firstView);
    await visitor.close();
  });

  it.each(['/', '/threads/1'])('of %s is as light for a member, whose app comes soon by itself', async (path) => {
    const member = await stack.visit({ as: 'benin-aced', locale: 'fr', width: 360, height: 740 });
    const load = await weigh(stack, member);
    const [glance, status] = await Promise.all([
      member.page.waitForRequest(/entry-client/, { timeout: 60_000 }).then(() => load.bytes),
      member.go(path),
    ]);
    expect(status).toBe(200);
    await member.appComes();
    await member.rests();
    report(`${path} for a member in fr: ${kb(glance)}, with the app ${kb(load.bytes)}`);
    expect(glance).toBeLessThanOrEqual(firstView);
    expect(load.bytes).toBeLessThanOrEqual(withTheApp);
    expect(load.bytes).toBeGreaterThan(firstView / 2);
    expect(load.strangers).toEqual([]);
    expect(member.complaints).toEqual([]);
    await member.close();
  });
});
