import { setTimeout } from 'node:timers/promises';
import type { News } from '@baraza/contracts/kernel';
import type { BoardPatch, BoardSnapshot, BoardView } from '@baraza/contracts/qa';
import { applyDelta } from '@baraza/domain/qa';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import { aBoard, aGuest, whole } from '../../test/boards.ts';
import { codeOf } from '../../test/forums.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';

let house: House;
let organiser: ApiClient;
let moderator: ApiClient;

beforeAll(async () => {
  house = await openHouse({ listen: true });
  organiser = await house.as({ slug: 'organiser', roles: ['organiser'] });
  moderator = await house.as({ slug: 'moderator', roles: ['moderator'] });
});
afterAll(() => house.close());

/** A visitor's browser on the board's stream, and what it has heard. */
async function listener({ url }: House, stream: string) {
  const said: BoardPatch[] = [];
  const socket = io(url, { transports: ['websocket'] });
  socket.on('news', ({ name, data }: News) => void (name === 'qa.board.changed' && said.push(data as BoardPatch)));
  const joined: unknown = await socket.emitWithAck('join', stream);
  expect(joined).not.toBe(false);
  return { said, close: () => socket.close() };
}

/** As a browser does it: votes are laid over the questions it knows. */
function patched(known: BoardSnapshot, { votes, changed, ...patch }: BoardPatch): BoardSnapshot {
  const counted = votes.flatMap((vote) =>
    known.questions.filter(({ id }) => id === vote.id).map((q) => ({ ...q, ...vote })),
  );
  const next = applyDelta(known, { kind: 'delta', ...patch, changed: [...changed, ...counted] });
  if (!next) throw new Error('the patch does not fit');
  return next as BoardSnapshot;
}

