import type {
  NewPost,
  NewThread,
  PostFacts,
  Quote,
  Reaction,
  ReactionKind,
  SubscriptionLevel,
  ThreadFacts,
} from '@baraza/domain/forums';
import type { Actor, Locale } from '@baraza/domain/kernel';
import type { LocalizedText } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Asker } from '../platform/asker.ts';
import { bind } from '../platform/database/bind.ts';
import { notFound } from '../platform/http/problem-error.ts';
import type { For } from './forums.presenter.ts';
import { rendered } from './forums.render.ts';
import { clusterJson, nameOf, postFactsJson, threadJson } from './forums.sql.ts';
import type { StoredAuthor, StoredCluster, StoredThread } from './forums.stored.ts';
import { readsOf } from './forums.visible.ts';

export interface Subject {
  readonly thread: StoredThread;
  readonly cluster: StoredCluster;
  /** As whom the actor speaks here. */
  readonly author: StoredAuthor;
}
export interface StoredFacts extends PostFacts {
  readonly excerpt: string;
  readonly authorName: string;
}

/** What the actor is to the organisation they act for; kept with what they write. */
export const roleOf = ({ affiliations, actingFor }: Actor) =>
  affiliations.find((affiliation) => affiliation.organisationId === actingFor)?.role ?? null;

/** Locks and saves. Whatever changes in a thread waits for its thread's row, so that numbers and counts never race. */
@Injectable()
export class ForumsRepository {
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

  /** A post of a thread, locked. */
  async post(tx: EntityManager, threadId: string, no: number): Promise<StoredFacts> {
    const [row]: { post: StoredFacts }[] = await tx.query(
      `select (${postFactsJson}::jsonb || jsonb_build_object('excerpt', p.excerpt, 'authorName', m.name)) as post
       from post p join member m on m.id = p.author_id where p.thread_id = $1 and p.no = $2 for update of p`,
      [threadId, no],
    );
    if (!row) throw notFound();
    return { ...row.post, writtenAt: new Date(row.post.writtenAt) };
  }

  /** One statement: the post, the thread's counts, and the writer follows from now on unless they said otherwise. */
  async insertPost(tx: EntityManager, post: NewPost, actor: Actor, quote: Quote | null) {
    const { html, excerpt } = rendered(post.body);
    await tx.query(
      `with counted as (
         update thread set last_no = $3, posts = posts + 1, last_activity_at = $11,
           organisations = case when $5::uuid is null or $5 = any (organisations) then organisations else organisations || $5::uuid end,
           languages = case when $7 = any (languages) then languages else languages || $7::text end
         where id = $2
       ), followed as (
         insert into subscription (member_id, thread_id, level) values ($4, $2, 'follow')
         on conflict (member_id, thread_id) do update set level = 'follow' where subscription.level = 'normal'
       ), pinned as (
         update post set quoted = true where id = $12 and not quoted
       )
       insert into post (id, thread_id, no, author_id, on_behalf_of, speaking_as, lang, body, html, excerpt, created_at, quote_post_id, quote_revision)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        post.id,
        post.threadId,
        post.number,
        post.authorId,
        post.organisationId,
        roleOf(actor),
        post.body.sourceLocale,
        post.body,
        html,
        excerpt,
        post.writtenAt,
        quote?.postId ?? null,
        quote?.revision ?? null,
      ],
    );
    return { html, excerpt };
  }

  /** The thread before its first post; returns the number it is known by. */
  async insertThread(tx: EntityManager, thread: NewThread, title: LocalizedText, actor: Actor, at: Date) {
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

  /** New words. `kept`: the old ones stay as the revision they were. */
  async revise(
    tx: EntityManager,
    before: StoredFacts,
    after: Pick<PostFacts, 'state' | 'body' | 'revision'>,
    kept: boolean,
    at: Date,
  ): Promise<void> {
    if (kept)
      await tx.query(
        `insert into post_revision (post_id, revision, body, html, excerpt, written_at)
         select id, revision, body, html, excerpt, coalesce(edited_at, created_at) from post where id = $1`,
        [before.id],
      );
    const { html, excerpt } = rendered(after.body);
    await tx.query(
      `update post set state = $2, body = $3, html = $4, excerpt = $5, lang = $6, revision = $7, edited_at = $8, version = version + 1
       where id = $1`,
      [before.id, after.state, after.body, html, excerpt, after.body.sourceLocale, after.revision, at],
    );
    if (after.body.sourceLocale !== before.body.sourceLocale)
      await tx.query(
        `update thread set languages = array(select distinct p.lang from post p where p.thread_id = $1) where id = $1`,
        [before.threadId],
      );
  }

  /** Removed, hidden or restored: the words and every count that it stood in. */
  async movePost(
    tx: EntityManager,
    { id, threadId, state: before }: PostFacts,
    { state, body }: Pick<PostFacts, 'state' | 'body'>,
    thread: Pick<ThreadFacts, 'state'> | null,
  ): Promise<void> {
    const { html, excerpt } = rendered(body);
    if (state === 'author_deleted') await tx.query('delete from post_revision where post_id = $1', [id]);
    await tx.query(
      `update post set state = $2, body = $3, html = $4, excerpt = $5, version = version + 1,
         accepted_at = case when $6 then null else accepted_at end,
         accepted_by = case when $6 then null else accepted_by end,
         accepted_for = case when $6 then null else accepted_for end
       where id = $1`,
      [id, state, body, html, excerpt, thread !== null],
    );
    const stood = before === 'hidden' ? 1 : -1;
    await tx.query(
      `update thread set posts = posts + $2, state = coalesce($3, state), version = version + case when $4 then 1 else 0 end where id = $1`,
      [threadId, stood, thread?.state ?? null, thread !== null],
    );
  }

  async accept(
    tx: EntityManager,
    { id, threadId }: PostFacts,
    accepted: boolean,
    actor: Actor,
    at: Date,
  ): Promise<void> {
    const [when, who, whom] = accepted ? [at, actor.id, actor.actingFor] : [null, null, null];
    await tx.query(
      `with marked as (
         update post set accepted_at = $2, accepted_by = $3, accepted_for = $4, version = version + 1 where id = $1
       )
       update thread set version = version + 1 where id = $5`,
      [id, when, who, whom, threadId],
    );
  }

  async moveThread(tx: EntityManager, id: string, { state, resolution }: Pick<ThreadFacts, 'state' | 'resolution'>) {
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

  /** Sets a reaction on or off and counts it on the post in the same statement. */
  async react(tx: EntityManager, { postId, memberId, kind, on }: Reaction & { on: boolean }, at: Date): Promise<void> {
    const [change, sign] = on
      ? [`insert into reaction (post_id, member_id, kind, at) values ($1, $2, $3, $4) on conflict do nothing`, '+']
      : [`delete from reaction where post_id = $1 and member_id = $2 and kind = $3 and at <= $4`, '-'];
    await tx.query(
      `with changed as (${change} returning 1)
       update post set ${kind} = ${kind} ${sign} (select count(*)::int from changed) where id = $1`,
      [postId, memberId, kind, at],
    );
  }

  async hasReacted(tx: EntityManager, postId: string, actor: Actor, kind: ReactionKind): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      'select 1 from reaction where post_id = $1 and member_id = $2 and kind = $3',
      [postId, actor.id, kind],
    );
    return rows.length > 0;
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
