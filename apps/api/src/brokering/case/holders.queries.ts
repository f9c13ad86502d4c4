import { finalRequestStates } from '@baraza/domain/brokering';
import type { EntityManager } from 'typeorm';

/** SQL twin of `mayHold`: a broker at present, none of whose own organisations is a party of the request `r`. */
export const mayHoldSql = (memberId: string, at: string): string =>
  `(exists (select 1 from member hm join member_role hr on hr.member_id = hm.id and hr.role in ('broker', 'lead_broker')
      and (hr.valid_until is null or hr.valid_until > ${at}) where hm.id = ${memberId} and hm.state = 'active')
    and not exists (select 1 from affiliation ha where ha.member_id = ${memberId} and ha.state = 'active'
      and (ha.valid_until is null or ha.valid_until > ${at})
      and (ha.organisation_id = r.organisation_id or ha.organisation_id = any(r.counterpart_ids))))`;

/** The cases a member has in their hands and may not, or may not any more, act on: those that are over count while something of theirs is open. */
export async function heldInVain(tx: EntityManager, memberId: string, at: Date): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select r.id from request r where r.claimed_by = $1 and not ${mayHoldSql('$1', '$2')}
       and (r.state <> all ($3::text[]) or exists (select 1 from brokering_step s where s.request_id = r.id)) order by r.id`,
    [memberId, at, finalRequestStates],
  );
  return rows.map(({ id }) => id);
}
