import { belongsTo } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../platform/asker.ts';
import { type Bound, bind } from '../platform/database/bind.ts';
import { Streams } from '../platform/live/streams.ts';
import { isBroker } from './case/present.ts';
import {
  visibleClarification,
  visibleExpression,
  visibleMatch,
  visiblePartnership,
  visibleRequest,
} from './case/visible.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whoever may see a thing may hear of it. */
@Injectable()
export class BrokeringStreams {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource, streams: Streams) {
    this.dataSource = dataSource;
    streams.allow('request', (asker, id) => this.sees(asker, id, 'request r', 'r', visibleRequest));
    streams.allow('clarification', (asker, id) =>
      this.sees(asker, id, 'clarification q join request r on r.id = q.request_id', 'q', visibleClarification),
    );
    streams.allow('expression', (asker, id) =>
      this.sees(asker, id, 'expression e join request r on r.id = e.request_id', 'e', visibleExpression),
    );
    streams.allow('match', (asker, id) =>
      this.sees(asker, id, 'match m join request r on r.id = m.request_id', 'm', visibleMatch),
    );
    streams.allow('partnership', (asker, id) => this.sees(asker, id, 'partnership s', 's', visiblePartnership));
    streams.allow('desk', async ({ actor }, id) => (id === 'all' ? isBroker(actor) : belongsTo(actor, id)));
  }

  private async sees(
    { actor }: Asker,
    id: string,
    from: string,
    alias: string,
    visible: (actor: Asker['actor'], p: Bound) => string,
  ): Promise<boolean> {
    if (!uuid.test(id)) return false;
    const p = bind();
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from ${from} where ${alias}.id = ${p.$(id)} and ${visible(actor, p)}`,
      p.values,
    );
    return rows.length > 0;
  }
}
