import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { type Reply, Route } from '../platform/http/route.decorator.ts';
import { AccountsService } from './accounts.service.ts';
import { AffiliationsService } from './affiliations.service.ts';
import { MembersQueries } from './members.queries.ts';
import { ProfileService } from './profile.service.ts';
import { StandingService } from './standing.service.ts';

const { members } = api;
type In<R extends keyof typeof members> = Received<(typeof members)[R]>;

@Controller()
export class MembersController {
  private readonly accounts: AccountsService;
  private readonly profile: ProfileService;
  private readonly affiliations: AffiliationsService;
  private readonly standing: StandingService;
  private readonly queries: MembersQueries;
  constructor(
    accounts: AccountsService,
    profile: ProfileService,
    affiliations: AffiliationsService,
    standing: StandingService,
    queries: MembersQueries,
  ) {
    this.accounts = accounts;
    this.profile = profile;
    this.affiliations = affiliations;
    this.standing = standing;
    this.queries = queries;
  }

  @Route(members.session) session(_: In<'session'>, asker: Asker) {
    return this.profile.session(asker);
  }
  @Route(members.signUp) signUp({ body }: In<'signUp'>) {
    return this.accounts.signUp(body);
  }
  @Route(members.resend) resend({ body }: In<'resend'>) {
    return this.accounts.resend(body);
  }
  @Route(members.confirm) confirm({ body }: In<'confirm'>, asker: Asker, reply: Reply) {
    return this.accounts.confirm(body, asker, reply);
  }
  @Route(members.signIn) signIn({ body }: In<'signIn'>, asker: Asker, reply: Reply) {
    return this.accounts.signIn(body, asker, reply);
  }
  @Route(members.signOut) signOut(_: In<'signOut'>, asker: Asker, reply: Reply) {
    return this.accounts.signOut(asker, reply);
  }
  @Route(members.forgot) forgot({ body }: In<'forgot'>) {
    return this.accounts.forgot(body);
  }
  @Route(members.reset) reset({ body }: In<'reset'>) {
    return this.accounts.reset(body);
  }
  @Route(members.changePassword) changePassword({ body }: In<'changePassword'>, asker: Asker, reply: Reply) {
    return this.accounts.changePassword(body, asker, reply);
  }
  @Route(members.me) me(_: In<'me'>, asker: Asker) {
    return this.profile.me(asker);
  }
  @Route(members.saveProfile) saveProfile({ body }: In<'saveProfile'>, asker: Asker, reply: Reply) {
    return this.profile.save(body, asker, reply);
  }
  @Route(members.remember) remember({ body }: In<'remember'>, asker: Asker) {
    return this.profile.remember(body, asker);
  }
  @Route(members.actFor) actFor({ body }: In<'actFor'>, asker: Asker, reply: Reply) {
    return this.profile.actFor(body.organisationId ?? null, asker, reply);
  }
  @Route(members.sessions) sessions(_: In<'sessions'>, asker: Asker) {
    return this.profile.sessions(asker);
  }
  @Route(members.revokeSession) revokeSession({ params }: In<'revokeSession'>, asker: Asker) {
    return this.accounts.revokeSession(params.id, asker);
  }
  @Route(members.revokeOthers) revokeOthers(_: In<'revokeOthers'>, asker: Asker) {
    return this.accounts.revokeOthers(asker);
  }
  @Route(members.organisations) async organisations({ query }: In<'organisations'>, { locale }: Asker) {
    return { items: await this.queries.organisations(query.q, query.limit, locale) };
  }
  @Route(members.requestAffiliation) requestAffiliation({ body }: In<'requestAffiliation'>, asker: Asker) {
    return this.affiliations.request(body, asker);
  }
  @Route(members.moveAffiliation) moveAffiliation({ params, body }: In<'moveAffiliation'>, asker: Asker) {
    return this.affiliations.move(params.id, body, asker);
  }
  @Route(members.moveAccount) moveAccount({ params, body }: In<'moveAccount'>, asker: Asker) {
    return this.standing.moveAccount(params.id, body, asker);
  }
  @Route(members.giveRole) giveRole({ params, body }: In<'giveRole'>, asker: Asker) {
    return this.standing.giveRole(params.id, body, asker);
  }
  @Route(members.takeRole) takeRole({ params, body }: In<'takeRole'>, asker: Asker) {
    return this.standing.takeRole(params.id, params.role, body.version, asker);
  }
}
