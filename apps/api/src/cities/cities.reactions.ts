import { settleOrganisation } from '@baraza/domain/cities';
import { system } from '@baraza/domain/kernel';
import type { MembersHappening } from '@baraza/domain/members';
import { Injectable } from '@nestjs/common';
import { asSystem } from '../platform/asker.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { Reactions } from '../platform/events/reactions.ts';
import { CitiesRepository } from './cities.repository.ts';

/** Somebody verified speaks for a placeholder: it becomes the organisation itself. */
@Injectable()
export class CitiesReactions {
  constructor(reactions: Reactions, work: UnitOfWork, repository: CitiesRepository) {
    reactions.on<MembersHappening, 'members.affiliation.moved'>(
      'members.affiliation.moved',
      'cities.settle',
      async ({ data, at }) => {
        if (data.to !== 'active' || (data.role !== 'focal_point' && data.role !== 'delegate')) return;
        await work.run(asSystem(at), async ({ tx, tell }) => {
          const organisation = await repository.lock(tx, data.organisationId);
          if (!organisation?.placeholder) return;
          const { change, happening } = settleOrganisation(organisation, system);
          await repository.save(tx, organisation, change);
          await tell(happening);
        });
      },
    );
  }
}
