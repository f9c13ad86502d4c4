import type { House } from '../harness.ts';
import { clockworkOf } from './clockwork.ts';
import { begin, changesOfClocks, type Decade, day, end, isSilent, type Person } from './decade.ts';
import { deedsOf } from './deeds.ts';
import { orphans, withoutItsStep } from './ledger.ts';
import type { Step } from './step.ts';

export const requestsWanted = 300;
export const expressionsWanted = 900;

interface Plan {
  readonly at: number;
  readonly does: () => Promise<string | null>;
}

/** What is meant to be done, soonest first. */
function agendaOf() {
  const plans: Plan[] = [];
  return {
    get next(): Plan | undefined {
      return plans[0];
    },
    take: () => plans.shift() as Plan,
    add(plan: Plan) {
      let low = 0;
      for (let high = plans.length; low < high; ) {
        const middle = (low + high) >> 1;
        if ((plans[middle] as Plan).at <= plan.at) low = middle + 1;
        else high = middle;
      }
      plans.splice(low, 0, plan);
    },
  };
}

/** Ten years, from one date at which something happens to the next. */
export async function live(house: House, decade: Decade) {
  const { chance, cities, leads } = decade;
  const deeds = deedsOf(house, decade);
  const clockwork = clockworkOf(house, decade);
  const agenda = agendaOf();
  const signOf = ({ what, dueAt, responsibleId }: Step) => `${what} ${dueAt.toISOString()} ${responsibleId}`;
  const planned = new Map<string, string>();
  const counts = { acts: 0, refused: 0, drafted: 0, expressed: 0, stops: 0, looks: 0 };
  const broken: unknown[] = [];
  const since = (days: number) => house.clock.now().getTime() + days * day;

  const look = async () => {
    counts.looks += 1;
    broken.push(...(await withoutItsStep(house)), ...(await orphans(house)));
  };
  const act = (who: Person, step: Step) => async (): Promise<string | null> => {
    // Who is slow finds out by trying that it was too late; others look first.
    if (isSilent(who, house.clock.now()) || (who.kind !== 'slow' && planned.get(step.subject) !== signOf(step)))
      return null;
    if (await deeds.act(who, step)) counts.acts += 1;
    else counts.refused += 1;
    return step.requestId;
  };
  /** A broker who does not answer loses the case to one who does. */
  const relieve = (step: Step) => async () => {
    if (await deeds.handOver(chance.pick(leads), step)) counts.acts += 1;
    return step.requestId;
  };
  const plan = (step: Step) => {
    const { responsibleKind, dueAt } = step;
    const now = house.clock.now().getTime();
    const who = deeds.whoTakes(step, house.clock.now());
    if (!who) return;
    const at =
      who.kind === 'slow'
        ? dueAt.getTime() + chance.next() * 6 * day
        : now + (0.05 + 0.6 * chance.next()) * Math.max(0, dueAt.getTime() - now);
    if (responsibleKind === 'member' && isSilent(who, house.clock.now())) {
      agenda.add({ at: dueAt.getTime() + (1 + chance.next()) * day, does: relieve(step) });
      return;
    }
    agenda.add({ at: Math.max(at, now + 60_000), does: act(who, step) });
  };
  const expressionFor = (requestId: string) => async () => {
    if (counts.expressed >= expressionsWanted) return null;
    if (await deeds.express(chance.pick(cities), requestId)) counts.expressed += 1;
    return requestId;
  };
  const wordFor = (requestId: string, deed: typeof deeds.ask) => async () => {
    if (await deed(chance.pick(cities), requestId)) counts.acts += 1;
    return requestId;
  };
  /** Looks at who owes what on a case now, and lets them decide when to see to it. */
  const follow = async (requestId: string) => {
    const steps = await house.db<Step>(
      `select subject, request_id as "requestId", what, due_at as "dueAt", responsible_kind as "responsibleKind", responsible_id as "responsibleId",
         missed_at as "missedAt" from brokering_step s where request_id = $1
         order by (select min(seq) from domain_event where stream = s.subject), subject`,
      [requestId],
    );
    for (const step of steps) {
      const sign = signOf(step);
      if (planned.get(step.subject) === sign) continue;
      if (step.what === 'brokering.step.suggestPartners' && !planned.has(`invited ${requestId}`)) {
        planned.set(`invited ${requestId}`, sign);
        for (let i = 0; i < 6; i++) agenda.add({ at: since(1 + 50 * chance.next()), does: expressionFor(requestId) });
        if (chance.is(0.4)) agenda.add({ at: since(1 + 30 * chance.next()), does: wordFor(requestId, deeds.ask) });
        if (chance.is(0.3)) agenda.add({ at: since(1 + 30 * chance.next()), does: wordFor(requestId, deeds.refer) });
      }
      planned.set(step.subject, sign);
      plan(step);
    }
  };

  const span = end.getTime() - begin.getTime() - 400 * day;
  for (let i = 0; i < requestsWanted; i++)
    agenda.add({
      at: begin.getTime() + span * chance.next(),
      does: () => {
        counts.drafted += 1;
        return deeds.draft(chance.pick(cities.filter((city) => !isSilent(city.focal, house.clock.now()))));
      },
    });
  for (const side of changesOfClocks()) agenda.add({ at: side.getTime(), does: async () => null });

  for (;;) {
    const due = await clockwork.nextDue();
    const at = Math.min(due?.getTime() ?? Number.POSITIVE_INFINITY, agenda.next?.at ?? Number.POSITIVE_INFINITY);
    if (at > end.getTime()) break;
    house.clock.set(new Date(at));
    if (due && due.getTime() <= at) for (const requestId of await clockwork.strike()) await follow(requestId);
    while (agenda.next && agenda.next.at <= at) {
      const requestId = await agenda.take().does();
      if (requestId) await follow(requestId);
    }
    counts.stops += 1;
    if (counts.stops % 100 === 0) await look();
  }
  house.clock.set(end);
  await look();
  return { ...counts, ...clockwork.mishaps, broken };
}
