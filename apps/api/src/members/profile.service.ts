import type { Received } from '@baraza/contracts/kernel';
import type { members as routes } from '@baraza/contracts/members';
import { belongsTo, can } from '@baraza/domain/kernel';
import { accountPolicy, renameAccount } from '@baraza/domain/members';
import { Inject, Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { Askers, cookieNames } from '../platform/auth/askers.ts';
import { SETTINGS, type Settings } from '../platform/config/settings.ts';
import { UnitOfWork, type Work } from '../platform/database/unit-of-work.ts';
import { notFound, notPermitted, ProblemError } from '../platform/http/problem-error.ts';
import type { Reply } from '../platform/http/route.decorator.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { choiceCookie } from './cookies.ts';
import { presentMe, presentSession } from './members.presenter.ts';
import { MembersQueries } from './members.queries.ts';
import { lockAccount, saveProfile } from './members.repository.ts';
import { ReaderCounts } from './reader-counts.ts';

type Edit = Received<typeof routes.saveProfile>['body'];
type Choice = Received<typeof routes.remember>['body'];

/** A member's own account as they see and shape it. */
@Injectable()
export class ProfileService {
  private readonly settings: Settings;
  private readonly repository: AccountsRepository;
  private readonly work: UnitOfWork;
  private readonly askers: Askers;
  private readonly queries: MembersQueries;
  private readonly counts: ReaderCounts;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    repository: AccountsRepository,
    work: UnitOfWork,
    askers: Askers,
    queries: MembersQueries,
    counts: ReaderCounts,
  ) {
    this.settings = settings;
    this.repository = repository;
    this.work = work;
    this.askers = askers;
    this.queries = queries;
    this.counts = counts;
  }

  async session({ actor, locale, at }: Asker) {
    if (!actor.id) return { reader: null };
    const [reader, counts] = await Promise.all([
      this.queries.reader(actor.id, locale, at, actor.actingFor),
      this.counts.of(actor, at),
    ]);
    return { reader: reader && { ...reader, counts } };
  }

  async me({ actor, locale, at }: Asker, tx?: Work['tx']) {
    const id = actor.id ?? '';
    const profile = await this.queries.profile(id, at, tx);
    if (!profile) throw notFound();
    const affiliations = await this.queries.affiliationsOf(id, locale, tx);
    const toDecide = await this.queries.affiliationsToDecide(actor, locale, tx);
    return presentMe(profile, affiliations, toDecide, actor);
  }

  /** The language one chooses here is the language of the next page, too. */
  async save({ version, displayName, ...edit }: Edit, asker: Asker, reply: Reply) {
    const { actor } = asker;
    const me = await this.work.run(asker, async ({ tx, at, tell }) => {
      const account = await lockAccount(tx, actor.id ?? '', at);
      if (!account || !can(accountPolicy, actor, 'rename', account)) throw notPermitted();
      if (account.version !== version) throw new ProblemError('stale-version', 'kernel.staleVersion');
      const renamed = displayName === account.displayName ? null : renameAccount(account, displayName, actor);
      await saveProfile(tx, account.id, { ...account, ...renamed?.change, ...edit });
      if (renamed) await tell(renamed.happening);
      return this.me({ ...asker, locale: edit.locale }, tx);
    });
    this.askers.forget(actor.id ?? '');
    reply.cookies([choiceCookie(this.settings, cookieNames.locale, edit.locale)]);
    return me;
  }

  async remember({ locale, theme }: Choice, { actor }: Asker): Promise<void> {
    const id = actor.id ?? '';
    if (locale) await this.repository.saveLocale(id, locale);
    if (theme !== undefined) await this.repository.saveTheme(id, theme);
    this.askers.forget(id);
  }

  /** For whom one speaks: an organisation one belongs to, or oneself. Kept on this device only. */
  async actFor(organisationId: string | null, { actor, locale, at }: Asker, reply: Reply) {
    if (organisationId && !belongsTo(actor, organisationId)) throw notPermitted();
    const reader = await this.queries.reader(actor.id ?? '', locale, at, organisationId);
    if (!reader) throw notFound();
    reply.cookies([choiceCookie(this.settings, cookieNames.actingFor, organisationId ?? 'self')]);
    return { reader: { ...reader, counts: {} } };
  }

  async sessions({ actor, sessionId }: Asker) {
    const rows = await this.queries.sessions(actor.id ?? '');
    return { items: rows.map((row) => presentSession(row, sessionId)) };
  }
}
