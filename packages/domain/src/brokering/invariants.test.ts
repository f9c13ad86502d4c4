import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anExpression, aPartnership, aRequest, type City, ctx, people, said, start } from '../../test/brokering.ts';
import {
  type Actor,
  addDays,
  type Deadline,
  isFinal,
  isFocalPointOf,
  type Machine,
  movesOf,
  Refusal,
  type Role,
  system,
} from '../kernel/index.ts';
import type { Clock } from './clock.ts';
import type { MoveForm } from './decide.ts';
import {
  type BrokeringHappening,
  expressionClock,
  expressionForms,
  expressionMachine,
  expressionMovesFor,
  makeExpressionMove,
  makeMatchMove,
  makePartnershipMove,
  makeRequestMove,
  matchClock,
  matchForms,
  matchMachine,
  matchMovesFor,
  type PartnershipInput,
  partnershipClock,
  partnershipForms,
  partnershipMachine,
  partnershipMovesFor,
  type RequestFacts,
  requestClock,
  requestForms,
  requestMachine,
  requestMovesFor,
  suggest,
} from './index.ts';
import type { Subject } from './subject.ts';

interface Made<F> {
  readonly change: Partial<F>;
  readonly happening: BrokeringHappening;
  readonly deadline: Deadline | null;
}
interface Kind<S extends string, M extends string, F extends Subject<S>> {
  readonly begin: () => F;
  readonly machine: Machine<S, M>;
  readonly forms: Partial<Record<M, MoveForm>>;
  readonly clock: Clock<F>;
  readonly movesFor: (actor: Actor, facts: F, now: Date) => M[];
  readonly make: (facts: F, move: M, input: PartnershipInput, actor: Actor, now: Date, context: typeof ctx) => Made<F>;
}

const suggested = () =>
  suggest(aRequest({ state: 'published' }), 'zhalantun', 'm2', 0, people.broker, start, ctx).match;
const requests: Kind<RequestFacts['state'], keyof typeof requestMachine.moves, RequestFacts> = {
  begin: () => aRequest({ counterpartIds: ['zhalantun'] }),
  machine: requestMachine,
  forms: requestForms,
  clock: requestClock,
  movesFor: requestMovesFor,
  make: makeRequestMove,
};
const expressions = {
  begin: () => anExpression(),
  machine: expressionMachine,
  forms: expressionForms,
  clock: expressionClock,
  movesFor: expressionMovesFor,
  make: makeExpressionMove,
};
const matches = {
  begin: suggested,
  machine: matchMachine,
  forms: matchForms,
  clock: matchClock,
  movesFor: matchMovesFor,
  make: makeMatchMove,
};
const partnerships = {
  begin: () => aPartnership(),
  machine: partnershipMachine,
  forms: partnershipForms,
  clock: partnershipClock,
  movesFor: partnershipMovesFor,
  make: makePartnershipMove,
};

const crowd = Object.values(people);
const steps = ['go on', 'go on', 'go on', 'go on', 'end', 'anything', 'clock'] as const;
/** What is tried at one moment: a move somebody is offered, any move by anybody, or what the clock fires next. */
const attempts = fc.array(
  fc.record({
    how: fc.constantFrom<'go on' | 'end' | 'anything' | 'clock'>(...steps),
    pick: fc.nat(),
    says: fc.integer({ min: 0, max: 5 }).map((die) => die > 0),
    wait: fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 4 }) }, { weight: 1, arbitrary: fc.nat({ max: 200 }) }),
  }),
  { minLength: 12, maxLength: 24, size: 'max' },
);

interface Stop<F> {
  readonly facts: F;
  readonly before: F;
  readonly actor: Actor;
  readonly now: Date;
  readonly made: Made<F>;
}

/** Lives a random life, and shows every step that was not refused. */
function live<S extends string, M extends string, F extends Subject<S>>(
  kind: Kind<S, M, F>,
  tried: typeof attempts extends fc.Arbitrary<infer T> ? T : never,
  show: (stop: Stop<F>) => void,
): void {
  const isEnd = (move: M): boolean => isFinal(kind.machine, kind.machine.moves[move].to);
  const all = crowd.flatMap((actor) => movesOf(kind.machine).map((move) => ({ actor, move })));
  let facts = kind.begin();
  let now = start;
  for (const { how, pick, says, wait } of tried) {
    const armed = kind.clock.deadlineOf(facts, now, ctx);
    now = how === 'clock' && armed && armed.dueAt > now ? armed.dueAt : addDays(now, wait);
    const offers = crowd.flatMap((actor) => kind.movesFor(actor, facts, now).map((move) => ({ actor, move })));
    const fired = kind.clock.deadlineOf(facts, now, ctx)?.kind;
    const choice = {
      'go on': offers.filter(({ move }) => !isEnd(move)),
      end: offers,
      anything: all,
      clock: offers.filter(({ actor, move }) => actor === system && move === fired),
    }[how];
    const chosen = choice[pick % choice.length];
    if (!chosen) continue;
    const { actor, move } = chosen;
    const reasons = kind.forms[move]?.reasons;
    const input = says
      ? { reason: reasons?.[pick % reasons.length], note: said('voici pourquoi'), name: 'Signature' }
      : {};
    try {
      const made = kind.make(facts, move, input, actor, now, ctx);
      const before = facts;
      facts = { ...facts, ...made.change };
      show({ facts, before, actor, now, made });
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
    }
  }
}

