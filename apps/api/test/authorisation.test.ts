import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { isWrite, methodOf, type Route } from '@baraza/contracts/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '../src/platform/database/unit-of-work.ts';
import { casesOf } from './authorisation/cases.ts';
import { described, everybody, type Person, people, type Who } from './authorisation/people.ts';
import { Scene } from './authorisation/scene.ts';
import { allRoutes, type House, openHouse } from './harness.ts';
import { addressOf, type Call } from './samples.ts';
import { bodyOf } from './uploads.ts';

const file = new URL('./authorisation.matrix.md', import.meta.url);

interface Row {
  readonly route: Route;
  readonly on: string;
  readonly secret: boolean;
  readonly knows: readonly Who[];
  readonly spent: boolean;
  readonly cells: Readonly<Record<Who, string>>;
}

const outcomes: Readonly<Record<number, string>> = {
  200: 'ok',
  201: 'ok',
  204: 'ok',
  401: 'sign in',
  403: 'no',
  404: 'missing',
  409: 'conflict',
  422: 'invalid',
};

class Rehearsed extends Error {}

/** While `on`, everything is decided, written, presented, and undone: no cell of the matrix depends on another. */
function rehearsal(house: House): { on: boolean } {
  const state = { on: false };
  const work = house.app.get(UnitOfWork);
  const run = work.run.bind(work);
  work.run = async (asker, act) => {
    if (!state.on) return run(asker, act);
    let answer: Awaited<ReturnType<typeof act>> | undefined;
    try {
      await run(asker, async (w) => {
        answer = await act(w);
        throw new Rehearsed();
      });
    } catch (error) {
      if (!(error instanceof Rehearsed)) throw error;
    }
    return answer as Awaited<ReturnType<typeof act>>;
  };
  return state;
}

