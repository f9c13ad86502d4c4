import { randomUUID } from 'node:crypto';
import type { Edit, MovePost, PostView, React, Reply } from '@baraza/contracts/forums';
import {
  acceptPost,
  editPost,
  makePostMove,
  type PostInThread,
  postPolicy,
  quoteOf,
  react,
  writePost,
} from '@baraza/domain/forums';
import { can, Refusal } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../platform/asker.ts';
import { UnitOfWork, type Work } from '../platform/database/unit-of-work.ts';
import { notFound, ProblemError } from '../platform/http/problem-error.ts';
import { presentPost } from './forums.presenter.ts';
import type { StoredPost } from './forums.stored.ts';
import { PostsRepository, type StoredFacts } from './posts.repository.ts';
import { ThreadQueries } from './thread.queries.ts';
import { type Subject, ThreadsRepository } from './threads.repository.ts';

interface At {
  readonly no: number;
  readonly post: number;
}
type Found = Subject & { readonly post: StoredFacts };

@Injectable()
export class PostsService {
  private readonly work: UnitOfWork;
  private readonly threads: ThreadsRepository;
  private readonly repository: PostsRepository;
  private readonly queries: ThreadQueries;
  constructor(work: UnitOfWork, threads: ThreadsRepository, repository: PostsRepository, queries: ThreadQueries) {
    this.work = work;
    this.threads = threads;
    this.repository = repository;
    this.queries = queries;
  }

  /** Six round trips with the transaction's own: begin, claim, lock, write, tell and keep the answer, commit; one more to quote. */
  reply(no: number, { text, locale, quote }: z.output<typeof Reply>, asker: Asker, id: string = randomUUID()) {
    const { actor } = asker;
    return this.work.run(asker, async ({ tx, tellLast, at }) => {
      const { thread, cluster, author } = await this.threads.lock(tx, no, asker);
      const { change, happening } = writePost(
        { id, text, locale, number: thread.lastNo + 1 },
        { thread, cluster },
        actor,
        at,
      );
      const quoted = quote === undefined ? null : await this.quotable(tx, { thread, cluster, author }, quote, asker);
      const { html } = await this.repository.insert(tx, change, actor, quoted && quoteOf(quoted));
      tellLast(happening);
      const post: StoredPost = {
        ...change,
        version: 1,
        author,
        html,
        markdown: change.body.sourceText,
        writtenAt: at.toISOString(),
        editedAt: null,
        quote: quoted && {
          no: quoted.number,
          author: quoted.authorName,
          locale: quoted.body.sourceLocale,
          excerpt: quoted.excerpt,
          current: true,
        },
        reactions: { thanks: 0, useful_here: 0, tried_it: 0 },
        reacted: [],
        accepted: null,
      };
      return { no, post: presentPost(post, thread, cluster, asker) };
    });
  }

  private async quotable(tx: Work['tx'], subject: Subject, no: number, { actor }: Asker): Promise<StoredFacts> {
    const post = await this.repository.lock(tx, subject.thread.id, no).catch(() => null);
    if (!post || !can(postPolicy, actor, 'quote', { ...subject, post }))
      throw new Refusal('unmet-condition', 'forums.refuse.quoteGone', {}, 'quote');
    return post;
  }

  edit(at: At, { text, locale, version }: z.output<typeof Edit>, asker: Asker): Promise<PostView> {
    return this.work.run(asker, async ({ tx, tell, at: now }) => {
      const found = await this.found(tx, at, asker, version);
      const decision = editPost(found, { text, locale }, asker.actor, now);
      if (decision) {
        await this.repository.revise(tx, found.post, decision.change, !decision.happening.data.silent, now);
        await tell(decision.happening);
      }
      return this.view(tx, at, asker);
    });
  }

  move(at: At, { move, version }: z.output<typeof MovePost>, asker: Asker): Promise<PostView> {
    return this.work.run(asker, async ({ tx, tell }) => {
      const found = await this.found(tx, at, asker, version);
      const { change, happening } = makePostMove(found, move, asker.actor);
      await this.repository.move(tx, found.post, change.post, change.thread);
      await tell(happening);
      return this.view(tx, at, asker);
    });
  }

  accept(at: At, accepted: boolean, asker: Asker): Promise<PostView> {
    return this.work.run(asker, async ({ tx, tell, at: now }) => {
      const found = await this.found(tx, at, asker);
      const { happening } = acceptPost(found, accepted, asker.actor);
      await this.repository.accept(tx, found.post, accepted, asker.actor, now);
      await tell(happening);
      return this.view(tx, at, asker);
    });
  }

  react({ no, post: number }: At, { add, take }: z.output<typeof React>, asker: Asker) {
    return this.work.run(asker, async ({ tx, tell, at }) => {
      const subject = await this.threads.find(tx, no, asker);
      const post = await this.repository.lock(tx, subject.thread.id, number);
      const kind = add ?? take ?? 'thanks';
      const has = await this.repository.hasReacted(tx, post.id, asker.actor, kind);
      const decision = react({ ...subject, post }, kind, add !== undefined, asker.actor, { has });
      if (decision) {
        await this.repository.react(tx, decision.change, at);
        await tell(decision.happening);
      }
      const { reactions } = await this.view(tx, { no, post: number }, asker);
      return { reactions };
    });
  }

  /** The post in its thread, both locked, as they are now; a version that is not theirs is refused to whoever may see them. */
  private async found(tx: Work['tx'], { no, post: number }: At, asker: Asker, version?: number): Promise<Found> {
    await this.threads.lock(tx, no, asker);
    const subject = await this.threads.find(tx, no, asker); // again, now that nothing in it can change
    const post = await this.repository.lock(tx, subject.thread.id, number);
    const found: Found & PostInThread = { ...subject, post };
    if (version !== undefined && version !== post.version && can(postPolicy, asker.actor, 'view', found))
      throw new ProblemError('stale-version', 'kernel.staleVersion');
    return found;
  }

  private async view(tx: Work['tx'], { no, post }: At, asker: Asker): Promise<PostView> {
    const page = await this.queries.readIn(tx, { no, from: post, limit: 1 }, asker.actor, asker.locale);
    const [stored] = page?.posts ?? [];
    if (!page || stored?.number !== post) throw notFound();
    return presentPost(stored, page.thread, page.cluster, asker);
  }
}