const runs = { seed: 20260217, numRuns: 120 };

function describeKind<S extends string, M extends string, F extends Subject<S>>(name: string, kind: Kind<S, M, F>) {
  describe(`the life of ${name}`, () => {
    it('has at every moment exactly one next deadline and one responsible for it, while it is open (I1)', () => {
      const visited = new Set<string>([kind.machine.initial]);
      fc.assert(
        fc.property(attempts, fc.nat({ max: 1000 }), (tried, days) => {
          live(kind, tried, ({ facts, now, made }) => {
            visited.add(facts.state);
            const over = isFinal(kind.machine, facts.state);
            for (const at of [now, addDays(now, days)]) {
              const deadline = kind.clock.deadlineOf(facts, at, ctx);
              const step = kind.clock.nextStep(facts, people.member, at, ctx);
              if (at === now) expect(made.deadline).toEqual(deadline);
              expect([deadline === null, step === null]).toEqual([over, over]);
              if (!deadline) continue;
              expect(step).toMatchObject({ by: deadline.dueAt, responsible: deadline.responsible });
              expect(deadline.responsible.id).not.toBe('');
              const isMove = deadline.kind in kind.machine.moves;
              expect(isMove || deadline.kind === 'escalate').toBe(true);
              expect(isMove || deadline.dueAt > at).toBe(true);
            }
          });
        }),
        runs,
      );
      expect(visited).toEqual(new Set(kind.machine.states));
    });

    it('leaves whoever is responsible something to do, or ends by the clock (I1)', () => {
      fc.assert(
        fc.property(attempts, fc.nat({ max: 400 }), (tried, days) => {
          live(kind, tried, ({ facts, now }) => {
            const at = addDays(now, days);
            const deadline = kind.clock.deadlineOf(facts, at, ctx);
            if (!deadline || deadline.kind in kind.machine.moves) return;
            const { responsible } = deadline;
            const those = crowd.filter((actor) =>
              responsible.kind === 'organisation'
                ? isFocalPointOf(actor, responsible.id)
                : responsible.kind === 'member'
                  ? actor.id === responsible.id
                  : actor.roles.includes(responsible.id as Role),
            );
            expect(those.flatMap((actor) => kind.movesFor(actor, facts, at))).not.toEqual([]);
          });
        }),
        { ...runs, numRuns: 60 },
      );
    });

    it('ends with a reason, a closer and a time, and has none of them before (I3)', () => {
      fc.assert(
        fc.property(attempts, (tried) => {
          live(kind, tried, ({ facts, actor, now }) => {
            const { endReason, endedBy, endedAt } = facts;
            if (!isFinal(kind.machine, facts.state)) expect([endReason, endedBy, endedAt]).toEqual([null, null, null]);
            else {
              expect(endReason).toMatch(/^[a-z_]+$/);
              expect([endedBy, endedAt]).toEqual([actor.id ?? 'system', now]);
            }
          });
        }),
        runs,
      );
    });

    it('is told in full: replaying what happened gives the state it is in (I4)', () => {
      fc.assert(
        fc.property(attempts, (tried) => {
          let replayed: string = kind.begin().state;
          live(kind, tried, ({ facts, before, made: { happening } }) => {
            expect(replayed).toBe(before.state);
            if ('to' in happening.data) replayed = happening.data.to;
            else if (happening.name === 'brokering.match.introduced') replayed = 'introduced';
            else if (happening.name === 'brokering.partnership.agreed') replayed = 'agreed';
            expect(replayed).toBe(facts.state);
            expect(happening.stream).toMatch(new RegExp(`^${kind.machine.name}:`));
          });
        }),
        runs,
      );
    });

    it('fires each deadline once: a second firing is refused or repeats nothing (I7)', () => {
      fc.assert(
        fc.property(attempts, (tried) => {
          live(kind, tried, ({ facts, now }) => {
            const deadline = kind.clock.deadlineOf(facts, now, ctx);
            if (!deadline) return;
            const at = deadline.dueAt > now ? deadline.dueAt : now;
            if (deadline.kind === 'escalate') {
              const next = kind.clock.deadlineOf(facts, at, ctx) as Deadline;
              expect(next.dueAt > deadline.dueAt || next.kind !== 'escalate').toBe(true);
              expect(kind.clock.deadlineOf(facts, at, ctx)).toEqual(next);
              return;
            }
            const fire = (f: F) => kind.make(f, deadline.kind as M, {}, system, at, ctx);
            if (deadline.dueAt > now)
              expect(() => kind.make(facts, deadline.kind as M, {}, system, new Date(at.getTime() - 1), ctx)).toThrow(
                'brokering.refuse.notDue',
              );
            const after = { ...facts, ...fire(facts).change };
            expect(() => fire(after)).toThrow(Refusal);
          });
        }),
        { ...runs, numRuns: 60 },
      );
    });

    it('offers exactly the moves that are not refused for who asks or when', () => {
      fc.assert(
        fc.property(attempts, fc.constantFrom(...crowd), (tried, actor) => {
          live(kind, tried, ({ facts, now }) => {
            const offered = kind.movesFor(actor, facts, now);
            for (const move of movesOf(kind.machine)) {
              if (offered.includes(move)) continue;
              expect(() => kind.make(facts, move, { note: said('x') }, actor, now, ctx)).toThrow(Refusal);
            }
          });
        }),
        { ...runs, numRuns: 30 },
      );
    });

    it('is moved by no broker of whose own organisations one is a party (I11)', () => {
      const insiders = fc.record({
        organisationId: fc.constantFrom<City>('benin', 'zhalantun'),
        role: fc.constantFrom('staff', 'expert'),
        desk: fc.constantFrom<Role>('broker', 'lead_broker'),
      });
      fc.assert(
        fc.property(attempts, insiders, (tried, { organisationId, role, desk }) => {
          const insider: Actor = {
            ...people.broker,
            roles: ['member', desk],
            affiliations: [{ organisationId, role }],
          };
          live(kind, tried, ({ facts, now }) => expect(kind.movesFor(insider, facts, now)).toEqual([]));
        }),
        { ...runs, numRuns: 60 },
      );
    });
  });
}
describeKind('a request', requests);
describeKind('an expression of interest', expressions);
describeKind('a match', matches);
describeKind('a partnership', partnerships);

