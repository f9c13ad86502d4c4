import type { BrokeringHappening } from '@baraza/domain/brokering';
import { Injectable } from '@nestjs/common';
import { Reactions } from '../platform/events/reactions.ts';
import { LineageService } from './lineage.service.ts';

/** What members do leaves its trace: request → introduction → partnership. */
@Injectable()
export class LineageReactions {
  constructor(reactions: Reactions, lineage: LineageService) {
    reactions.on<BrokeringHappening, 'brokering.match.introduced'>(
      'brokering.match.introduced',
      'lineage',
      ({ data, at }) =>
        lineage.record(
          {
            from: { kind: 'request', id: data.requestId },
            to: { kind: 'match', id: data.matchId },
            relation: 'matched_with',
            method: 'action',
          },
          new Date(at),
        ),
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
  }
}