describe('a webinar', () => {
  let board: { code: string; slug: string; id: string };
  let guest: ApiClient;
  let member: ApiClient;
  let missed: BoardView;
  const fresh = async () => whole(await house.visitor().qa.board({ params: { code: board.code }, query: {} }));
  /** Once the last number of the board was told: within a second of what happened. */
  const heardAll = async (said: readonly BoardPatch[]) => {
    const { seq } = await fresh();
    while (said.at(-1)?.seq !== seq) await setTimeout(10);
  };
  const step = async (id: string) => {
    const { questions } = await moderator.qa.desk({ params: { code: board.code } });
    return questions.find((question) => question.id === id)?.version ?? 0;
  };
  const move = async (id: string, body: { move: 'putOnAir' | 'answerLive' | 'shortlist' | 'close' | 'answerText' }) =>
    moderator.qa.move({ params: { id }, body: { version: await step(id), ...body } });

  it('is announced with a board that takes questions a week before', async () => {
    board = await aBoard(house, organiser);
    missed = await house.visitor().qa.board({ params: { code: board.code }, query: {} });
    expect(whole(missed)).toMatchObject({ phase: 'collecting', questions: [], onAir: null });
    expect(missed).toMatchObject({ asks: true, entered: false, mine: [], moderates: false });
  });

  it('takes questions of a guest in French and a member in Arabic, who vote for each other', async () => {
    guest = await aGuest(house, board.code);
    member = await house.as({ at: { benghazi: 'staff' }, locale: 'ar' });
    const params = { code: board.code };
    const french = await guest.qa.ask({
      params,
      body: { text: 'Et après la subvention ?', locale: 'fr', alias: 'Praticienne, Bénin' },
    });
    const arabic = await member.qa.ask({ params, body: { text: 'ما الذي يُبقي المحطة؟', locale: 'ar' } });
    expect([french.state, arabic.state]).toEqual(['published', 'published']);
    await guest.qa.vote({ params: { id: arabic.id }, body: { on: true } });
    expect(await member.qa.vote({ params: { id: french.id }, body: { on: true } })).toEqual({
      id: french.id,
      voteCount: 1,
      voted: true,
    });
    expect(await codeOf(guest.qa.vote({ params: { id: french.id }, body: { on: true } }))).toBe('not-permitted');
    const { questions } = await fresh();
    expect(
      questions.map(({ text, alias, name, voteCount }) => [text.sourceLocale, alias, name !== null, voteCount]).sort(),
    ).toEqual([
      ['ar', null, true, 1],
      ['fr', 'Praticienne, Bénin', false, 1],
    ]);
    const mine = await guest.qa.board({ params, query: {} });
    expect(mine).toMatchObject({ entered: true, votes: [arabic.id], mine: [{ id: french.id, moves: ['withdraw'] }] });
  });

  it('starts, brings one on air and answers it; the board follows the session', async () => {
    const { version } = await organiser.programme.session({ params: { slug: board.slug } });
    await organiser.programme.move({ params: { slug: board.slug }, body: { version, move: 'start' } });
    const [first, second] = (await fresh()).questions;
    if (!first || !second) throw new Error('two questions were asked');
    await move(first.id, { move: 'putOnAir' });
    expect(await fresh()).toMatchObject({ phase: 'live', onAir: first.id });
    expect(await house.visitor().qa.stage({ params: { code: board.code } })).toMatchObject({
      onAir: { sourceText: first.text.sourceText },
      host: 'localhost:3000/live',
    });
    expect(await codeOf(move(second.id, { move: 'putOnAir' }))).toBe('unmet-condition');
    const body = { version: await step(second.id), move: 'putOnAir', previous: 'answered' } as const;
    await moderator.qa.move({ params: { id: second.id }, body });
    await move(second.id, { move: 'answerLive' });
    const { onAir, questions } = await fresh();
    expect([onAir, ...questions.map(({ state }) => state)]).toEqual([null, 'answered_live', 'answered_live']);
  });

  it('reaches by since= whoever missed everything, exactly as a fresh look would (Q7)', async () => {
    const { patch } = await house
      .visitor()
      .qa.board({ params: { code: board.code }, query: { since: whole(missed).seq } });
    if (!patch) throw new Error('it is not far behind');
    expect(patched(whole(missed), patch)).toEqual(await fresh());
    const nothing = await house.visitor().qa.board({ params: { code: board.code }, query: { since: patch.seq } });
    expect(nothing.patch).toMatchObject({ since: patch.seq, seq: patch.seq, changed: [], votes: [], gone: [] });
    const future = await house.visitor().qa.board({ params: { code: board.code }, query: { since: patch.seq + 100 } });
    expect(future.snapshot).not.toBeNull();
  });

  it('tells its listeners, at most once a second, patches that turn what they knew into what stands', async () => {
    await house.deliver();
    const before = await fresh();
    const { said, close } = await listener(house, `board:${board.code}`);
    const late = await aGuest(house, board.code);
    const { id } = await late.qa.ask({ params: { code: board.code }, body: { text: 'Who pays?', locale: 'en' } });
    await guest.qa.vote({ params: { id }, body: { on: true } });
    await house.deliver();
    await heardAll(said);
    expect([1, 2]).toContain(said.length);
    const heard = said.reduce(patched, before);
    expect(heard).toEqual(await fresh());
    said.length = 0;
    await member.qa.vote({ params: { id }, body: { on: true } });
    await house.deliver();
    await heardAll(said);
    expect(said).toEqual([expect.objectContaining({ changed: [], votes: [{ id, seq: heard.seq + 1, voteCount: 2 }] })]);
    close();
  });

  it('cannot be published while a question waits, and is when the leftovers are closed (Q4)', async () => {
    const session = () => organiser.programme.session({ params: { slug: board.slug } });
    const finish = { version: (await session()).version, move: 'finish' as const };
    expect(await organiser.programme.move({ params: { slug: board.slug }, body: finish })).toMatchObject({
      state: 'wrap_up',
      board: { phase: 'wrap_up' },
    });
    const params = { code: board.code };
    const publish = async () =>
      organiser.qa.moveBoard({
        params,
        body: { version: (await organiser.qa.desk({ params })).version, move: 'publish' },
      });
    expect(await codeOf(publish())).toBe('unmet-condition');
    const { version } = await organiser.qa.desk({ params });
    await organiser.qa.closeLeftovers({ params, body: { version, closing: 'no_time' } });
    expect(await publish()).toMatchObject({ phase: 'published' });
    const complete = async () =>
      organiser.programme.move({
        params: { slug: board.slug },
        body: { version: (await session()).version, move: 'complete' },
      });
    expect(await codeOf(complete())).toBe('unmet-condition');
    const record = { version: (await session()).version, recordingUrl: 'https://example.org/recording' };
    await organiser.programme.record({ params: { slug: board.slug }, body: record });
    expect(await complete()).toMatchObject({ state: 'completed', moves: [] });
    expect(await house.db(`select subject, kind from timer where state = 'armed'`)).toEqual([]);
  });
});
