import type { NewThread, SubscriptionLevel, ThreadFacts } from '@baraza/domain/forums';
import type { Actor, Locale } from '@baraza/domain/kernel';
import type { LocalizedText } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Asker } from '../platform/asker.ts';
import { bind } from '../platform/database/bind.ts';
import { notFound } from '../platform/http/problem-error.ts';
import type { For } from './forums.presenter.ts';
import { clusterJson, nameOf, threadJson } from './forums.sql.ts';
import type { StoredAuthor, StoredCluster, StoredThread } from './forums.stored.ts';
import { readsOf } from './forums.visible.ts';

export interface Subject {
  readonly thread: StoredThread;
  readonly cluster: StoredCluster;
  /** As whom the actor speaks here. */
  readonly author: StoredAuthor;
}

/** What the actor is to the organisation they act for; kept with what they write. */
export const roleOf = ({ affiliations, actingFor }: Actor) =>
  affiliations.find((affiliation) => affiliation.organisationId === actingFor)?.role ?? null;

/** Threads, locked and saved. Whatever changes in a thread waits for its thread's row, so that numbers and counts never race. */
@Injectable()
export class ThreadsRepository {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** The thread, locked, with its cluster and the names of who is about to write: all that a reply needs. */
  lock(tx: EntityManager, no: number, { actor, locale }: For): Promise<Subject> {
    return this.find(tx, no, { actor, locale }, 'for no key update of t');
  }

  async find(tx: EntityManager, no: number, { actor, locale }: For, lock = ''): Promise<Subject> {
    const [row]: Subject[] = await tx.query(
      `select ${threadJson('$2')} as thread, ${clusterJson('$2')} as cluster,
         json_build_object('name', (select m.name from member m where m.id = $3), 'role', $5::text, 'organisation',
           (select json_build_object('slug', o.slug, 'name', ${nameOf('o', '$2')}) from organisation o where o.id = $4)) as author
       from thread t join cluster c on c.id = t.cluster_id where t.no = $1 ${lock}`,
      [no, locale, actor.id, actor.actingFor, roleOf(actor)],
    );
    if (!row) throw notFound();
    return row;
  }

  async cluster(tx: EntityManager, slug: string, locale: Locale): Promise<StoredCluster> {
    const [row]: { cluster: StoredCluster }[] = await tx.query(
      `select ${clusterJson('$2')} as cluster from cluster c where c.slug = $1`,
      [slug, locale],
    );
    if (!row) throw notFound();
    return row.cluster;
  }

  /** The thread before its first post; returns the number it is known by. */
  async insert(tx: EntityManager, thread: NewThread, title: LocalizedText, actor: Actor, at: Date) {
    const [row]: { no: number }[] = await tx.query(
      `insert into thread (id, cluster_id, type, state, visibility, title, language, author_id, on_behalf_of, speaking_as,
         posts, last_no, organisations, languages, last_activity_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0, '{}', '{}', $11, $11) returning no`,
      [
        thread.id,
        thread.clusterId,
        thread.type,
        thread.state,
        thread.visibility,
        title,
        title.sourceLocale,
        thread.authorId,
        thread.organisationId,
        roleOf(actor),
        at,
      ],
    );
    return Number(row?.no);
  }

  async move(tx: EntityManager, id: string, { state, resolution }: Pick<ThreadFacts, 'state' | 'resolution'>) {
    await tx.query('update thread set state = $2, resolution = $3, version = version + 1 where id = $1', [
      id,
      state,
      resolution,
    ]);
  }

  async lastReopened(tx: EntityManager, threadId: string, actor: Actor): Promise<Date | null> {
    const [row]: { at: Date | null }[] = await tx.query(
      `select max(at) as at from domain_event where stream = $1 and name = 'forums.thread.reopened' and actor_id = $2`,
      [`thread:${threadId}`, actor.id],
    );
    return row?.at ?? null;
  }

  async follow(
    tx: EntityManager,
    what: 'thread_id' | 'cluster_id',
    id: string,
    actor: Actor,
    level: SubscriptionLevel,
  ) {
    await tx.query(
      `insert into subscription (member_id, ${what}, level) values ($1, $2, $3)
       on conflict (member_id, ${what}) do update set level = excluded.level`,
      [actor.id, id, level],
    );
  }

  /** Moves marks forward, in threads this member may open, and never beyond what is there. */
  async markRead(
    marks: readonly { readonly no: number; readonly upTo: number }[],
    { actor, at }: Asker,
  ): Promise<void> {
    const bound = bind();
    const { $ } = bound;
    const reads = readsOf(actor, bound);
    await this.dataSource.query(
      `insert into read_mark (member_id, thread_id, no, at)
       select ${reads.me}, t.id, least(max(w.up_to), t.last_no), ${$(at)}::timestamptz
       from unnest(${$(marks.map((mark) => mark.no))}::int[], ${$(marks.map((mark) => mark.upTo))}::int[]) w(no, up_to)
       join thread t on t.no = w.no join cluster c on c.id = t.cluster_id where ${reads.thread} group by t.id
       on conflict (member_id, thread_id) do update set no = excluded.no, at = excluded.at where read_mark.no < excluded.no`,
      [...bound.values],
    );
  }
}
