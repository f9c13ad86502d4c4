import {
  type BrokeringContext,
  clarificationClock,
  type ExpressionMove,
  expressionClock,
  type MatchMove,
  matchClock,
  type NextStep,
  partnershipClock,
  type RequestMove,
  requestClock,
} from '@baraza/domain/brokering';
import { Refusal, system } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { asSystem } from '../platform/asker.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { type FiredTimer, type OnTimer, Timers } from '../platform/timers/timers.ts';
import { type Case, type Thing, tell } from './case/case.ts';
import { Cases } from './case/cases.repository.ts';
import { afterMatch, afterRequest } from './case/consequences.ts';
import {
  clarificationFacts,
  moveClarification,
  oweClarification,
  thingOfClarification,
} from './clarifications/clarification.moves.ts';
import { expressionFacts, moveExpression, oweExpression, thingOfExpression } from './expressions/expression.moves.ts';
import { matchFacts, moveMatch, oweMatch, thingOfMatch } from './matches/match.moves.ts';
import { owePartnership, partnershipFacts, thingOfPartnership } from './partnerships/partnership.moves.ts';
import { moveRequest, oweRequest, thingOfRequest } from './requests/request.moves.ts';
import type { BrokeringNews } from './told.ts';

/** A thing whose clock struck: who owes what on it now, whose time was up, and how its clock is wound again. */
export interface Struck {
  readonly c: Case;
  readonly thing: Thing;
  readonly next: NextStep | null;
  readonly missed: BrokeringNews | null;
  readonly wind: () => Promise<void>;
}
export type Open = (work: Work, id: string) => Promise<Struck>;

export const idOf = ({ subject }: FiredTimer): string => subject.slice(subject.indexOf(':') + 1);

/** The clocks of this room: what is reminded, passed on, or done by the system when somebody's time is up. */
@Injectable()
export class BrokeringTimers {
  private readonly cases: Cases;
  private readonly timers: Timers;
  /** By kind, for whoever lets time pass themself. */
  readonly handlers = new Map<string, OnTimer>();
  /** By kind of thing, for whoever winds a clock again. */
  readonly opens = new Map<string, Open>();
  constructor(cases: Cases, timers: Timers) {
    this.cases = cases;
    this.timers = timers;
    const opens = {
      request: this.request,
      clarification: this.clarification,
      expression: this.expression,
      match: this.match,
      partnership: this.partnership,
    } satisfies Record<string, Open>;
    for (const [kind, open] of Object.entries(opens)) this.watch(kind, open);
    for (const move of [
      'releaseClaim',
      'sendBack',
      'park',
      'endDecline',
      'readAnew',
      'expire',
      'resume',
      'lapse',
      'archive',
    ] as const satisfies RequestMove[])
      this.on(`brokering.request.${move}`, (work, timer) => this.moveRequest(work, timer, move));
    this.on('brokering.clarification.lapse', (work, timer) => this.lapseClarification(work, timer));
    for (const move of ['discard', 'lapse'] as const satisfies ExpressionMove[])
      this.on(`brokering.expression.${move}`, (work, timer) => this.moveExpression(work, timer, move));
    for (const move of ['lapse', 'askAgain'] as const satisfies MatchMove[])
      this.on(`brokering.match.${move}`, (work, timer) => this.moveMatch(work, timer, move));
  }

  on(kind: string, handler: OnTimer): void {
    this.handlers.set(kind, handler);
    this.timers.on(kind, handler);
  }

  /** What reminds of a thing, and what passes it on. */
  watch(kind: string, open: Open): void {
    this.opens.set(kind, open);
    this.on(`brokering.${kind}.remind`, (work, timer) => remind(open, work, timer));
    this.on(`brokering.${kind}.escalate`, (work, timer) => escalate(open, work, timer));
  }

  private readonly request: Open = async (work, id) => {
    const c = await this.cases.open(await patient(work), asSystem(work.at), { id });
    return struck(c, thingOfRequest(c.request), c.request, requestClock, () => oweRequest(c));
  };

