import { isBroken, matchMachine } from '@baraza/domain/brokering';
import { hasMove, system } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { asSystem } from '../../platform/asker.ts';
import { UnitOfWork, type Work } from '../../platform/database/unit-of-work.ts';
import { Reactions } from '../../platform/events/reactions.ts';
import { matchFacts, moveMatch, oweMatch } from '../matches/match.moves.ts';
import { MatchRow, RingRequestRow } from '../matches/match.row.ts';
import { stir } from '../requests/request.moves.ts';
import type { BrokeringTold } from '../told.ts';
import type { Case } from './case.ts';
import { Cases } from './cases.repository.ts';
import { afterMatch, follow, searchAgain, startPartnering } from './consequences.ts';

/**
 * A ring is one match in the case of its first request, and answers the requests of other cases as well. All of them are
 * locked when it is put to them, and one case only by every wish afterwards; so what becomes of the ring is brought to the others afterwards, one case at a time, and what becomes of them
 * to the ring. Each case looks at how things stand now and not at what it was told: told twice or late, it does no more.
 */
@Injectable()
export class Circles {
  private readonly cases: Cases;
  private readonly work: UnitOfWork;
  constructor(cases: Cases, reactions: Reactions, work: UnitOfWork) {
    this.cases = cases;
    this.work = work;
    for (const name of ['introduced', 'moved'] as const)
      reactions.on<BrokeringTold, `brokering.match.${typeof name}`>(
        `brokering.match.${name}`,
        'brokering.circles',
        ({ data, at }) => this.inOthers(data.matchId, at, hear),
      );
    reactions.on<BrokeringTold, 'brokering.partnership.moved'>(
      'brokering.partnership.moved',
      'brokering.circles',
      async ({ data, at }) => {
        if (data.to === 'cancelled') await this.inOthers(data.matchId, at, searchAgain);
      },
    );
    for (const name of [
      'brokering.message.written',
      'brokering.meeting.proposed',
      'brokering.meeting.recorded',
      'brokering.meeting.moved',
    ] as const)
      reactions.on<BrokeringTold, typeof name>(name, 'brokering.circles', async ({ data: { subject }, at }) => {
        if (subject.kind === 'match')
          await this.inOthers(subject.id, at, async (c) => {
            if (c.request.state === 'in_matching') await stir(c);
          });
      });
    reactions.on<BrokeringTold, 'brokering.request.moved'>(
      'brokering.request.moved',
      'brokering.circles',
      ({ data, at }) => this.inRings(data.requestId, at),
    );
  }

  /** Does something in the case of each other request that the match answers; a pair answers none. */
  private async inOthers(
    matchId: string | null,
    at: Date,
    does: (c: Case, answered: RingRequestRow) => Promise<void>,
  ): Promise<void> {
    if (!matchId) return;
    for (const { requestId } of await this.answered({ matchId }, at))
      await this.work.run(asSystem(at), async (work) => {
        const c = await this.cases.open(work, asSystem(at), { id: requestId });
        await does(c, await work.tx.findOneByOrFail(RingRequestRow, { matchId, requestId }));
      });
  }

  /** A request has moved: a ring that is only suggested ends with it, and any other goes by its present facts. */
  private async inRings(requestId: string, at: Date): Promise<void> {
    for (const { matchId } of await this.answered({ requestId }, at))
      await this.work.run(asSystem(at), async (work) => {
        const { c, match } = await this.cases.openMatch(work, asSystem(at), matchId);
        if (match.row.endedAt !== null) return;
        if (isBroken(matchFacts(c, match)) && hasMove(matchMachine, match.row.state, 'dissolve')) {
          await moveMatch(c, match, 'dissolve', {}, system);
          return afterMatch(c, match);
        }
        await oweMatch(c, match);
      });
  }

  private answered(where: { matchId: string } | { requestId: string }, at: Date): Promise<RingRequestRow[]> {
    return this.work.run(asSystem(at), ({ tx }: Work) =>
      tx.find(RingRequestRow, { where, order: { matchId: 'ASC', position: 'ASC' } }),
    );
  }
}

/** Moves the request on as the ring has moved on. */
async function hear(c: Case, { matchId, requestId, heard }: RingRequestRow): Promise<void> {
  const { tx } = c.work;
  const { state } = await tx.findOneByOrFail(MatchRow, { id: matchId });
  if (heard === state) return;
  await tx.update(RingRequestRow, { matchId, requestId }, { heard: state });
  if (state === 'agreed') return startPartnering(c);
  if (state === 'dropped') return searchAgain(c);
  if (state !== 'suggested' && heard !== 'introduced') await follow(c, 'startMatching');
}
