import { api, liveEvents } from '@baraza/contracts/api';
import type { News, Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Asker } from '../asker.ts';
import { notFound } from '../http/problem-error.ts';
import { Route } from '../http/route.decorator.ts';
import { Streams } from './streams.ts';

const most = 200;

/** What a listener missed: the same news the socket would have said, or word that it is simpler to read all again. */
@Controller()
export class LiveController {
  private readonly dataSource: DataSource;
  private readonly streams: Streams;
  constructor(dataSource: DataSource, streams: Streams) {
    this.dataSource = dataSource;
    this.streams = streams;
  }

  @Route(api.live.missed)
  async missed({ params: { stream }, query: { since } }: Received<typeof api.live.missed>, asker: Asker) {
    if (!(await this.streams.mayHear(asker, stream))) throw notFound();
    const rows: { seq: number; name: string; data: unknown }[] = await this.dataSource.query(
      `select stream_seq as seq, name, data from domain_event where stream = $1 and stream_seq > $2 order by stream_seq limit $3`,
      [stream, Math.min(since, 2_147_483_647), most + 1],
    );
    const schemas = liveEvents as Readonly<Record<string, z.ZodType>>;
    const seq = rows.at(-1)?.seq ?? since;
    if (rows.length > most) return { seq, reset: true, news: [] };
    const news = rows.flatMap((row): News[] => {
      const schema = schemas[row.name];
      return schema ? [{ stream, seq: row.seq, name: row.name, data: schema.parse(row.data) }] : [];
    });
    return { seq, reset: false, news };
  }
}
