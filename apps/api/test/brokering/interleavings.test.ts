import type { Move } from '@baraza/contracts/brokering';
import { ApiError } from '@baraza/contracts/client';
import type { Problem } from '@baraza/contracts/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Cast, cast, content, express, proposal } from '../brokering.ts';
import { type ApiClient, type House, openHouse } from '../harness.ts';
import { chance } from './chance.ts';
import { withoutItsStep } from './ledger.ts';

const rounds = 1000;
const four = ['focal', 'otherFocal', 'broker', 'otherBroker'] as const;
type One = (typeof four)[number];

/** A page as somebody has it open: what it is about, as of which version, and what may be done there. */
interface Open {
  readonly subject: string;
  readonly version: number;
  readonly moves: readonly Move[];
  readonly params: { readonly ref: string } | { readonly id: string };
}
/** One click. `contended` is what at most one of them can change: a version of a thing, or the one place of an organisation. */
interface Click {
  readonly who: One;
  readonly what: string;
  readonly contended: string;
  readonly press: () => Promise<unknown>;
}
interface Outcome extends Click {
  readonly problem: Problem | null;
}

describe('two focal points and two brokers who click at the same moment', () => {
  let house: House;
  let people: Cast;
  const dice = chance(71);
  const won = new Map<string, number>();
  const done = new Set<string>();
  const lost = new Map<string, number>();
  const seen = new Map<string, number>();
  const faults: string[] = [];
  const broken: unknown[] = [];
  let ref = '';
  let played = 0;
  let idle = 0;

  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
    for (played = 0; played < rounds; ) {
      if (!ref || dice.is(0.02))
        ref = (await people.focal.brokering.draftRequest({ body: { ...content, submit: true } })).ref;
      const clicks = await clicksOf(await focus());
      judge(await together(clicks));
      if (new Set(clicks.map(({ who }) => who)).size < 2) {
        idle = clicks.length === 0 ? idle + 1 : 0;
        if (idle > 3) ref = '';
        continue;
      }
      played += 1;
      idle = 0;
      if (played % 50 === 0) broken.push(...(await withoutItsStep(house)));
      house.clock.set(new Date(house.clock.now().getTime() + 60_000));
    }
  }, 900_000);
  afterAll(() => house.close());

  /** What they all look at: whatever is furthest along in the case, or the request itself. */
  async function focus(): Promise<{ kind: 'request' | 'expression' | 'match' | 'partnership'; address: string }> {
    const things = await house.db<{ kind: 'expression' | 'match' | 'partnership'; address: string }>(
      `select x.kind, x.address from request r cross join lateral (
         select 'expression' as kind, id::text as address from expression e where e.request_id = r.id and e.ended_at is null
         union all select 'match', id::text from match m where m.request_id = r.id and m.ended_at is null
         union all select 'partnership', p.ref from partnership p where p.request_id = r.id and p.ended_at is null) x
       where r.ref = $1 order by 1 desc, 2`,
      [ref],
    );
    const [furthest] = things;
    if (!furthest || dice.is(0.25)) return { kind: 'request', address: ref };
    return dice.is(0.8) ? furthest : dice.pick(things);
  }

  async function read(client: ApiClient, kind: string, address: string): Promise<Open | null> {
    const { brokering } = client;
    const page = async () => {
      if (kind === 'request')
        return { ...(await brokering.request({ params: { ref: address } })), params: { ref: address } };
      if (kind === 'partnership')
        return { ...(await brokering.partnership({ params: { ref: address } })), params: { ref: address } };
      const params = { id: address };
      return {
        ...(kind === 'match' ? await brokering.match({ params }) : await brokering.expression({ params })),
        params,
      };
    };
    try {
      const { id, version, moves, params } = await page();
      return { subject: `${kind}:${id}`, version, moves, params };
    } catch (error) {
      if (error instanceof ApiError && error.problem.status === 404) return null;
      throw error;
    }
  }

  /** Reading is said once and changes nobody’s page; to amend takes more than a click. */
  const noClick = new Set(['see', 'amend']);
  /** What ends everything is pressed seldom, or no case would come far. */
  const rare = new Set(['withdraw', 'close', 'decline', 'cancel', 'drop', 'sayNo', 'releaseClaim', 'hold']);
  const chosen = (moves: readonly Move[]): Move | undefined => {
    const seldom = dice.is(0.15);
    const some = moves.filter(({ move }) => !noClick.has(move) && rare.has(move) === seldom);
    return some.length > 0 ? dice.pick(some) : undefined;
  };
  const bodyOf = ({ move, reasons, note, until }: Move, version: number) => ({
    version,
    ...(reasons.length > 0 && { reason: dice.pick(reasons.filter((reason) => reason !== 'no_match')) }),
    ...((note === 'required' || reasons.length > 0) && { note: 'So that it is said.' }),
    ...(until && { until: '2026-05-20' }),
    ...(move === 'accept' && { name: 'Codjo' }),
  });

  async function clicksOf(about: Awaited<ReturnType<typeof focus>>): Promise<Click[]> {
    const clicks: Click[] = [];
    const pages = await Promise.all(
      four.map(
        async (who) => (await read(people[who], about.kind, about.address)) ?? read(people[who], 'request', ref),
      ),
    );
    for (const [i, who] of four.entries()) {
      const client = people[who];
      const page = pages[i];
      if (!page) continue;
      const { subject, version, params } = page;
      if (version < (seen.get(subject) ?? 0)) faults.push(`${subject} went back to version ${version}`);
      seen.set(subject, version);
      if (who === 'otherFocal' && subject.startsWith('request:') && (await answerable(subject)))
        for (const window of [1, 2])
          clicks.push({
            who,
            what: `express ${window}`,
            contended: `${subject} place`,
            press: () => express(client, { ref }),
          });
      if (who === 'focal' && /^match/.test(subject) && (await isIntroduced(subject)) && dice.is(0.5)) {
        const match = await client.brokering.match({ params: { id: subject.slice(6) } });
        clicks.push({
          who,
          what: 'propose',
          contended: `${subject} proposal`,
          press: () => client.brokering.proposePartnership(proposal(match)),
        });
        continue;
      }
      const move = chosen(page.moves);
      if (!move) continue;
      const operation = move.operation.slice('brokering.'.length) as 'claimRequest';
      const press = () =>
        client.brokering[operation]({ params: params as { ref: string }, body: bodyOf(move, version) });
      clicks.push({ who, what: move.operation, contended: `${subject} ${version}`, press });
    }
    return clicks;
  }
  const answerable = async (subject: string) =>
    (
      await house.db(
        `select 1 from request r where 'request:' || r.id = $1 and r.state in ('published', 'in_matching', 'in_partnering')
         and not exists (select 1 from expression e join organisation o on o.id = e.organisation_id where e.request_id = r.id and o.slug = 'zhalantun'
           and e.state not in ('declined', 'withdrawn', 'lapsed'))`,
        [subject],
      )
    ).length > 0;
  const isIntroduced = async (subject: string) =>
    (await house.db(`select 1 from match where 'match:' || id = $1 and state in ('introduced', 'scoping')`, [subject]))
      .length > 0;

  /** In any order, some milliseconds apart or none. */
  const together = (clicks: readonly Click[]): Promise<Outcome[]> =>
    Promise.all(
      clicks
        .map((click) => ({ click, rank: dice.next(), wait: dice.is(0.5) ? 0 : dice.below(8) }))
        .sort((a, b) => a.rank - b.rank)
        .map(async ({ click, wait }) => {
          if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
          try {
            await click.press();
            return { ...click, problem: null };
          } catch (error) {
            if (error instanceof ApiError) return { ...click, problem: error.problem };
            throw error;
          }
        }),
    );

  function judge(outcomes: readonly Outcome[]): void {
    const contests = new Map<string, Outcome[]>();
    for (const outcome of outcomes)
      contests.set(outcome.contended, [...(contests.get(outcome.contended) ?? []), outcome]);
    const winners = outcomes.filter(({ problem }) => problem === null);
    const story = () =>
      JSON.stringify(
        outcomes.map(({ who, what, contended, problem }) => [who, what, contended, problem?.code, problem?.detail]),
      );
    for (const { what } of winners) done.add(what);
    if (outcomes.length > 0 && winners.length === 0) faults.push(`nobody won: ${story()}`);
    for (const [contended, contest] of contests) {
      const first = contest.filter(({ problem }) => problem === null);
      // Somebody else's click on the request may have ended the matter before; on its own it has exactly one winner.
      if (first.length > 1 || (first.length === 0 && contests.size === 1))
        faults.push(`${first.length} won ${contended}: ${story()}`);
      if (contest.length > 1) for (const { what } of first) won.set(what, (won.get(what) ?? 0) + 1);
    }
    for (const { problem } of outcomes) {
      if (!problem) continue;
      lost.set(problem.code, (lost.get(problem.code) ?? 0) + 1);
      if (problem.status >= 500 || !/^\p{Lu}\p{L}* .*\p{Ll}/u.test(problem.detail))
        faults.push(`${problem.status} “${problem.detail}”: ${story()}`);
    }
  }

  it('leave one winner each a thousand times, and tell all others in a sentence', () => {
    if (process.env['TEST_FIGURES']) console.info(Object.fromEntries(won), Object.fromEntries(lost));
    expect(faults).toEqual([]);
    expect(played).toBe(rounds);
    const losers = [...lost.values()].reduce((sum, n) => sum + n, 0);
    expect(losers).toBeGreaterThan(rounds);
    expect([...done]).toEqual(
      expect.arrayContaining(['brokering.confirmExpression', 'brokering.holdRequest', 'propose']),
    );
    expect([...won.keys()]).toEqual(
      expect.arrayContaining([
        'brokering.claimRequest',
        'brokering.publishRequest',
        'brokering.acceptExpression',
        'brokering.withdrawExpression',
        'brokering.acceptPartnership',
        'brokering.closeRequest',
        'brokering.withdrawRequest',
      ]),
    );
  });

  it('never make the database choose between two of them', async () => {
    const [row] = await house.db<{ deadlocks: number }>(
      `select deadlocks::int from pg_stat_database where datname = current_database()`,
    );
    expect(row).toEqual({ deadlocks: 0 });
  });

  it('leave everything open with its one next deadline and its one responsible (I1)', async () => {
    expect([...broken, ...(await withoutItsStep(house))]).toEqual([]);
  });

  it('leave an organisation one live expression on a request, and one match for a confirmed one', async () => {
    const many = await house.db(
      `select request_id, organisation_id from expression where state not in ('declined', 'withdrawn', 'lapsed') group by 1, 2 having count(*) > 1
       union all select e.request_id, e.organisation_id from expression e where e.state = 'confirmed'
         and (select count(*) from match m where m.expression_id = e.id) <> 1`,
    );
    expect(many).toEqual([]);
  });

  it('leave a version for each move, and each state where the last move put it', async () => {
    const wrong = await house.db(
      ['expression', 'match']
        .map(
          (kind) => `select '${kind}:' || x.id as subject, x.version, x.state, m.* from ${kind} x cross join lateral (
           select count(*)::int as moves, (array_agg(to_state order by id desc))[1] as last from brokering_move where subject = '${kind}:' || x.id) m
         where m.moves <> x.version or m.last <> x.state`,
        )
        .join(' union all '),
    );
    expect(wrong).toEqual([]);
  });
});
