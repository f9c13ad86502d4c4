import type { BrokeringHappening } from '@baraza/domain/brokering';
import type { LineageNode, Relation } from '@baraza/domain/lineage';
import { Injectable } from '@nestjs/common';
import { type BrokeringTold } from '../brokering/index.ts';
import { Reactions } from '../platform/events/reactions.ts';
import { LineageQueries } from './lineage.queries.ts';
import { LineageService } from './lineage.service.ts';

/** How a request came of what its writer was reading. */
const relationOf: Partial<Record<LineageNode['kind'], Relation>> = {
  thread: 'led_to',
  story: 'led_to',
  question: 'led_to',
  session: 'spawned',
};

/** What members do leaves its trace: what they read → request → introduction → partnership → result. */
@Injectable()
export class LineageReactions {
  constructor(reactions: Reactions, lineage: LineageService, queries: LineageQueries) {
    reactions.on<BrokeringTold, 'brokering.request.drafted'>(
      'brokering.request.drafted',
      'lineage',
      async ({ data, at }) => {
        const from = data.origin && (await queries.named(data.origin));
        const relation = from && relationOf[from.kind];
        if (!from || !relation) return;
        const to = { kind: 'request', id: data.requestId } as const;
        await lineage.record({ from, to, relation, method: 'action' }, new Date(at));
      },
    );
    reactions.on<BrokeringHappening, 'brokering.match.introduced'>(
      'brokering.match.introduced',
      'lineage',
      async ({ data, at }) => {
        const to = { kind: 'match', id: data.matchId } as const;
        for (const id of [data.requestId, ...data.alsoAnswers.map(({ requestId }) => requestId)])
          await lineage.record(
            { from: { kind: 'request', id }, to, relation: 'matched_with', method: 'action' },
            new Date(at),
          );
      },
    );
    reactions.on<BrokeringHappening, 'brokering.partnership.proposed'>(
      'brokering.partnership.proposed',
      'lineage',
      async ({ data, at }) => {
        const cause = data.matchId
          ? ({ kind: 'match', id: data.matchId } as const)
          : data.requestId
            ? ({ kind: 'request', id: data.requestId } as const)
            : null;
        if (cause)
          await lineage.record(
            {
              from: cause,
              to: { kind: 'partnership', id: data.partnershipId },
              relation: 'formalised_as',
              method: 'action',
            },
            new Date(at),
          );
      },
    );
    // A result counts among what came of it once another side has signed beside it.
    reactions.on<BrokeringHappening, 'brokering.outcome.moved'>(
      'brokering.outcome.moved',
      'lineage',
      async ({ data, at }) => {
        if (data.to !== 'countersigned') return;
        const from = { kind: 'partnership', id: data.partnershipId } as const;
        const to = { kind: 'outcome', id: data.outcomeId } as const;
        await lineage.record({ from, to, relation: 'produced', method: 'action' }, new Date(at));
      },
    );
  }
}
