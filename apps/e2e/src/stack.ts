import { rmSync } from 'node:fs';
import { chromiumFlags, findChromium } from '@baraza/testing/chromium';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { demoHouse } from './demo-house.ts';
import { demoPassword, serverOn } from './server.ts';

export interface Visit {
  readonly locale?: string;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly script?: boolean;
  /** Signs in as this demo account (its slug) before the visit. */
  readonly as?: string;
  readonly timezone?: string;
  /** Without the content security policy, so that a page has to be harmless by itself. */
  readonly unguarded?: boolean;
}

export interface Stack {
  readonly base: string;
  readonly browser: Browser;
  /** A browser of its own: cookies, size, language, with or without script. */
  visit(visit?: Visit): Promise<Visitor>;
  /** Ends the server without a word, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console complained of: hydration, policy, scripts. */
  readonly complaints: string[];
  go(path: string): Promise<number>;
  /** Waits until links and forms are the app's; what makes it come is a sign of somebody, or time. */
  appComes(): Promise<void>;
  /** Waits until the page has asked for nothing for a while: what it wanted to load is here. */
  rests(): Promise<void>;
  close(): Promise<void>;
}

export const emailOf = (slug: string): string => `${slug}@demo.baraza.example`;

/** The built product with the demo community, as an operator starts it, on data of its own, and a real browser. */
export async function startStack(env: Readonly<Record<string, string>> = {}): Promise<Stack> {
  const dir = demoHouse();
  const server = await serverOn(dir, env);
  const { base } = server;
  await server.start();
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });

  const visit = async (v: Visit = {}): Promise<Visitor> => {
    const context = await browser.newContext({
      viewport: { width: v.width ?? 1280, height: v.height ?? 800 },
      javaScriptEnabled: v.script ?? true,
      timezoneId: v.timezone ?? 'Africa/Porto-Novo',
      locale: v.locale ?? 'en',
      bypassCSP: v.unguarded ?? false,
    });
    context.setDefaultTimeout(15_000);
    const kept = { locale: v.locale ?? 'en', ...(v.theme && { theme: v.theme }) };
    await context.addCookies(
      Object.entries(kept).map(([name, value]) => ({ name: `baraza.${name}`, value, url: base })),
    );
    if (v.as) {
      const answer = await context.request.post(`${base}/api/v1/members/sign-in`, {
        data: { email: emailOf(v.as), password: demoPassword },
      });
      if (!answer.ok()) throw new Error(`${v.as} could not sign in: ${answer.status()} ${await answer.text()}`);
    }
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (
        ['error', 'warning'].includes(message.type()) &&
        !/the server responded with a status of (4\d\d)/.test(message.text())
      )
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const asked = new Set<Request>();
    let lastAsked = Date.now();
    page.on('request', (request) => {
      asked.add(request);
      lastAsked = Date.now();
    });
    page.on('requestfinished', (request) => asked.delete(request));
    page.on('requestfailed', (request) => asked.delete(request));
    return {
      page,
      context,
      complaints,
      go: async (path) => (await page.goto(base + path, { waitUntil: 'load' }))?.status() ?? 0,
      appComes: () => page.locator('html[data-here]').waitFor({ state: 'attached' }),
      rests: async () => {
        lastAsked = Date.now();
        do await page.waitForTimeout(50);
        while (asked.size > 0 || Date.now() - lastAsked < 300);
      },
      close: () => context.close(),
    };
  };

  return {
    base,
    browser,
    visit,
    kill: () => server.end('SIGKILL'),
    restart: server.start,
    async stop() {
      await browser.close();
      await server.end('SIGTERM');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
