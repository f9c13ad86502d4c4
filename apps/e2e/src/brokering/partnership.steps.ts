import { expect } from '@jest/globals';
import type { Entries, Person } from '../person.ts';
import { day } from './request.steps.ts';

// From an introduction to a figure two sides signed, for everybody to read.

/** What they found together is put into words, and every focal point signs: who wrote it right away. */
export async function agree(match: string, writer: Person, others: readonly Person[], words: Entries): Promise<string> {
  await writer.opens(match);
  await writer.follows(/\/propose$/);
  await writer.does('proposePartnership', words);
  await writer.page.waitForURL(/\/partnerships\/PRT-/);
  const { path } = writer;
  await signs(writer);
  for (const other of others) {
    await other.finds(path);
    await signs(other);
  }
  await writer.opens(path);
  await writer.reads(writer.say('brokering.state.partnership.agreed'));
  return path;
}

async function signs(side: Person): Promise<void> {
  await side.does('acceptPartnership', { name: 'Focal point' });
  await side.page.locator('form[action^="/do/brokering.acceptPartnership"]').waitFor({ state: 'detached' });
}

/** The work begins: a step of it is planned, and reached. */
export async function works(partnership: string, side: Person, step: string): Promise<void> {
  await side.opens(partnership);
  await side.does('startPartnership');
  await side.reads(side.say('brokering.state.partnership.active'));
  await side.does('planMilestone', { title: step, due: day(60) });
  await side.reads(step);
  await side.does('reachMilestone');
  await side.reads(side.say('brokering.state.milestone.done'));
}

export interface Figure {
  readonly indicator: string;
  readonly unit: string;
  readonly before: number;
  readonly after: number;
}

/** One side says what came of it, and the other signs beside it. */
export async function report(partnership: string, claimant: Person, other: Person, figure: Figure): Promise<void> {
  await claimant.opens(partnership);
  await claimant.does('claimOutcome', {
    indicator: figure.indicator,
    level: 'outcome',
    unit: figure.unit,
    'baseline.value': String(figure.before),
    'baseline.date': day(-200),
    'baseline.source': 'Ledger of the cooperative',
    'actual.value': String(figure.after),
    'actual.date': day(0),
    'actual.evidence': 'Ledger of the cooperative',
  });
  await claimant.reads(claimant.say('brokering.state.outcome.claimed'));
  await other.finds(partnership);
  await other.does('countersignOutcome');
  await other.reads(other.say('brokering.state.outcome.countersigned'));
}

/** What anybody reads: who signed, the figure, and how it came about. */
export async function isPublic(partnership: string, visitor: Person, figure: Figure, kinds: readonly string[]) {
  await visitor.opens(partnership);
  await visitor.reads(figure.indicator);
  await visitor.reads(new Intl.NumberFormat(visitor.locale).format(figure.after));
  const chain = (await visitor.page.locator('.chain').textContent()) ?? '';
  const order = kinds.map((kind) => chain.indexOf(visitor.say(`lineage.kind.${kind}`)));
  expect([...order].sort((a, b) => a - b)).toEqual(order);
  expect(order).not.toContain(-1);
}
