import { randomUUID } from 'node:crypto';
import type { MoveThread, NewThread } from '@baraza/contracts/forums';
import { clusterPolicy } from '@baraza/domain/clusters';
import { makeThreadMove, type SubscriptionLevel, startThread, threadPolicy, writePost } from '@baraza/domain/forums';
import { can } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../platform/asker.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound, ProblemError } from '../platform/http/problem-error.ts';
import { presentHead } from './forums.presenter.ts';
import { PostsRepository } from './posts.repository.ts';
import { ThreadQueries } from './thread.queries.ts';
import { ThreadsRepository } from './threads.repository.ts';

@Injectable()
export class ThreadsService {
  private readonly work: UnitOfWork;
  private readonly repository: ThreadsRepository;
  private readonly posts: PostsRepository;
  private readonly queries: ThreadQueries;
  constructor(work: UnitOfWork, repository: ThreadsRepository, posts: PostsRepository, queries: ThreadQueries) {
    this.work = work;
    this.repository = repository;
    this.posts = posts;
    this.queries = queries;
  }

  /** `ids` are given by the demo, whose things other rooms know beforehand. */
  start(
    slug: string,
    { type, title, text, locale }: z.output<typeof NewThread>,
    asker: Asker,
    ids = { thread: randomUUID() as string, post: randomUUID() as string },
  ) {
    const { actor } = asker;
    return this.work.run(asker, async ({ tx, tell, tellLast, at }) => {
      const cluster = await this.repository.cluster(tx, slug, asker.locale);
      const begun = startThread({ id: ids.thread, type, title }, cluster, actor);
      const thread = { ...begun.change, version: 1 };
      const first = writePost({ id: ids.post, text, locale, number: 1 }, { thread, cluster }, actor, at);
      const no = await this.repository.insert(tx, begun.change, written(locale, begun.change.title), actor, at);
      await this.posts.insert(tx, first.change, actor, null);
      await tell(begun.happening);
      tellLast(first.happening);
      return { no };
    });
  }

  move(no: number, { move, version, reason }: z.output<typeof MoveThread>, asker: Asker) {
    const { actor } = asker;
    return this.work.run(asker, async ({ tx, tell, at }) => {
      const { thread } = await this.repository.lock(tx, no, asker);
      const subject = await this.repository.find(tx, no, asker); // again, now that nothing in it can change
      if (can(threadPolicy, actor, 'view', subject) && subject.thread.version !== version)
        throw new ProblemError('stale-version', 'kernel.staleVersion');
      const lastReopenedAt = move === 'reopen' ? await this.repository.lastReopened(tx, thread.id, actor) : null;
      const input = { lastReopenedAt, ...(reason !== undefined && { reason }) };
      const { change, happening } = makeThreadMove(subject, move, input, actor, at);
      await this.repository.move(tx, thread.id, change);
      await tell(happening);
      const page = await this.queries.readIn(tx, { no, from: 1, limit: 1 }, actor, asker.locale);
      if (!page) throw notFound();
      return presentHead(page, asker);
    });
  }

  follow(no: number, level: SubscriptionLevel, asker: Asker) {
    return this.work.run(asker, async ({ tx }) => {
      const subject = await this.repository.find(tx, no, asker);
      if (!can(threadPolicy, asker.actor, 'follow', subject)) throw notFound();
      await this.repository.follow(tx, 'thread_id', subject.thread.id, asker.actor, level);
      return { level };
    });
  }

  followForum(slug: string, level: SubscriptionLevel, asker: Asker) {
    return this.work.run(asker, async ({ tx }) => {
      const cluster = await this.repository.cluster(tx, slug, asker.locale);
      if (!can(clusterPolicy, asker.actor, 'view', cluster)) throw notFound();
      await this.repository.follow(tx, 'cluster_id', cluster.id, asker.actor, level);
      return { level };
    });
  }

  async markRead(marks: readonly { readonly no: number; readonly upTo: number }[], asker: Asker): Promise<void> {
    await this.repository.markRead(marks, asker);
  }
}
