import { matchOrigins } from '@baraza/domain/brokering';
import { reasonNames } from '@baraza/domain/notifications';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.ts';

/** Every hold of a request, so that what was left of a step is left afterwards; offers nobody asked for; roles that end by their date. */
export class Behaviours1700000000018 implements MigrationInterface {
  name = 'Behaviours1700000000018';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table request
        add holds jsonb not null default '[]',
        add addressed_to uuid references organisation,
        add constraint request_addressed_whole check (
          addressed_to is null or (kind = 'offer' and addressed_to <> organisation_id and addressed_to = any (counterpart_ids)));
      create index request_offered on request (organisation_id) where addressed_to is not null;
      update request r set holds = found.holds from (
        select h.request_id, jsonb_agg(jsonb_build_object('since', h.at, 'until', h.ended, 'stateSince', h.stood_since) order by h.at) as holds
        from (
          select own.id as request_id, v.at,
            coalesce((select min(e.at) from brokering_move e where e.subject = v.subject and e.from_state = 'on_hold' and e.id > v.id),
              own.held_until) as ended,
            coalesce((select max(b.at) from brokering_move b where b.subject = v.subject and b.to_state = v.from_state
              and b.from_state is distinct from b.to_state and b.id < v.id), v.at) as stood_since
          from request own join brokering_move v on v.subject = 'request:' || own.id
          where v.to_state = 'on_hold' and v.from_state <> 'on_hold'
        ) h where h.ended is not null group by h.request_id
      ) found where found.request_id = r.id;
      update request set held_until = null where state <> 'on_hold';

      alter table match
        drop constraint match_origin_check,
        add constraint match_origin_check check (${oneOf('origin', matchOrigins)});

      insert into timer (subject, kind, due_at, responsible_kind, responsible_id, armed_at)
        select 'role:' || member_id || ':' || role, 'members.role.lapse', valid_until, 'member', member_id::text, now()
        from member_role where valid_until > now();

      alter table notification
        drop constraint notification_reason_check,
        add constraint notification_reason_check check (${oneOf('reason', reasonNames)});
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      delete from timer where kind = 'members.role.lapse';
      drop index request_offered;
      alter table request drop constraint request_addressed_whole, drop addressed_to, drop holds;
    `);
  }
}
