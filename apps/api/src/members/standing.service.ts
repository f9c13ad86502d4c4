import type { Received } from '@baraza/contracts/kernel';
import type { members as routes } from '@baraza/contracts/members';
import { can, demand, type Role } from '@baraza/domain/kernel';
import {
  type AccountFacts,
  accountPolicy,
  giveRole,
  lapseRole,
  makeAccountMove,
  roleDeadline,
  subjectOfRole,
  takeRole,
} from '@baraza/domain/members';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { Askers } from '../platform/auth/askers.ts';
import { UnitOfWork, type Work } from '../platform/database/unit-of-work.ts';
import { notFound, ProblemError } from '../platform/http/problem-error.ts';
import { AffiliationsService } from './affiliations.service.ts';
import { Departures } from './departures.ts';
import { presentAccount } from './members.presenter.ts';
import {
  deleteRole,
  forgetAccount,
  hasRunOut,
  insertRole,
  lockAccount,
  lockOtherAdmins,
  saveAccountState,
} from './members.repository.ts';

type Grant = Received<typeof routes.giveRole>['body'];
type Step = Received<typeof routes.moveAccount>['body'];

/** Which roles a member holds, and whether their account is open. */
@Injectable()
export class StandingService {
  private readonly work: UnitOfWork;
  private readonly askers: Askers;
  private readonly affiliations: AffiliationsService;
  private readonly departures: Departures;
  constructor(work: UnitOfWork, askers: Askers, affiliations: AffiliationsService, departures: Departures) {
    this.departures = departures;
    this.work = work;
    this.askers = askers;
    this.affiliations = affiliations;
  }

  giveRole(id: string, { version, role, until }: Grant, asker: Asker) {
    return this.change(id, version, asker, async ({ tx, at, tell, arm, disarm }, account) => {
      const end = until ? endOfDay(until) : null;
      demand(!end || end > at, 'members.refuse.untilPast', {}, 'until');
      const { happening } = giveRole(account, role, asker.actor);
      await insertRole(tx, id, role, { by: asker.actor.id, from: at, until: end });
      if (end) await arm(roleDeadline(id, role, end));
      else await disarm(subjectOfRole(id, role));
      await tell(happening);
    });
  }

  takeRole(id: string, role: Role, version: number, asker: Asker) {
    return this.change(id, version, asker, async (work, account) => {
      const { tx, tell } = work;
      const { happening } = takeRole(account, role, asker.actor, { admins: await adminsWith(tx, account) });
      await deleteRole(tx, id, role);
      await work.disarm(subjectOfRole(id, role));
      await this.departures.left(work, id);
      await tell(happening);
    });
  }

  /** The day has come until which a role was given. */
  async lapseRole(work: Work, id: string, role: Role): Promise<void> {
    if (!(await hasRunOut(work.tx, id, role, work.at))) return;
    await deleteRole(work.tx, id, role);
    await this.departures.left(work, id);
    await work.tell(lapseRole(id, role));
    this.askers.forget(id);
  }

  moveAccount(id: string, { version, move }: Step, asker: Asker) {
    return this.change(id, version, asker, async (work, account) => {
      const { tx, tell } = work;
      const { change, happening } = makeAccountMove(account, move, asker.actor, {
        admins: await adminsWith(tx, account),
      });
      if (change.state === 'closed') await this.affiliations.endAll(work, id, asker);
      await saveAccountState(tx, id, change.state);
      if (change.state !== 'active') await this.departures.left(work, id);
      if (change.state === 'closed') await forgetAccount(tx, id);
      await tell(happening);
    });
  }

  /** Locks the account, compares what the reader saw of it, and answers with what it is afterwards. */
  private async change(
    id: string,
    version: number,
    asker: Asker,
    make: (work: Work, account: AccountFacts) => Promise<void>,
  ) {
    const view = await this.work.run(asker, async (work) => {
      const account = await lockAccount(work.tx, id, work.at);
      if (!account || !can(accountPolicy, asker.actor, 'view', account)) throw notFound();
      if (account.version !== version) throw new ProblemError('stale-version', 'kernel.staleVersion');
      await make(work, account);
      const changed = await lockAccount(work.tx, id, work.at);
      if (!changed) throw notFound();
      return presentAccount(changed, asker.actor);
    });
    this.askers.forget(id);
    return view;
  }
}

/** This account and every other administrator whose role has no end: one who leaves on a set day is no one to leave the house to. */
const adminsWith = async (tx: Work['tx'], { id }: AccountFacts): Promise<number> => 1 + (await lockOtherAdmins(tx, id));

const endOfDay = (day: string): Date => new Date(`${day}T23:59:59Z`);
