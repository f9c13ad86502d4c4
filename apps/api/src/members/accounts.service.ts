import type { Received } from '@baraza/contracts/kernel';
import type { members as routes } from '@baraza/contracts/members';
import { Refusal, visitor } from '@baraza/domain/kernel';
import { displayName } from '@baraza/domain/members';
import { Inject, Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { Askers, cookieNames } from '../platform/auth/askers.ts';
import { SETTINGS, type Settings } from '../platform/config/settings.ts';
import { notFound, ProblemError } from '../platform/http/problem-error.ts';
import { cookiesOf } from '../platform/http/request.ts';
import type { Reply } from '../platform/http/route.decorator.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { AffiliationsService } from './affiliations.service.ts';
import { Attempts } from './attempts.ts';
import { AuthCalls, Unanswered } from './auth-calls.ts';
import { choiceCookie } from './cookies.ts';
import { MembersMails } from './members.mails.ts';
import { MembersQueries } from './members.queries.ts';

type Body<R extends keyof typeof routes> = Received<(typeof routes)[R]> extends { body: infer B } ? B : never;

/**
 * Coming in and going out. Passwords and sessions are the library's; what is asked, limited and told is ours. The library
 * has connections of its own, so none of ours is held while it works: enough people at once would wait for one another.
 */
@Injectable()
export class AccountsService {
  private readonly settings: Settings;
  private readonly repository: AccountsRepository;
  private readonly calls: AuthCalls;
  private readonly askers: Askers;
  private readonly attempts: Attempts;
  private readonly affiliations: AffiliationsService;
  private readonly mails: MembersMails;
  private readonly queries: MembersQueries;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    repository: AccountsRepository,
    calls: AuthCalls,
    askers: Askers,
    attempts: Attempts,
    affiliations: AffiliationsService,
    mails: MembersMails,
    queries: MembersQueries,
  ) {
    this.settings = settings;
    this.repository = repository;
    this.calls = calls;
    this.askers = askers;
    this.attempts = attempts;
    this.affiliations = affiliations;
    this.mails = mails;
    this.queries = queries;
  }

  private get api() {
    return this.calls.auth.api;
  }
  /** What every asker for a mail hears, whether or not there is anybody to write to. */
  private get posted() {
    return { mail: this.settings.smtpUrl ? ('sent' as const) : ('kept' as const) };
  }

  async signUp({ email, password, locale, organisation, ...body }: Body<'signUp'>) {
    const name = displayName(body.displayName);
    const wish = organisation ? await this.queries.organisationNamed(organisation) : null;
    if (wish === undefined)
      throw new Refusal('unmet-condition', 'members.refuse.noSuchOrganisation', {}, 'organisation');
    await this.attempts.mail(email);
    const made = await this.calls
      .run(this.api.signUpEmail({ body: { name, email, password, locale }, asResponse: true }))
      .catch(lostToTwin);
    // For an address that is known the library makes an id up, and nothing is found to remember the wish by.
    const { user } = (made?.payload ?? {}) as { user?: { id: string } };
    if (user && wish) await this.repository.saveWish(user.id, wish);
    // Reaches whoever has not confirmed yet, new or not; takes half a second for everybody alike.
    await this.api.sendVerificationEmail({ body: { email } });
    return this.posted;
  }

  async resend({ email }: Body<'resend'>) {
    await this.attempts.mail(email);
    await this.api.sendVerificationEmail({ body: { email } });
    return this.posted;
  }

  /** The button under the mail's link; opening the link alone changes nothing, because scanners open links. */
  async confirm({ token }: Body<'confirm'>, asker: Asker, reply: Reply) {
    const { cookies } = await this.calls.run(
      this.api.verifyEmail({ query: { token }, headers: deviceOnly(reply), asResponse: true }),
    );
    const member = await this.repository.byEmail(emailIn(token));
    if (!member) throw notFound();
    if (cookies.length === 0 && asker.actor.id !== member.id)
      throw new ProblemError('already-done', 'members.refuse.confirmedAlready');
    if (member.wish) await this.grantWish(member.id, member.wish, asker);
    reply.cookies(cookies);
    return this.readerOf(member.id, asker);
  }

  /** Where somebody said they work when they signed up is asked for now that the address is known to be theirs. */
  private async grantWish(id: string, organisationId: string, asker: Asker): Promise<void> {
    const self: Asker = { ...asker, wish: null, actor: { ...visitor, kind: 'member', id, roles: ['member'] } };
    await this.repository.saveWish(id, null);
    await this.affiliations.request({ organisationId, role: 'staff' }, self);
  }

  async signIn(body: Body<'signIn'>, asker: Asker, reply: Reply) {
    const { cookies, payload } = await this.attempts.password(body.email, asker.address, () =>
      this.calls.run(this.api.signInEmail({ body, headers: deviceOnly(reply), asResponse: true })),
    );
    const { user } = payload as { user: { id: string } };
    const signedIn = await this.readerOf(user.id, asker);
    reply.cookies([...cookies, ...(await this.appearance(user.id, reply))]);
    return signedIn;
  }

  /** The appearance kept with the account comes to a device that has no choice of its own. Its language does so by itself. */
  private async appearance(id: string, { headers }: Reply): Promise<string[]> {
    if (cookiesOf(headers.get('cookie') ?? '')[cookieNames.theme]) return [];
    const theme = await this.repository.theme(id);
    return theme ? [choiceCookie(this.settings, cookieNames.theme, theme)] : [];
  }

  async signOut({ actor }: Asker, reply: Reply) {
    if (actor.kind === 'member' && actor.id) {
      const { cookies } = await this.calls.run(this.api.signOut({ headers: reply.headers, asResponse: true }));
      reply.cookies(cookies);
      this.askers.forget(actor.id);
    }
    return { reader: null };
  }

  async forgot({ email }: Body<'forgot'>) {
    await this.attempts.mail(email);
    await this.api.requestPasswordReset({ body: { email } });
    return this.posted;
  }

  async reset({ token, password }: Body<'reset'>) {
    await this.calls.run(this.api.resetPassword({ body: { token, newPassword: password }, asResponse: true }));
    return { done: true as const };
  }

  async changePassword({ current, password }: Body<'changePassword'>, { actor, address }: Asker, reply: Reply) {
    const id = actor.id ?? '';
    const { cookies, payload } = await this.attempts.password(id, address, () =>
      this.calls.run(
        this.api.changePassword({
          body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
          headers: reply.headers,
          asResponse: true,
        }),
      ),
    );
    this.askers.forget(id);
    await this.mails.passwordChanged((payload as { user: { id: string; email: string } }).user);
    reply.cookies(cookies);
    return { done: true as const };
  }

  async revokeSession(session: string, { actor }: Asker): Promise<void> {
    const id = actor.id ?? '';
    if (!(await this.repository.endSession(session, id))) throw notFound();
    this.askers.forget(id);
  }

  async revokeOthers({ actor, sessionId }: Asker): Promise<void> {
    const id = actor.id ?? '';
    await this.repository.endSessions(id, sessionId);
    this.askers.forget(id);
  }

  private async readerOf(id: string, { locale, at }: Asker) {
    const reader = await this.queries.reader(id, locale, at, undefined);
    if (!reader) throw new ProblemError('unmet-condition', 'members.refuse.suspended');
    return { reader: { ...reader, counts: {} } };
  }
}

/** Two sign-ups at once with one address: the second finds it taken only when it writes, and hears what all hear. */
const lostToTwin = (error: unknown): null => {
  if (error instanceof Unanswered && error.code === 'FAILED_TO_CREATE_USER') return null;
  throw error;
};

/** A new session is told which device it is on, and nothing of the session before it. */
const deviceOnly = ({ headers }: Reply): Headers => new Headers({ 'user-agent': headers.get('user-agent') ?? '' });

/** The address a confirmation token is about; call once the library has found the token genuine. */
const emailIn = (token: string): string => {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(payload) as { email: string }).email;
};
