import { finalRequestStates } from '@baraza/domain/brokering';
import type { MembersHappening } from '@baraza/domain/members';
import { Injectable } from '@nestjs/common';
import { Departures } from '../../members/index.ts';
import { asSystem } from '../../platform/asker.ts';
import { UnitOfWork, type Work } from '../../platform/database/unit-of-work.ts';
import { Reactions } from '../../platform/events/reactions.ts';
import { oweRequest } from '../requests/request.moves.ts';
import { Cases } from './cases.repository.ts';
import { giveBack, owePartnerships, rewind } from './consequences.ts';
import { Organisations } from './organisations.queries.ts';

/** Nobody's leaving leaves a case without somebody: cases go back to the desk, and focal points are looked for. */
@Injectable()
export class Departing {
  private readonly cases: Cases;
  constructor(
    cases: Cases,
    organisations: Organisations,
    departures: Departures,
    reactions: Reactions,
    work: UnitOfWork,
  ) {
    this.cases = cases;
    departures.on((at, memberId) => this.brokerLeft(at, memberId));
    reactions.on<MembersHappening, 'members.affiliation.moved'>(
      'members.affiliation.moved',
      'brokering.focalPoint',
      async ({ data, at }) => {
        organisations.forget(data.organisationId);
        if (data.role === 'focal_point')
          await work.run(asSystem(at), (own) => this.focalPointsChanged(own, data.organisationId));
      },
    );
  }

  private async brokerLeft(work: Work, memberId: string): Promise<void> {
    const still: unknown[] = await work.tx.query(
      `select 1 from member m join member_role r on r.member_id = m.id and r.role in ('broker', 'lead_broker')
         and (r.valid_until is null or r.valid_until > $2)
       where m.id = $1 and m.state = 'active'`,
      [memberId, work.at],
    );
    if (still.length > 0) return;
    const held: { id: string }[] = await work.tx.query(
      'select id from request where claimed_by = $1 and state <> all ($2::text[]) order by id',
      [memberId, finalRequestStates],
    );
    for (const { id } of held) await giveBack(await this.cases.open(work, asSystem(work.at), { id }));
  }

  /** What only a focal point can do is the desk's to find one for, or the new one's to do. */
  private async focalPointsChanged(work: Work, organisationId: string): Promise<void> {
    const waiting: { id: string }[] = await work.tx.query(
      `select distinct r.id from brokering_step s join request r on r.id = s.request_id
       where (s.seat = 'focal_point' or s.what = 'brokering.step.findFocalPoint')
         and (r.organisation_id = $1 or $1 = any (r.counterpart_ids)) order by r.id`,
      [organisationId],
    );
    for (const { id } of waiting) {
      const c = await this.cases.open(work, asSystem(work.at), { id });
      await oweRequest(c);
      await rewind(c);
      await owePartnerships(c);
    }
  }
}
