import type { EntityManager } from 'typeorm';
import type { Asker } from '../../platform/asker.ts';
import { messagesOf } from '../case/messages.queries.ts';
import type { ContactRow } from './match.presenter.ts';

/**
 * How to reach those who answer for the parties. The one place where an address leaves the house, and the statement
 * itself asks whether it may: the match is open, every party said yes, none of its requests keeps contacts until the
 * agreement that is not there yet, and the reader belongs to one of them (I2).
 */
export async function contactsOf(
  manager: EntityManager,
  { actor, at }: Asker,
  matchId: string,
): Promise<ContactRow[] | null> {
  const rows: ContactRow[] = await manager.query(
    `select a.organisation_id as "organisationId", c.name, c.email, a.role
     from match m
     join match_party p on p.match_id = m.id
     join affiliation a on a.organisation_id = p.organisation_id and a.state = 'active' and a.role in ('focal_point', 'delegate')
       and (a.valid_until is null or a.valid_until > $3)
     join member c on c.id = a.member_id and c.state = 'active'
     where m.id = $1 and m.state in ('introduced', 'scoping', 'agreed')
       and (m.state = 'agreed' or not exists (select 1 from request q where q.contact_policy = 'after_agreement'
         and (q.id = m.request_id or q.id in (select x.request_id from ring_request x where x.match_id = m.id))))
       and not exists (select 1 from match_party u where u.match_id = m.id and u.stance not in ('must', 'interested'))
       and exists (select 1 from affiliation own join match_party side on side.organisation_id = own.organisation_id
         where side.match_id = m.id and own.member_id = $2 and own.state = 'active' and (own.valid_until is null or own.valid_until > $3))
     order by p.position, a.role desc, c.name limit 40`,
    [matchId, actor.id, at],
  );
  return rows.length > 0 ? rows : null;
}

/** What was written in its room, newest first. */
export const messagesIn = (manager: EntityManager, id: string, limit: number, cursor: string | undefined) =>
  messagesOf(manager, 'match', id, limit, cursor);
