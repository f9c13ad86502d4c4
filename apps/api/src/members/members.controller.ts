import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { Askers } from '../platform/auth/askers.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { type Reply, Route } from '../platform/http/route.decorator.ts';
import { AuthCalls } from './auth-calls.ts';
import { MembersQueries } from './members.queries.ts';

const { members } = api;

@Controller()
export class MembersController {
  private readonly queries: MembersQueries;
  private readonly calls: AuthCalls;
  private readonly askers: Askers;
  constructor(queries: MembersQueries, calls: AuthCalls, askers: Askers) {
    this.queries = queries;
    this.calls = calls;
    this.askers = askers;
  }

  @Route(members.session)
  async session(_: Received<typeof members.session>, { actor, locale }: Asker) {
    return { reader: actor.id ? await this.queries.reader(actor.id, locale, actor.actingFor) : null };
  }

  @Route(members.signIn)
  async signIn({ body }: Received<typeof members.signIn>, { locale }: Asker, reply: Reply) {
    const { cookies, payload } = await this.calls.run(this.calls.auth.api.signInEmail({ body, asResponse: true }));
    const { user } = payload as { user: { id: string } };
    const reader = await this.queries.reader(user.id, locale, null);
    if (!reader) throw notFound();
    reply.cookies(cookies);
    return { reader };
  }

  @Route(members.signOut)
  async signOut(_: Received<typeof members.signOut>, asker: Asker, reply: Reply) {
    if (asker.actor.kind === 'member') {
      const { cookies } = await this.calls.run(
        this.calls.auth.api.signOut({ headers: reply.headers, asResponse: true }),
      );
      reply.cookies(cookies);
      this.askers.forget(asker.actor.id ?? '');
    }
    return { reader: null };
  }
}
