import { isInConfidence } from '@baraza/domain/brokering';
import { Injectable } from '@nestjs/common';
import { asSystem } from '../platform/asker.ts';
import { Clock } from '../platform/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { Reactions } from '../platform/events/reactions.ts';
import { type BrokeringTold, toldNames } from './told.ts';

type Data = BrokeringTold['data'];

/** Nobody watches for what happened an hour ago: a demo, an import, a queue that stood still. */
const stale = 3_600_000;

/** What a side answers in confidence, as the other sides must not notice. */
const isKept = (event: BrokeringTold): event is Extract<BrokeringTold, { name: 'brokering.match.moved' }> =>
  event.name === 'brokering.match.moved' && isInConfidence(event.data.move);

/** The organisations a happening concerns. */
function concerned(event: BrokeringTold): readonly string[] {
  if (isKept(event)) return event.data.organisationIds;
  const data: Data = event.data;
  const ids = [data.requesterOrganisationId];
  if ('organisationId' in data && data.organisationId) ids.push(data.organisationId);
  if ('organisationIds' in data) ids.push(...data.organisationIds);
  if ('responsible' in data && data.responsible.kind === 'organisation') ids.push(data.responsible.id);
  return [...new Set(ids)].sort();
}

/** Whatever happens in a case is news at the desks of its parties and of the brokers: what they have before them has changed. */
@Injectable()
export class BrokeringReactions {
  constructor(reactions: Reactions, work: UnitOfWork, clock: Clock) {
    for (const name of toldNames)
      reactions.on<BrokeringTold, typeof name>(name, 'brokering.desk', async (event) => {
        if (clock.now().getTime() - event.at.getTime() > stale) return;
        const told = event as BrokeringTold;
        const { requestRef: ref, subject } = told.data;
        await work.run(asSystem(event.at), async ({ tell }) => {
          for (const id of [...concerned(told), 'all'])
            await tell({ name: 'brokering.desk.changed', stream: `desk:${id}`, data: { ref } });
          // What has no page of its own is news on the page where it is found.
          const page = `${subject.kind}:${subject.id}`;
          if (page !== event.stream && !isKept(told))
            await tell({ name: 'brokering.file.changed', stream: page, data: {} });
        });
      });
  }
}
