import { finalRequestStates } from '@baraza/domain/brokering';
import type { EntityManager } from 'typeorm';

/** An active member who is of one of these organisations, an array, at that time. */
export const isOfSql = (memberId: string, organisationIds: string, at: string): string =>
  `exists (select 1 from affiliation ia join member im on im.id = ia.member_id and im.state = 'active'
      where ia.member_id = ${memberId} and ia.organisation_id = any(${organisationIds})
        and ia.state = 'active' and (ia.valid_until is null or ia.valid_until > ${at}))`;

/** SQL twin of `mayHold`: a broker at present, none of whose own organisations is a party of the request `r`. */
export const mayHoldSql = (memberId: string, at: string): string =>
  `(exists (select 1 from member hm join member_role hr on hr.member_id = hm.id and hr.role in ('broker', 'lead_broker')
      and (hr.valid_until is null or hr.valid_until > ${at}) where hm.id = ${memberId} and hm.state = 'active')
    and not ${isOfSql(memberId, 'r.counterpart_ids || r.organisation_id', at)})`;

/**
 * The cases a member has in their hands, or this one of them, and may not, or may not any more, act on: those that are over
 * count while something of theirs is open.
 */
export async function heldInVain(
  tx: EntityManager,
  memberId: string,
  at: Date,
  requestId: string | null = null,
): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select r.id from request r where r.claimed_by = $1 and ($4::uuid is null or r.id = $4) and not ${mayHoldSql('$1', '$2')}
       and (r.state <> all ($3::text[]) or exists (select 1 from brokering_step s where s.request_id = r.id)) order by r.id`,
    [memberId, at, finalRequestStates, requestId],
  );
  return rows.map(({ id }) => id);
}

/**
 * The broker of a case who may act on what these organisations put into words: nobody where they are of one of them, though
 * it is only named yet. The case stays theirs, its partnership is the desk's.
 */
export async function impartialHolder(
  tx: EntityManager,
  claimedBy: string | null,
  organisationIds: readonly string[],
  at: Date,
): Promise<string | null> {
  if (claimedBy === null) return null;
  const [row]: { own: boolean }[] = await tx.query(`select ${isOfSql('$1', '$2::uuid[]', '$3')} as own`, [
    claimedBy,
    organisationIds,
    at,
  ]);
  return row?.own ? null : claimedBy;
}

/** The cases of partnerships that a member looks after and is, by now, of an organisation named in. */
export async function partialOn(tx: EntityManager, memberId: string, at: Date): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select distinct p.request_id as id from partnership p where p.claimed_by = $1 and p.ended_at is null and
       ${isOfSql('$1', 'array(select y.organisation_id from partnership_party y where y.partnership_id = p.id)', '$2')} order by 1`,
    [memberId, at],
  );
  return rows.map(({ id }) => id);
}
