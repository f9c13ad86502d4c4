import { liveEvents } from '@baraza/contracts/api';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Jobs } from '../jobs/jobs.ts';
import { LiveGateway } from '../live/live.gateway.ts';
import { Reactions, type StoredEvent } from './reactions.ts';

const columns = `seq::text, stream, stream_seq as "streamSeq", name, data, actor_id as "actorId", on_behalf_of as "onBehalfOf", at`;

/** Carries a committed happening onward: news to those who watch its stream, then every listener, each retried on its own. */
@Injectable()
export class Relay {
  private readonly logger = new Logger(Relay.name);
  private readonly dataSource: DataSource;
  private readonly reactions: Reactions;
  private readonly live: LiveGateway;

  constructor(dataSource: DataSource, reactions: Reactions, live: LiveGateway, jobs: Jobs) {
    this.dataSource = dataSource;
    this.reactions = reactions;
    this.live = live;
    jobs.handle('relay', (payload) => this.carry(String((payload as { seq: string }).seq)));
    jobs.handle('reaction', (payload) => this.react(payload as { seq: string; listener: string }));
  }

  private async read(seq: string): Promise<StoredEvent | undefined> {
    const [event]: StoredEvent[] = await this.dataSource.query(`select ${columns} from domain_event where seq = $1`, [
      seq,
    ]);
    return event;
  }

  /** A listener that fails gets a job of its own, with back-off, and does not hold up the others. */
  async carry(seq: string): Promise<void> {
    const event = await this.read(seq);
    if (!event) return;
    this.sayNews(event);
    for (const [listener, react] of this.reactions.listenersOf(event.name)) {
      try {
        await react(event);
      } catch (error) {
        this.logger.error(
          `${listener} failed on ${event.name} ${seq}`,
          error instanceof Error ? error.stack : String(error),
        );
        await this.dataSource.query(`select graphile_worker.add_job('reaction', $1::json, job_key := $2)`, [
          JSON.stringify({ seq, listener }),
          `reaction:${listener}:${seq}`,
        ]);
      }
    }
  }

  private async react({ seq, listener }: { seq: string; listener: string }): Promise<void> {
    const event = await this.read(seq);
    if (event) await this.reactions.listenersOf(event.name).get(listener)?.(event);
  }

  private sayNews({ stream, streamSeq, name, data }: StoredEvent): void {
    const schema = (liveEvents as Readonly<Record<string, z.ZodType>>)[name];
    if (schema) this.live.broadcast({ stream, seq: streamSeq, name, data: schema.parse(data) });
  }
}
