import type { NewPost, PostFacts, Quote, Reaction, ReactionKind, ThreadFacts } from '@baraza/domain/forums';
import type { Actor } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notFound } from '../platform/http/problem-error.ts';
import { rendered } from './forums.render.ts';
import { postFactsJson } from './forums.sql.ts';
import { roleOf } from './threads.repository.ts';

export interface StoredFacts extends PostFacts {
  readonly excerpt: string;
  readonly authorName: string;
}

/** Posts, with every count that a change of theirs moves; their thread is locked by then. */
@Injectable()
export class PostsRepository {
  /** A post of a thread, locked. */
  async lock(tx: EntityManager, threadId: string, no: number): Promise<StoredFacts> {
    const [row]: { post: StoredFacts }[] = await tx.query(
      `select (${postFactsJson}::jsonb || jsonb_build_object('excerpt', p.excerpt, 'authorName', m.name)) as post
       from post p join member m on m.id = p.author_id where p.thread_id = $1 and p.no = $2 for update of p`,
      [threadId, no],
    );
    if (!row) throw notFound();
    return { ...row.post, writtenAt: new Date(row.post.writtenAt) };
  }

  /** One statement: the post, the thread's counts, and the writer follows from now on unless they said otherwise. */
  async insert(tx: EntityManager, post: NewPost, actor: Actor, quote: Quote | null) {
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
  async move(
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
}