describe('a yes', () => {
  const belongs = (id: string | null | undefined, organisationId: string) =>
    crowd.some((actor) => actor.id === id && actor.affiliations.some((a) => a.organisationId === organisationId));

  it('is given for a partner by its own focal point, never by a broker or for two at once (I6)', () => {
    let signatures = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        live(partnerships, tried, ({ facts }) => {
          const by = facts.parties.flatMap((p) => (p.acceptance ? [p.acceptance.by] : []));
          signatures += by.length;
          expect(new Set(by).size).toBe(by.length);
          for (const { acceptance, organisationId } of facts.parties) {
            const signer = crowd.find((actor) => actor.id === acceptance?.by);
            if (acceptance) expect(signer && isFocalPointOf(signer, organisationId)).toBe(true);
          }
          if (facts.agreedAt) expect(by).toHaveLength(facts.parties.length);
        });
      }),
      runs,
    );
    expect(signatures).toBeGreaterThan(100);
  });

  it('is given for the requester by the requester and for the sender by the sender, two people (I6)', () => {
    let confirmed = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        live(expressions, tried, ({ facts }) => {
          if (facts.acceptedBy) expect(belongs(facts.acceptedBy, 'benin')).toBe(true);
          if (facts.state !== 'confirmed') return;
          confirmed += 1;
          expect(belongs(facts.endedBy, 'zhalantun')).toBe(true);
          expect(facts.endedBy).not.toBe(facts.acceptedBy);
        });
      }),
      runs,
    );
    expect(confirmed).toBeGreaterThan(10);
  });
});

describe('a request closed as not matched', () => {
  it('has three suggestions on record or a lead broker without a stake behind it (I8)', () => {
    const cases = fc.record({
      actor: fc.constantFrom(...crowd),
      state: fc.constantFrom(...requestMachine.states),
      suggestions: fc.nat({ max: 5 }),
    });
    let closed = 0;
    fc.assert(
      fc.property(cases, ({ actor, state, suggestions }) => {
        const request = aRequest({ state, suggestions, claimedBy: 'uma' });
        try {
          makeRequestMove(request, 'close', { reason: 'no_match' }, actor, start, ctx);
        } catch (problem) {
          if (problem instanceof Refusal) return;
          throw problem;
        }
        closed += 1;
        const waived =
          actor.roles.includes('lead_broker') && !actor.affiliations.some((a) => a.organisationId === 'benin');
        expect(suggestions >= 3 || waived).toBe(true);
      }),
      { ...runs, numRuns: 2000 },
    );
    expect(closed).toBeGreaterThan(50);
  });
});
