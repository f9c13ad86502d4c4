import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A no is said in confidence; partners are suggested until there are enough; what is called partnered has a partnership. */
export class Suggestions1700000000028 implements MigrationInterface {
  name = 'Suggestions1700000000028';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table match_party
        add column refusal jsonb,
        add constraint match_party_refused check (refusal is null or stance = 'no');
      update match_party p set refusal = jsonb_build_object('reason', case when m.end_note is null then 'unstated' else 'other' end, 'note', m.end_note)
        from match m where m.id = p.match_id and p.stance = 'no';
      update match set end_note = null where end_reason = 'not_pursued';
      update brokering_move set note = null where move = 'sayNo';

      alter table request add column enough jsonb, add column partnered boolean not null default false;
      update request r set partnered = true where exists (
        select 1 from partnership p where p.agreed_at is not null and p.state <> 'cancelled'
          and (p.request_id = r.id or p.match_id in (select x.match_id from ring_request x where x.request_id = r.id)));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table request drop column enough, drop column partnered;
      alter table match_party drop column refusal;
    `);
  }
}
