import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { Route } from '../platform/http/route.decorator.ts';
import { renderMarkdown } from '../platform/markdown/markdown.ts';
import {
  presentForum,
  presentHead,
  presentLine,
  presentPost,
  presentSummary,
  presentThread,
  textOf,
} from './forums.presenter.ts';
import { ForumsQueries } from './forums.queries.ts';
import { PostsService } from './posts.service.ts';
import { ThreadQueries } from './thread.queries.ts';
import { ThreadsService } from './threads.service.ts';

const { forums } = api;

@Controller()
export class ForumsController {
  private readonly queries: ForumsQueries;
  private readonly thread: ThreadQueries;
  private readonly threads: ThreadsService;
  private readonly posts: PostsService;
  constructor(queries: ForumsQueries, thread: ThreadQueries, threads: ThreadsService, posts: PostsService) {
    this.queries = queries;
    this.thread = thread;
    this.threads = threads;
    this.posts = posts;
  }

  @Route(forums.overview)
  async overview(_: Received<typeof forums.overview>, asker: Asker) {
    const found = await this.queries.overview(asker.actor, asker.locale);
    return { forums: found.map((forum) => presentSummary(forum, asker)) };
  }

  @Route(forums.forum)
  async forum({ params }: Received<typeof forums.forum>, { actor, locale }: Asker) {
    const forum = await this.queries.forum(params.slug, actor, locale);
    if (!forum) throw notFound();
    return presentForum(forum, actor);
  }

  @Route(forums.followForum)
  followForum({ params, body }: Received<typeof forums.followForum>, asker: Asker) {
    return this.threads.followForum(params.slug, body.level, asker);
  }

  @Route(forums.threads)
  async list({ query }: Received<typeof forums.threads>, { actor, locale }: Asker) {
    const { items, next } = await this.queries.threads(query, actor, locale);
    return { items: items.map((line) => presentLine(line, locale)), next };
  }

  @Route(forums.start)
  start({ params, body }: Received<typeof forums.start>, asker: Asker) {
    return this.threads.start(params.slug, body, asker);
  }

  @Route(forums.read)
  async read({ params, query }: Received<typeof forums.read>, asker: Asker) {
    const page = await this.thread.read({ ...params, ...query }, asker.actor, asker.locale);
    if (!page) throw notFound();
    return presentThread(page, query, asker);
  }

  @Route(forums.move)
  move({ params, body }: Received<typeof forums.move>, asker: Asker) {
    return this.threads.move(params.no, body, asker);
  }

  @Route(forums.follow)
  follow({ params, body }: Received<typeof forums.follow>, asker: Asker) {
    return this.threads.follow(params.no, body.level, asker);
  }

  @Route(forums.markRead)
  markRead({ body }: Received<typeof forums.markRead>, asker: Asker) {
    return this.threads.markRead(body.marks, asker);
  }

  @Route(forums.reply)
  reply({ params, body }: Received<typeof forums.reply>, asker: Asker) {
    return this.posts.reply(params.no, body, asker);
  }

  @Route(forums.post)
  async post({ params }: Received<typeof forums.post>, asker: Asker) {
    const { page, stored } = await this.found(params, asker);
    return { thread: presentHead(page, asker), post: presentPost(stored, page.thread, page.cluster, asker) };
  }

  @Route(forums.revisions)
  async revisions({ params, query }: Received<typeof forums.revisions>, asker: Asker) {
    const { page, stored } = await this.found(params, asker);
    if (!presentPost(stored, page.thread, page.cluster, asker).text) throw notFound();
    const { items, next } = await this.queries.revisions(page.thread.id, params.post, query);
    const shown = items.map(({ html, at, revision }) => ({
      revision,
      at: at.toISOString(),
      locale: html.sourceLocale,
      html: textOf(html, params.no, html.sourceLocale).html,
    }));
    return { items: shown, next };
  }

  @Route(forums.edit)
  edit({ params, body }: Received<typeof forums.edit>, asker: Asker) {
    return this.posts.edit(params, body, asker);
  }

  @Route(forums.movePost)
  movePost({ params, body }: Received<typeof forums.movePost>, asker: Asker) {
    return this.posts.move(params, body, asker);
  }

  @Route(forums.accept)
  accept({ params, body }: Received<typeof forums.accept>, asker: Asker) {
    return this.posts.accept(params, body.accepted, asker);
  }

  @Route(forums.react)
  react({ params, body }: Received<typeof forums.react>, asker: Asker) {
    return this.posts.react(params, body, asker);
  }

  @Route(forums.preview)
  async preview({ body }: Received<typeof forums.preview>) {
    return { html: renderMarkdown(body.text).html };
  }

  /** A post this reader may see in its place. */
  private async found({ no, post }: { no: number; post: number }, { actor, locale }: Asker) {
    const page = await this.thread.read({ no, from: post, limit: 1 }, actor, locale);
    const [stored] = page?.posts ?? [];
    if (!page || stored?.number !== post) throw notFound();
    return { page, stored };
  }
}
