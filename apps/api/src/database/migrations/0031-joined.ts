import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has signed a partnership has a part in its case, also where they joined it by name. */
export class Joined1700000000031 implements MigrationInterface {
  name = 'Joined1700000000031';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      update request r set counterpart_ids = r.counterpart_ids || joined.ids
        from (select o.id, array_agg(distinct p.organisation_id) as ids from partnership s join request o on o.id = s.request_id
          join partnership_party p on p.partnership_id = s.id
            and p.organisation_id <> o.organisation_id and p.organisation_id <> all (o.counterpart_ids)
          where s.agreed_at is not null group by o.id) joined
        where joined.id = r.id;
    `);
  }

  async down(): Promise<void> {}
}
