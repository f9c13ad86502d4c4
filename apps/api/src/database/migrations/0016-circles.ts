import { matchMachine, partyRoles } from '@baraza/domain/brokering';
import { reasonNames } from '@baraza/domain/notifications';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

const reasons = `
  alter table notification
    drop constraint notification_reason_check,
    add constraint notification_reason_check check (${oneOf('reason', reasonNames)});`;

/** Suggestions to more than two: what each is to the others, and the other requests that a ring answers. */
export class Circles1700000000016 implements MigrationInterface {
  name = 'Circles1700000000016';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table match_party add part text;
      update match_party p set part = case r.kind when 'exchange' then 'mutual'
          else case when (r.kind = 'need') = (p.position = 0) then 'requester' else 'provider' end end
        from match m join request r on r.id = m.request_id where m.id = p.match_id;
      alter table match_party
        alter part set not null,
        add constraint match_party_part check (${oneOf('part', partyRoles)});

      create table ring_request (
        match_id uuid not null references match,
        request_id uuid not null references request,
        position int not null check (position > 0),
        heard text check (${oneOf('heard', matchMachine.states)}),
        primary key (match_id, request_id)
      );
      create index ring_request_request on ring_request (request_id);
      ${reasons}
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table ring_request;
      alter table match_party drop part;
    `);
  }
}