  private readonly clarification: Open = async (work, id) => {
    const { c, clarification } = await this.cases.openClarification(await patient(work), asSystem(work.at), id);
    const facts = clarificationFacts(c, clarification);
    return struck(c, thingOfClarification(c, clarification), facts, clarificationClock, () =>
      oweClarification(c, clarification),
    );
  };

  private readonly expression: Open = async (work, id) => {
    const { c, expression } = await this.cases.openExpression(await patient(work), asSystem(work.at), id);
    const facts = expressionFacts(c, expression);
    return struck(c, thingOfExpression(expression), facts, expressionClock, () => oweExpression(c, expression));
  };

  private readonly match: Open = async (work, id) => {
    const { c, match } = await this.cases.openMatch(await patient(work), asSystem(work.at), id);
    return struck(c, thingOfMatch(match.row), matchFacts(c, match), matchClock, () => oweMatch(c, match));
  };

  private readonly partnership: Open = async (work, id) => {
    const { c, partnership } = await this.cases.openPartnership(await patient(work), asSystem(work.at), { id });
    const facts = partnershipFacts(partnership);
    const thing = thingOfPartnership(partnership.row);
    return struck(c, thing, facts, partnershipClock, () => owePartnership(c, partnership));
  };

  private async moveRequest(work: Work, timer: FiredTimer, move: RequestMove): Promise<void> {
    const c = await this.cases.open(await patient(work), asSystem(work.at), { id: idOf(timer) });
    if (!(await due(() => moveRequest(c, move, {}, system)))) return oweRequest(c);
    await afterRequest(c, move);
  }

  private async lapseClarification(work: Work, timer: FiredTimer): Promise<void> {
    const { c, clarification } = await this.cases.openClarification(
      await patient(work),
      asSystem(work.at),
      idOf(timer),
    );
    if (!(await due(() => moveClarification(c, clarification, 'lapse', {}, system))))
      await oweClarification(c, clarification);
  }

  private async moveExpression(work: Work, timer: FiredTimer, move: ExpressionMove): Promise<void> {
    const opened = await this.cases.openExpression(await patient(work), asSystem(work.at), idOf(timer));
    const { c, expression } = opened;
    if (!(await due(() => moveExpression(c, expression, move, {}, system)))) await oweExpression(c, expression);
  }

  private async moveMatch(work: Work, timer: FiredTimer, move: MatchMove): Promise<void> {
    const { c, match } = await this.cases.openMatch(await patient(work), asSystem(work.at), idOf(timer));
    if (!(await due(() => moveMatch(c, match, move, {}, system)))) return oweMatch(c, match);
    await afterMatch(c, match);
  }
}

/**
 * A timer holds its own row before it asks for the case, a wish the other way round: the timer gives way, well before the
 * database would have to choose, and is tried again.
 */
export async function patient(work: Work): Promise<Work> {
  await work.tx.query(`set local lock_timeout = '400ms'`);
  return work;
}

/** False when the facts have changed since it was armed, and it is not time yet. */
export async function due(move: () => Promise<void>): Promise<boolean> {
  try {
    await move();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

interface Wound<F> {
  readonly nextStep: (facts: F, reader: typeof system, now: Date, ctx: BrokeringContext) => NextStep | null;
  readonly escalate: (facts: F, now: Date, ctx: BrokeringContext) => { readonly happening: BrokeringNews } | null;
}
export const struck = <F>(c: Case, thing: Thing, facts: F, clock: Wound<F>, wind: () => Promise<void>): Struck => ({
  c,
  thing,
  next: clock.nextStep(facts, system, c.at, c.known.context),
  missed: clock.escalate(facts, c.at, c.known.context)?.happening ?? null,
  wind,
});

async function remind(open: Open, work: Work, timer: FiredTimer): Promise<void> {
  const { c, thing, next, wind } = await open(work, idOf(timer));
  if (next) {
    const { responsible, what, by } = next;
    const data = { responsible, what, dueAt: by.toISOString() };
    await tell(c, thing, { name: 'brokering.deadline.near', stream: timer.subject, data });
  }
  await wind();
}

async function escalate(open: Open, work: Work, timer: FiredTimer): Promise<void> {
  const { c, thing, missed, wind } = await open(work, idOf(timer));
  if (missed) await tell(c, thing, missed);
  await wind();
}
