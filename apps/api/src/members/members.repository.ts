import type { Role } from '@baraza/domain/kernel';
import type { AccountFacts, AffiliationFacts } from '@baraza/domain/members';
import type { EntityManager } from 'typeorm';

const facts = `a.id, a.version, a.member_id as "memberId", a.organisation_id as "organisationId", a.role, a.state,
  a.verified_by as "verifiedBy", a.valid_from as "validFrom", a.valid_until as "validUntil"`;

export async function lockAffiliation(tx: EntityManager, id: string): Promise<AffiliationFacts | undefined> {
  const [row]: AffiliationFacts[] = await tx.query(`select ${facts} from affiliation a where a.id = $1 for update`, [
    id,
  ]);
  return row;
}

export const lockAffiliationsOf = (tx: EntityManager, memberId: string): Promise<AffiliationFacts[]> =>
  tx.query(`select ${facts} from affiliation a where a.member_id = $1 order by a.id for update`, [memberId]);

type NewAffiliation = Omit<AffiliationFacts, 'version'> & { readonly note: string | null; readonly requestedAt: Date };

export async function insertAffiliation(tx: EntityManager, a: NewAffiliation): Promise<void> {
  await tx.query(
    `insert into affiliation (id, member_id, organisation_id, role, state, note, requested_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [a.id, a.memberId, a.organisationId, a.role, a.state, a.note, a.requestedAt],
  );
}

export async function saveAffiliation(
  tx: EntityManager,
  id: string,
  {
    state,
    verifiedBy,
    validFrom,
    validUntil,
  }: Pick<AffiliationFacts, 'state' | 'verifiedBy' | 'validFrom' | 'validUntil'>,
  by: { readonly id: string | null; readonly at: Date },
): Promise<void> {
  await tx.query(
    `update affiliation set state = $2, verified_by = $3, valid_from = $4, valid_until = $5, decided_by = $6, decided_at = $7,
       version = version + 1
     where id = $1`,
    [id, state, verifiedBy, validFrom, validUntil, by.id, by.at],
  );
}

/** What proves where somebody works; waits for whoever else changes this member. Undefined when there is no such organisation. */
export async function lockEvidence(
  tx: EntityManager,
  memberId: string,
  organisationId: string,
): Promise<{ email: string; confirmed: boolean; domains: readonly string[] } | undefined> {
  const [row]: { email: string; confirmed: boolean; domains: readonly string[] }[] = await tx.query(
    `select m.email, m.email_verified as confirmed, o.email_domains as domains
     from member m, organisation o where m.id = $1 and o.id = $2 for no key update of m`,
    [memberId, organisationId],
  );
  return row;
}

/** An account with the roles it holds at a time. */
export async function lockAccount(tx: EntityManager, id: string, at: Date): Promise<AccountFacts | undefined> {
  const [row]: AccountFacts[] = await tx.query(
    `select m.id, m.version, m.state, m.name as "displayName",
       array['member'] || coalesce((select array_agg(r.role order by r.role) from member_role r
         where r.member_id = m.id and (r.valid_until is null or r.valid_until > $2)), '{}') as roles
     from member m where m.id = $1 for no key update`,
    [id, at],
  );
  return row;
}

/**
 * How many administrators there are beside one member, of those whose role has no end. Locks the roles of all: of two
 * administrators who dismiss each other at once, the second finds none left and is refused.
 */
export async function lockOtherAdmins(tx: EntityManager, memberId: string): Promise<number> {
  const rows: { id: string }[] = await tx.query(
    `select r.member_id as id from member_role r join member m on m.id = r.member_id
     where r.role = 'admin' and r.valid_until is null and m.state = 'active' and m.email_verified
     order by r.member_id for update of r`,
  );
  return rows.filter(({ id }) => id !== memberId).length;
}

export async function saveAccountState(tx: EntityManager, id: string, state: AccountFacts['state']): Promise<void> {
  await tx.query('update member set state = $2, version = version + 1, updated_at = now() where id = $1', [id, state]);
  if (state !== 'active') await tx.query('delete from member_session where user_id = $1', [id]);
}

/** What remains of a closed account is the name under what it wrote. */
export async function forgetAccount(tx: EntityManager, id: string): Promise<void> {
  await tx.query('delete from member_account where user_id = $1', [id]);
  await tx.query('delete from member_role where member_id = $1', [id]);
  await tx.query('delete from cluster_member where member_id = $1', [id]);
  await tx.query(
    `update member set email = 'closed-' || id || '@invalid', email_verified = false, image = null, pronunciation = null,
       languages = '{}', time_zone = null, wish_organisation_id = null where id = $1`,
    [id],
  );
}

export async function insertRole(
  tx: EntityManager,
  memberId: string,
  role: Role,
  { by, from, until }: { by: string | null; from: Date; until: Date | null },
): Promise<void> {
  await tx.query(
    `insert into member_role (member_id, role, given_by, valid_from, valid_until) values ($1, $2, $3, $4, $5)
     on conflict (member_id, role) do update
       set given_by = excluded.given_by, valid_from = excluded.valid_from, valid_until = excluded.valid_until`,
    [memberId, role, by, from, until],
  );
  await tx.query('update member set version = version + 1 where id = $1', [memberId]);
}

/** Locks a role that was given until a day which has come. */
export async function hasRunOut(tx: EntityManager, memberId: string, role: Role, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'select 1 from member_role where member_id = $1 and role = $2 and valid_until <= $3 for update',
    [memberId, role, at],
  );
  return rows.length > 0;
}

export async function deleteRole(tx: EntityManager, memberId: string, role: Role): Promise<void> {
  await tx.query('delete from member_role where member_id = $1 and role = $2', [memberId, role]);
  await tx.query('update member set version = version + 1 where id = $1', [memberId]);
}

type ProfileWords = Pick<AccountFacts, 'displayName'> & {
  readonly pronunciation?: string | undefined;
  readonly locale: string;
  readonly languages: readonly string[];
  readonly timeZone?: string | undefined;
  readonly dataSaver: boolean;
};

export async function saveProfile(tx: EntityManager, id: string, profile: ProfileWords): Promise<void> {
  const { displayName, pronunciation, locale, languages, timeZone, dataSaver } = profile;
  await tx.query(
    `update member set name = $2, pronunciation = $3, locale = $4, languages = $5, time_zone = $6, data_saver = $7,
       version = version + 1, updated_at = now()
     where id = $1`,
    [id, displayName, pronunciation || null, locale, languages, timeZone || null, dataSaver],
  );
}
