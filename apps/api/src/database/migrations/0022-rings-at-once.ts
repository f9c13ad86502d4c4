import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A ring is known to all its requests from the moment it is put to them: none is left that has not heard of it. */
export class RingsAtOnce1700000000022 implements MigrationInterface {
  name = 'RingsAtOnce1700000000022';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      update request r set suggestions = r.suggestions + 1, counterpart_ids = array(
          select unnest(r.counterpart_ids) union select p.organisation_id from match_party p
          where p.match_id = x.match_id and p.organisation_id <> r.organisation_id)
        from ring_request x where x.request_id = r.id and x.heard is null;
      update ring_request set heard = 'suggested' where heard is null;
      alter table ring_request alter heard set not null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table ring_request alter heard drop not null');
  }
}
