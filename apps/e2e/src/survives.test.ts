import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answered, type Caller, memberAt, visitorAt } from './house-api.ts';
import { type Stack, startStack } from './stack.ts';

interface Write {
  readonly by: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string;
  /** Missing when the line broke before the answer came. */
  answer?: Answered;
}
interface Posts {
  readonly posts: readonly { readonly no: number; readonly text: { readonly html: string } | null }[];
  readonly pages: { readonly next: number | null };
}

const pause = (ms: number) => new Promise((next) => setTimeout(next, ms));
const writers = ['benin-aced', 'kolkata', 'hangzhou', 'moderator'];

describe('a power cut under load', () => {
  let stack: Stack;
  let code: string;
  const callers = new Map<string, Caller>();
  beforeAll(async () => {
    stack = await startStack();
    for (const slug of writers) callers.set(slug, await memberAt(stack, slug));
    const programme = (await visitorAt(stack).call('GET', '/programme')).body as {
      live: { board: { code: string } }[];
    };
    code = programme.live[0]?.board.code ?? '';
  }, 120_000);
  afterAll(() => stack?.stop());

  /** A member, or a guest on a phone of their own. */
  const callerOf = (by: string): Caller => callers.get(by) ?? visitorAt(stack, `baraza.device=${by.padEnd(43, 'x')}`);
  const send = async (write: Write): Promise<Answered | undefined> =>
    callerOf(write.by)
      .call('POST', write.path, write.body, write.key)
      .catch(() => undefined);

  /** Everybody writes as fast as the answers come, until so many came and the server is gone. */
  async function writeUntilCut(round: number, answers: number): Promise<Write[]> {
    const written: Write[] = [];
    let cut = false;
    let left = answers;
    let enough = () => {};
    const due = new Promise<void>((come) => {
      enough = come;
    });
    const busy = async (make: (i: number) => Omit<Write, 'key'>) => {
      for (let i = 0; !cut; i++) {
        const wish = make(i);
        const write: Write = { ...wish, key: `cut-${round}-${wish.by}-${i}-${'k'.repeat(8)}` };
        written.push(write);
        const answer = await send(write);
        if (!answer) continue;
        write.answer = answer;
        left -= 1;
        if (left === 0) enough();
      }
    };
    const replies = (by: string) =>
      busy((i) => {
        const text = `Round ${round}: ${by} says ${i}`;
        return { by, path: '/threads/16/posts', body: { text, locale: 'en' } };
      });
    const questions = busy((i) => {
      const text = `Round ${round}: why ${i}?`;
      return { by: `guest-${round}-${i}`, path: `/boards/${code}/questions`, body: { text, locale: 'en' } };
    });
    const work = [...writers.map(replies), questions];
    await due;
    await stack.kill();
    cut = true;
    await Promise.all(work);
    return written;
  }

  async function everyPost(no: number): Promise<string[]> {
    const texts: string[] = [];
    for (let from: number | null = 1; from !== null; ) {
      const { body } = await visitorAt(stack).call('GET', `/threads/${no}?from=${from}&limit=50`);
      const { posts, pages } = body as unknown as Posts;
      texts.push(...posts.map(({ no: at, text }) => `${at} ${text?.html.replaceAll(/<[^>]+>/g, '').trim()}`));
      from = pages.next;
    }
    return texts;
  }

  it.each([
    [1, 90],
    [2, 30],
    [3, 150],
  ])(
    'takes nothing back that was answered, and does nothing twice that is sent again (cut %i)',
    async (round, answers) => {
      const written = await writeUntilCut(round, answers);
      const answered = written.filter(({ answer }) => answer?.status === 201);
      const unheard = written.filter(({ answer }) => !answer);
      process.stderr.write(`cut ${round}: ${answered.length} writes were answered, ${unheard.length} were not\n`);
      expect(answered.length).toBeGreaterThan(20);
      expect(unheard.length).toBeGreaterThan(0);

      await stack.restart();
      for (const write of written.filter(({ answer }) => answer?.status === 201 || !answer)) {
        const again = await send(write);
        if (again?.status !== 201) throw new Error(`${write.key} got ${again?.status} ${again?.text}`);
        if (write.answer) expect(again.text).toBe(write.answer.text);
      }

      const stored = await everyPost(16);
      expect(stored.map((line) => Number(line.split(' ')[0]))).toEqual(stored.map((_, i) => i + 1));
      const wished = written.filter(({ by }) => callers.has(by)).map(({ body }) => (body as { text: string }).text);
      const texts = stored.map((line) => line.replace(/^\d+ /, ''));
      for (const text of wished) expect(texts.filter((one) => one === text)).toEqual([text]);
    },
    180_000,
  );

  it('has told everybody of everything, once, when it has caught up', async () => {
    const admin = await memberAt(stack, 'admin');
    for (let i = 0; ; i++) {
      const { body } = await admin.call('GET', '/admin/overview');
      const { waiting, parked } = (body as { jobs: { waiting: number; parked: number } }).jobs;
      expect(parked).toBe(0);
      if (waiting === 0) break;
      if (i > 320) throw new Error((await admin.call('GET', '/admin/jobs?state=waiting')).text);
      await pause(250);
    }
  }, 120_000);
});
