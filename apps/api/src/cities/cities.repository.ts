import type { OrganisationFacts } from '@baraza/domain/cities';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

@Injectable()
export class CitiesRepository {
  async lock(tx: EntityManager, id: string): Promise<OrganisationFacts | undefined> {
    const [organisation]: OrganisationFacts[] = await tx.query(
      'select id, version, kind, type, country, themes, placeholder from organisation where id = $1 for update',
      [id],
    );
    return organisation;
  }

  async save(
    tx: EntityManager,
    { id }: OrganisationFacts,
    change: Pick<OrganisationFacts, 'placeholder'>,
  ): Promise<void> {
    await tx.query('update organisation set placeholder = $2, version = version + 1 where id = $1', [
      id,
      change.placeholder,
    ]);
  }
}