describe('who may do what', () => {
  let house: House;
  let scene: Scene;
  let rehearsing: { on: boolean };
  const rows: Row[] = [];

  beforeAll(async () => {
    house = await openHouse({ demo: true });
    scene = new Scene(house, await people(house));
    rehearsing = rehearsal(house);
  }, 60_000);
  afterAll(() => house.close());

  const ask = async (route: Route, call: Partial<Call>, { id }: Person) => {
    const sent = call.body === undefined ? null : await bodyOf(route, call.body);
    return house.app.inject({
      method: methodOf(route) as 'GET',
      url: addressOf(route, { params: {}, query: {}, body: undefined, ...call }),
      headers: {
        'idempotency-key': randomUUID(),
        ...(id && { cookie: await house.cookie(id) }),
        ...sent?.headers,
      },
      ...(sent && { payload: sent.payload }),
    });
  };

  it.each(allRoutes.map((route) => [route.name, route] as const))(
    '%s',
    async (name, route) => {
      const cases = casesOf(name);
      if (cases.length === 0) throw new Error(`${name} has no row: add one to test/authorisation`);
      for (const { on, call, secret = false, knows = [], spent = false } of cases) {
        await scene.renew();
        const made = await call(scene);
        const cells: Partial<Record<Who, string>> = {};
        rehearsing.on = true;
        try {
          for (const who of everybody) {
            const person = scene.people[who];
            const answer = await ask(route, typeof made === 'function' ? made(person) : made, person);
            cells[who] = outcomes[answer.statusCode] ?? `${answer.statusCode}`;
            if (process.env['WHY'] && cells[who] !== 'ok') console.log(name, on, who, answer.statusCode, answer.body);
          }
        } finally {
          rehearsing.on = false;
        }
        rows.push({ route, on, secret, knows, spent, cells: cells as Record<Who, string> });
      }
    },
    120_000,
  );

  it('is what the printed matrix says', () => {
    const printed = print(rows);
    if (process.env['UPDATE']) writeFileSync(file, printed);
    expect(printed.split('\n')).toEqual(readFileSync(file, 'utf8').split('\n'));
  });

  const cellsWhere = (test: (row: Row, who: Who, outcome: string) => boolean): string[] =>
    rows.flatMap((row) =>
      everybody.filter((who) => test(row, who, row.cells[who])).map((who) => `${row.route.name} (${row.on}): ${who}`),
    );

  it('lets somebody through in every row, or the row proves nothing', () => {
    const through = (row: Row) => everybody.some((who) => row.cells[who] === 'ok');
    expect(rows.filter((row) => through(row) === row.spent).map(({ route, on }) => `${route.name} (${on})`)).toEqual(
      [],
    );
  });

  it('answers every request in a way that was thought of', () => {
    expect(cellsWhere((_, __, outcome) => !Object.values(outcomes).includes(outcome))).toEqual([]);
  });

  it('lets a visitor write nothing but what needs no account', () => {
    const open = [
      'members.signUp',
      'members.resend',
      'members.signIn',
      'members.signOut',
      'members.forgot',
      'qa.enter',
      'qa.ask',
      'qa.vote',
      'brokering.answerLinkedCheckIn',
      'brokering.pressTap',
    ];
    const written = rows.filter(({ route, cells }) => isWrite(route) && cells.visitor === 'ok');
    expect(new Set(written.map(({ route }) => route.name))).toEqual(new Set(open));
  });

  it('lets nobody but an administrator keep the house', () => {
    expect(
      cellsWhere(({ route }, who, outcome) => route.name.startsWith('admin.') && who !== 'admin' && outcome === 'ok'),
    ).toEqual([]);
  });

  it('hides what is between few from everybody else, as if it were not there', () => {
    const outside: readonly Who[] = ['visitor', 'member', 'other', 'organiser', 'editor', 'me_officer'];
    expect(
      cellsWhere(
        ({ secret, knows }, who, outcome) =>
          secret && outside.includes(who) && !knows.includes(who) && !['missing', 'sign in'].includes(outcome),
      ),
    ).toEqual([]);
  });

  it('gives no broker a say in the case of their own city', () => {
    const desk =
      /\.(claim|releaseClaim|ask|publish|decline|agree|sendBack|uphold|grant|hold|resume|carryOn|enough|close)Request$|\.(handOver|writeNote|raiseFlag|changeFlag)$|\.suggestPartners?$|\.(drop|scope|sayYes|sayNo)Match$|\.(close|cancel|start|suspend|amend|propose|accept)Partnership$|\.settle(CheckIn|Outcome)$|\.cancelMeeting$|\.\w+Expression$/;
    expect(
      cellsWhere(
        ({ route }, who, outcome) =>
          desk.test(route.name) && isWrite(route) && who === 'own_broker' && outcome === 'ok',
      ),
    ).toEqual([]);
  });

  it('gives a role of the house to nobody who has not got it', () => {
    expect(
      cellsWhere(
        ({ route }, who, outcome) =>
          /\.(give|take)Role$/.test(route.name) &&
          outcome === 'ok' &&
          !['admin', 'lead_broker', 'own_broker', 'moderator', 'broker'].includes(who),
      ),
    ).toEqual([]);
  });
});

function print(rows: readonly Row[]): string {
  const head = ['route', 'asked about', ...everybody];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    '# Who may do what',
    '',
    'Printed by `authorisation.test.ts` (with `UPDATE=1`) from the real answers of every route of the contract, and compared with them otherwise.',
    'The thing asked about is made anew for each row by the focal point of a city (own); another city (side) is on the other side of the case.',
    '',
    '**ok** done · **sign in** 401 · **no** 403 · **missing** 404, as if it were not there · **conflict** 409 · **invalid** 422',
    '',
    ...everybody.map((who) => `- \`${who}\`: ${described[who]}`),
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(({ route, on, cells }) => line([route.name, on, ...everybody.map((who) => cells[who])])),
    '',
  ].join('\n');
}
