import type { MembersHappening } from '@baraza/domain/members';
import { Injectable } from '@nestjs/common';
import { Departures } from '../../members/index.ts';
import { asSystem } from '../../platform/asker.ts';
import { UnitOfWork, type Work } from '../../platform/database/unit-of-work.ts';
import { Reactions } from '../../platform/events/reactions.ts';
import { oweRequest } from '../requests/request.moves.ts';
import { Cases } from './cases.repository.ts';
import { giveBack, owePartnerships } from './consequences.ts';
import { heldInVain, partialOn } from './holders.queries.ts';
import { Organisations } from './organisations.queries.ts';

/** Nobody's coming or leaving leaves a case without somebody: cases go back to the desk, and focal points are looked for. */
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
    departures.on((own, memberId) => this.giveBackHeld(own, memberId));
    reactions.on<MembersHappening, 'members.affiliation.moved'>(
      'members.affiliation.moved',
      'brokering.focalPoint',
      async ({ data, at }) => {
        organisations.forget(data.organisationId);
        if (data.role === 'focal_point')
          await work.run(asSystem(at), (own) => this.focalPointsChanged(own, data.organisationId));
        // Who comes to belong to a party owes nothing on its case from here on, for they could not do it.
        if (data.to === 'active')
          await work.run(asSystem(at), async (own) => {
            await this.giveBackHeld(own, data.memberId);
            for (const id of await partialOn(own.tx, data.memberId, own.at))
              await owePartnerships(await this.cases.open(own, asSystem(own.at), { id }));
          });
      },
    );
  }

  private async giveBackHeld(work: Work, memberId: string): Promise<void> {
    for (const id of await heldInVain(work.tx, memberId, work.at))
      await giveBack(await this.cases.open(work, asSystem(work.at), { id }));
  }

  /** What only a focal point can do is the desk's to find one for, or the new one's to do. */
  private async focalPointsChanged(work: Work, organisationId: string): Promise<void> {
    const waiting: { id: string }[] = await work.tx.query(
      `select distinct r.id from brokering_step s join request r on r.id = s.request_id
       where (s.seat = 'focal_point' or s.what = 'brokering.step.findFocalPoint')
         and (r.organisation_id = $1 or $1 = any (r.counterpart_ids) or exists (
           select 1 from partnership p join partnership_party y on y.partnership_id = p.id
           where p.request_id = r.id and y.organisation_id = $1)) order by r.id`,
      [organisationId],
    );
    for (const { id } of waiting) {
      const c = await this.cases.open(work, asSystem(work.at), { id });
      await oweRequest(c);
      await owePartnerships(c);
    }
  }
}
