import type { EventFacts, NewSession, SessionFacts } from '@baraza/domain/programme';
import type { LocalizedText } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sessionFacts, sessionJoins } from './programme.sql.ts';

export type StoredFacts = SessionFacts & { readonly slug: string; readonly country: string | null };

export interface NewEvent extends EventFacts {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly summary: LocalizedText | null;
}

@Injectable()
export class ProgrammeRepository {
  async lock(tx: EntityManager, by: { slug: string } | { id: string }): Promise<StoredFacts | undefined> {
    const [column, value] = 'slug' in by ? ['slug', by.slug] : ['id', by.id];
    const [session]: StoredFacts[] = await tx.query(
      `select ${sessionFacts} from ${sessionJoins} where s.${column} = $1 for no key update of s`,
      [value],
    );
    return session;
  }

  async host(tx: EntityManager, slug: string): Promise<{ id: string; country: string | null } | undefined> {
    const [host]: { id: string; country: string | null }[] = await tx.query(
      'select id, country from organisation where slug = $1',
      [slug],
    );
    return host;
  }

  async insertEvent(tx: EntityManager, event: NewEvent): Promise<void> {
    await tx.query(
      `insert into event (id, slug, series_id, cluster_id, kind, title, summary, organiser_ids) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        event.id,
        event.slug,
        event.seriesId,
        event.clusterId,
        event.kind,
        event.title,
        event.summary,
        event.organiserIds,
      ],
    );
  }

  async insertSession(
    tx: EntityManager,
    session: NewSession,
    more: {
      slug: string;
      topic: LocalizedText;
      summary: LocalizedText | null;
      hostId: string | null;
      speakers: readonly string[];
    },
  ): Promise<void> {
    await tx.query(
      `insert into session (id, slug, event_id, state, topic, summary, starts_at, ends_at, time_zone, host_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        session.id,
        more.slug,
        session.eventId,
        session.state,
        more.topic,
        more.summary,
        session.startsAt,
        session.endsAt,
        session.timeZone,
        more.hostId,
      ],
    );
    await tx.query(
      `insert into session_speaker (session_id, position, name)
       select $1, position, name from unnest($2::text[]) with ordinality as line(name, position)`,
      [session.id, more.speakers],
    );
  }

  async save(tx: EntityManager, id: string, change: Partial<SessionFacts>): Promise<void> {
    const columns = {
      state: 'state',
      startsAt: 'starts_at',
      endsAt: 'ends_at',
      timeZone: 'time_zone',
      recordingUrl: 'recording_url',
      slidesUrl: 'slides_url',
      noRecordReason: 'no_record_reason',
    } as const;
    const fields = Object.entries(change) as [keyof typeof columns, unknown][];
    const sets = fields.map(([field], i) => `${columns[field]} = $${i + 2}`);
    await tx.query(`update session set ${[...sets, 'version = version + 1'].join(', ')} where id = $1`, [
      id,
      ...fields.map(([, value]) => value),
    ]);
  }
}
