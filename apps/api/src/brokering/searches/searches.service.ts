import { randomUUID } from 'node:crypto';
import type { RequestInterest, SavedSearch } from '@baraza/contracts/brokering';
import { refuseUnlessMayKeep } from '@baraza/domain/brokering';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { SearchesRepository, type SearchRow } from './searches.repository.ts';

const present = ({ id, interest, at }: SearchRow): SavedSearch => ({ id, interest, since: at.toISOString() });

/** What members asked to hear of; read by nobody else. */
@Injectable()
export class SearchesService {
  private readonly work: UnitOfWork;
  private readonly searches: SearchesRepository;
  constructor(work: UnitOfWork, searches: SearchesRepository) {
    this.work = work;
    this.searches = searches;
  }

  async all({ actor }: Asker): Promise<{ items: SavedSearch[] }> {
    const rows = await this.searches.of(actor.id);
    return { items: rows.map(present) };
  }

  save(asker: Asker, interest: RequestInterest): Promise<SavedSearch> {
    const { actor, at } = asker;
    const memberId = actor.id;
    return this.work.run(asker, async ({ tx }) => {
      const same = await this.searches.same(tx, memberId, interest);
      if (same) return present(same);
      refuseUnlessMayKeep(actor, (await this.searches.of(memberId, tx)).length);
      return present(await this.searches.insert(tx, { id: randomUUID(), memberId, interest, at }));
    });
  }

  drop(asker: Asker, id: string): Promise<void> {
    return this.work.run(asker, async ({ tx }) => {
      if (!(await this.searches.remove(tx, id, asker.actor.id))) throw notFound();
    });
  }
}
