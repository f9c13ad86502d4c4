import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { Route } from '../platform/http/route.decorator.ts';
import { AdminQueries } from './admin.queries.ts';
import { AdminService } from './admin.service.ts';
import { presentCase } from './members.presenter.ts';

const { admin } = api;
type In<R extends keyof typeof admin> = Received<(typeof admin)[R]>;

@Controller()
export class AdminController {
  private readonly service: AdminService;
  private readonly queries: AdminQueries;
  constructor(service: AdminService, queries: AdminQueries) {
    this.service = service;
    this.queries = queries;
  }

  @Route(admin.overview) overview(_: In<'overview'>, asker: Asker) {
    return this.service.overview(asker);
  }
  @Route(admin.affiliations) async affiliations({ query }: In<'affiliations'>, { actor, locale }: Asker) {
    const { items, next } = await this.queries.affiliations(query.state, query, locale);
    return { items: items.map((a) => presentCase(a, actor)), next };
  }
  @Route(admin.members) members({ query }: In<'members'>, { at, locale }: Asker) {
    return this.queries.members(query.q, query.role, query, at, locale);
  }
  @Route(admin.member) member({ params }: In<'member'>, asker: Asker) {
    return this.service.member(params.id, asker);
  }
  @Route(admin.jobs) jobs({ query }: In<'jobs'>) {
    return this.queries.jobs(query.state, query);
  }
  @Route(admin.retryJob) retryJob({ params }: In<'retryJob'>, asker: Asker) {
    return this.service.retryJob(params.id, asker);
  }
  @Route(admin.discardJob) discardJob({ params }: In<'discardJob'>, asker: Asker) {
    return this.service.discardJob(params.id, asker);
  }
  @Route(admin.mails) mails({ query }: In<'mails'>) {
    return this.queries.mails(query.state, query);
  }
  @Route(admin.mail) async mail({ params }: In<'mail'>) {
    const mail = await this.queries.mail(params.id);
    if (!mail) throw notFound();
    return mail;
  }
  @Route(admin.resendMail) resendMail({ params }: In<'resendMail'>, asker: Asker) {
    return this.service.resendMail(params.id, asker);
  }
}
