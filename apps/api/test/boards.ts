import type { BoardSnapshot, BoardView, OwnQuestion } from '@baraza/contracts/qa';
import type { BoardMode, IdentityPolicy } from '@baraza/domain/qa';
import { DataSource } from 'typeorm';
import type { ApiClient, House } from './harness.ts';

export interface TestBoard {
  readonly code: string;
  readonly slug: string;
  readonly id: string;
}

/** A board that takes questions, of a session that begins in two days by the house's clock. */
export async function aBoard(
  house: House,
  organiser: ApiClient,
  { mode = 'open', identity = 'named' }: { mode?: BoardMode; identity?: IdentityPolicy } = {},
): Promise<TestBoard> {
  const day = new Date(house.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
  const { slug } = await organiser.programme.announce({
    body: {
      topic: 'What keeps a station going?',
      locale: 'en',
      day,
      hour: '16:00',
      minutes: 90,
      timeZone: 'Asia/Shanghai',
      mode,
      identity,
    },
  });
  await house.deliver();
  const { board } = await organiser.programme.session({ params: { slug } });
  const { id, code } = await organiser.qa.board({ params: { code: board?.code ?? '' }, query: {} });
  return { slug, code, id };
}

/** The cookie with which a guest's device comes back. */
export async function deviceOf(house: House, code: string): Promise<string> {
  const answer = await house.app.inject({ method: 'POST', url: '/api/v1/boards/enter', payload: { code } });
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}
export const aGuest = async (house: House, code: string): Promise<ApiClient> =>
  house.visitor({ cookie: await deviceOf(house, code) });

/** A question somebody asks; each asker is another unless a client is given. */
export async function asked(house: House, code: string, text: string, by?: ApiClient): Promise<OwnQuestion> {
  return (by ?? (await aGuest(house, code))).qa.ask({ params: { code }, body: { text, locale: 'en' } });
}

export function whole({ snapshot }: BoardView): BoardSnapshot {
  if (!snapshot) throw new Error('a snapshot was expected');
  return snapshot;
}

/** How PostgreSQL would go about a statement when a table is too long to be read whole. */
export const planOf = (house: House, sql: string, values: readonly unknown[] = []): Promise<string> =>
  house.app.get(DataSource).transaction(async (tx) => {
    await tx.query('set local enable_seqscan = off');
    const lines: { 'QUERY PLAN': string }[] = await tx.query(`explain ${sql}`, [...values]);
    return lines.map((line) => line['QUERY PLAN']).join('\n');
  });
