import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type City, ctx, people, said } from '../../test/brokering.ts';
import {
  attempts,
  checkIns,
  circles,
  clarifications,
  contributions,
  crowd,
  expressions,
  type Kind,
  live,
  matches,
  meetings,
  milestones,
  outcomes,
  partnerships,
  requests,
  runs,
} from '../../test/lives.ts';
import {
  type Actor,
  addDays,
  type Deadline,
  isFinal,
  isFocalPointOf,
  movesOf,
  Refusal,
  type Role,
  reachable,
  system,
} from '../kernel/index.ts';
import type { Subject } from './index.ts';

function describeKind<S extends string, M extends string, F extends Subject<S>>(name: string, kind: Kind<S, M, F>) {
  describe(`the life of ${name}`, () => {
    it('has at every moment exactly one next deadline and one responsible for it, while it is open (I1)', () => {
      const visited = new Set<string>([kind.begin().state]);
      fc.assert(
        fc.property(attempts, fc.nat({ max: 400 }), (tried, days) => {
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
      expect(visited).toEqual(reachable({ ...kind.machine, initial: kind.begin().state }));
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
            // What one side says in confidence is told where nobody listens.
            const own = happening.stream.replace(/^stance:/, 'match:');
            expect(own).toMatch(new RegExp(`^${kind.machine.name}:`));
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
            const at = new Date(Math.max(deadline.dueAt.getTime(), now.getTime()));
            if (deadline.kind === 'escalate') {
              const next = kind.clock.deadlineOf(facts, at, ctx) as Deadline;
              expect(next.dueAt > deadline.dueAt || next.kind !== 'escalate').toBe(true);
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
        desk: fc.constantFrom<Role>('broker', 'lead_broker', 'me_officer'),
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
describeKind('a question about a request', clarifications);
describeKind('an expression of interest', expressions);
describeKind('a match', matches);
describeKind('a ring of three', circles);
describeKind('a partnership', partnerships);
describeKind('a check-in', checkIns);
describeKind('a meeting', meetings);
describeKind('a milestone', milestones);
describeKind('a contribution', contributions);
describeKind('an outcome', outcomes);
