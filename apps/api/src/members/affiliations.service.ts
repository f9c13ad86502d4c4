import { randomUUID } from 'node:crypto';
import type { Received } from '@baraza/contracts/kernel';
import type { members as routes } from '@baraza/contracts/members';
import { can, system } from '@baraza/domain/kernel';
import {
  type AffiliationFacts,
  type AffiliationMove,
  affiliationPolicy,
  makeAffiliationMove,
  requestAffiliation,
  verifiedByDomain,
} from '@baraza/domain/members';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { Askers } from '../platform/auth/askers.ts';
import { UnitOfWork, type Work } from '../platform/database/unit-of-work.ts';
import { notFound, ProblemError } from '../platform/http/problem-error.ts';
import { presentAffiliation } from './members.presenter.ts';
import { type AffiliationShown, affiliationShown } from './members.queries.ts';
import {
  insertAffiliation,
  lockAffiliation,
  lockAffiliationsOf,
  lockEvidence,
  saveAffiliation,
} from './members.repository.ts';

type Step = Received<typeof routes.moveAffiliation>['body'];
type Wish = Received<typeof routes.requestAffiliation>['body'];

/** Who belongs where, and by whose word. */
@Injectable()
export class AffiliationsService {
  private readonly work: UnitOfWork;
  private readonly askers: Askers;
  constructor(work: UnitOfWork, askers: Askers) {
    this.work = work;
    this.askers = askers;
  }

  /** Asked for; and verified in the same breath when the confirmed address is one of the organisation's. */
  async request({ note, ...wish }: Wish, asker: Asker) {
    const { actor } = asker;
    const view = await this.work.run(asker, async (work) => {
      const { tx, at, tell, arm } = work;
      const evidence = await lockEvidence(tx, actor.id ?? '', wish.organisationId);
      if (!evidence) throw notFound();
      const existing = await lockAffiliationsOf(tx, actor.id ?? '');
      const { change, happening, deadline } = requestAffiliation({ id: randomUUID(), ...wish }, existing, actor, at);
      await insertAffiliation(tx, { ...change, note: note || null, requestedAt: at });
      await tell(happening);
      if (deadline) await arm(deadline);
      const asked: AffiliationFacts = { ...change, version: 1 };
      const proven = evidence.confirmed && verifiedByDomain(evidence.email, evidence.domains);
      if (proven && can(affiliationPolicy, system, 'verify', asked)) await this.apply(work, asked, 'verify', null);
      return this.shown(work, change.id, asker);
    });
    this.askers.forget(actor.id ?? '');
    return view;
  }

  async move(id: string, { version, move, letter = false }: Step, asker: Asker) {
    const { actor } = asker;
    const view = await this.work.run(asker, async (work) => {
      const affiliation = await lockAffiliation(work.tx, id);
      if (!affiliation || !can(affiliationPolicy, actor, 'view', affiliation)) throw notFound();
      if (affiliation.version !== version) throw new ProblemError('stale-version', 'kernel.staleVersion');
      await this.apply(work, affiliation, move, asker, letter);
      return this.shown(work, id, asker);
    });
    this.askers.forget(view.memberId);
    return view;
  }

  /** Ends everything live of a member whose account closes. */
  async endAll(work: Work, memberId: string, asker: Asker): Promise<void> {
    for (const affiliation of await lockAffiliationsOf(work.tx, memberId))
      if (affiliation.state === 'pending' || affiliation.state === 'active')
        await this.apply(work, affiliation, asker.actor.id === memberId ? 'leave' : 'revoke', asker);
  }

  /** Makes the move and keeps exactly the deadline it leaves. `by` null: the platform itself. */
  async apply(work: Work, affiliation: AffiliationFacts, move: AffiliationMove, by: Asker | null, letter = false) {
    const { tx, at, tell, arm, disarm } = work;
    const actor = by?.actor ?? system;
    const { change, happening, deadline } = makeAffiliationMove(affiliation, move, actor, at, { letter });
    await saveAffiliation(tx, affiliation.id, change, { id: actor.id, at });
    await tell(happening);
    await disarm(`affiliation:${affiliation.id}`);
    if (deadline) await arm(deadline);
  }

  private async shown({ tx }: Work, id: string, { actor, locale }: Asker) {
    const [row]: AffiliationShown[] = await tx.query(`${affiliationShown} where a.id = $2`, [locale, id]);
    if (!row) throw notFound();
    return { ...presentAffiliation(row, actor), memberId: row.memberId };
  }
}
