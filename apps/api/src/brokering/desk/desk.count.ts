import { Injectable } from '@nestjs/common';
import { ReaderCounts } from '../../members/index.ts';
import { isBroker } from '../case/present.ts';
import { DeskQueries } from './desk.queries.ts';

/** The mark beside the desk's place: how many steps wait for this broker. */
@Injectable()
export class DeskCount {
  constructor(counts: ReaderCounts, desk: DeskQueries) {
    counts.add('desk', async (actor) => (isBroker(actor) ? desk.waitingFor(actor) : 0));
  }
}
