import { demand, roles } from '@baraza/domain/kernel';
import { mayGive } from '@baraza/domain/members';
import { Inject, Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { SETTINGS, type Settings } from '../platform/config/settings.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { AdminQueries } from './admin.queries.ts';
import { presentAccount, presentCase } from './members.presenter.ts';
import { MembersQueries } from './members.queries.ts';
import { ReaderCounts } from './reader-counts.ts';

/** Keeping the house: what failed and what waits. */
@Injectable()
export class AdminService {
  private readonly settings: Settings;
  private readonly work: UnitOfWork;
  private readonly queries: AdminQueries;
  private readonly members: MembersQueries;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    work: UnitOfWork,
    queries: AdminQueries,
    members: MembersQueries,
    counts: ReaderCounts,
  ) {
    this.settings = settings;
    this.work = work;
    this.queries = queries;
    this.members = members;
    counts.add('admin', async (actor) => (actor.roles.includes('admin') ? queries.waiting() : 0));
  }

  async overview({ at }: Asker) {
    return { ...(await this.queries.overview(at)), mailServer: this.settings.smtpUrl !== undefined };
  }

  async member(id: string, { actor, at, locale }: Asker) {
    const row = await this.queries.member(id, at);
    if (!row) throw notFound();
    const affiliations = await this.members.affiliationsOf(id, locale);
    const mayHold = row.state === 'active' && actor.id !== id;
    return {
      ...row,
      ...presentAccount(row, actor),
      givable: roles.filter((role) => mayHold && mayGive(actor, role) && !row.roles.includes(role)),
      affiliations: affiliations.map((a) => presentCase(a, actor)),
    };
  }

  async retryJob(id: string, asker: Asker): Promise<void> {
    await this.work.run(asker, async ({ tx }) => {
      const again: unknown[] = await tx.query(
        'select id from graphile_worker.reschedule_jobs(array[$1::bigint], run_at := now(), attempts := 0)',
        [id],
      );
      if (again.length === 0) throw notFound();
    });
  }

  async discardJob(id: string, asker: Asker): Promise<void> {
    await this.work.run(asker, async ({ tx }) => {
      const gone: unknown[] = await tx.query('select id from graphile_worker.complete_jobs(array[$1::bigint])', [id]);
      if (gone.length === 0) throw notFound();
    });
  }

  /** A mail that failed, or that was kept because no server was set. What arrived is not sent twice. */
  async resendMail(id: string, asker: Asker): Promise<void> {
    await this.work.run(asker, async ({ tx, enqueue }) => {
      const [mail]: { state: string }[] = await tx.query('select state from mail where id = $1 for update', [id]);
      if (!mail) throw notFound();
      demand(mail.state !== 'sent', 'members.refuse.mailSent');
      await tx.query(`update mail set state = 'queued', error = null where id = $1`, [id]);
      await enqueue('mail', { id });
    });
  }
}
