import type { OrganisationChoice, Reader } from '@baraza/contracts/members';
import type { Actor, Locale, Role } from '@baraza/domain/kernel';
import type { AccountFacts, AffiliationFacts } from '@baraza/domain/members';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** An affiliation as read for showing: facts, names in the reader's language, and the armed deadline. */
export interface AffiliationShown extends AffiliationFacts {
  readonly organisation: { readonly id: string; readonly slug: string; readonly name: string };
  readonly member: { readonly id: string; readonly name: string; readonly email: string };
  readonly requestedAt: Date;
  readonly dueAt: Date | null;
  readonly note: string | null;
}

export interface Profile extends AccountFacts {
  readonly email: string;
  readonly pronunciation: string | null;
  readonly locale: Locale;
  readonly languages: readonly string[];
  readonly timeZone: string | null;
  readonly dataSaver: boolean;
  readonly held: readonly { readonly role: Role; readonly validUntil: string | null }[];
}

export interface SessionRow {
  readonly id: string;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly usedAt: Date;
}

export const named = (locale: string, o = 'o') => `coalesce(${o}.names ->> ${locale}, ${o}.names ->> 'en', ${o}.slug)`;
export const rolesOf = (at: string) =>
  `array['member'] || coalesce((select array_agg(r.role order by r.role) from member_role r
     where r.member_id = m.id and (r.valid_until is null or r.valid_until > ${at})), '{}')`;

/** `$1` is the locale. */
export const affiliationShown = `
  select a.id, a.version, a.member_id as "memberId", a.organisation_id as "organisationId", a.role, a.state,
    a.verified_by as "verifiedBy", a.valid_from as "validFrom", a.valid_until as "validUntil",
    a.requested_at as "requestedAt", a.note, t.due_at as "dueAt",
    json_build_object('id', o.id, 'slug', o.slug, 'name', ${named('$1')}) as organisation,
    json_build_object('id', m.id, 'name', m.name, 'email', m.email) as member
  from affiliation a
  join organisation o on o.id = a.organisation_id
  join member m on m.id = a.member_id
  left join timer t on t.subject = 'affiliation:' || a.id and t.kind = 'members.affiliation.verify' and t.state = 'armed'`;

/** Letters without their marks and case, so that Sao Paulo finds São Paulo. */
const plain = (text: string) => `regexp_replace(normalize(lower(${text}), NFD), '[\\u0300-\\u036f]', '', 'g')`;

@Injectable()
export class MembersQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** A member as their own frame shows them, names in `locale`; null when there is no such active member. */
  async reader(
    id: string,
    locale: Locale,
    at: Date,
    actingFor: string | null | undefined,
  ): Promise<Omit<Reader, 'counts'> | null> {
    const [row]: Omit<Reader, 'actingFor' | 'counts'>[] = await this.dataSource.query(
      `select m.id, m.name, m.locale, m.data_saver as "dataSaver", ${rolesOf('$3')} as roles,
         coalesce((select s.seq from stream s where s.name = 'member:' || m.id), 0) as heard,
         coalesce((select json_agg(json_build_object('id', o.id, 'slug', o.slug, 'role', a.role, 'name', ${named('$2')}) order by a.valid_from, a.id)
           from affiliation a join organisation o on o.id = a.organisation_id
           where a.member_id = m.id and a.state = 'active' and (a.valid_until is null or a.valid_until > $3)), '[]') as organisations
       from member m where m.id = $1 and m.state = 'active'`,
      [id, locale, at],
    );
    if (!row) return null;
    const wanted = actingFor === undefined ? row.organisations[0]?.id : actingFor;
    const acting = row.organisations.find((o) => o.id === wanted);
    return { ...row, actingFor: acting ? { id: acting.id, slug: acting.slug, name: acting.name } : null };
  }

  async profile(id: string, at: Date, tx: EntityManager = this.dataSource.manager): Promise<Profile | undefined> {
    const [row]: Profile[] = await tx.query(
      `select m.id, m.version, m.state, m.name as "displayName", m.email, m.pronunciation, m.locale, m.languages,
         m.time_zone as "timeZone", m.data_saver as "dataSaver", ${rolesOf('$2')} as roles,
         coalesce((select json_agg(json_build_object('role', r.role, 'validUntil', r.valid_until) order by r.role) from member_role r
           where r.member_id = m.id and (r.valid_until is null or r.valid_until > $2)), '[]') as held
       from member m where m.id = $1`,
      [id, at],
    );
    return row;
  }

  /** One's own, the living first. */
  affiliationsOf(memberId: string, locale: Locale, tx = this.dataSource.manager): Promise<AffiliationShown[]> {
    return tx.query(
      `${affiliationShown} where a.member_id = $2
       order by array_position(array['active', 'pending', 'lapsed', 'revoked'], a.state), a.requested_at desc, a.id limit 50`,
      [locale, memberId],
    );
  }

  /** What waits for a focal point: colleagues of theirs, and never another focal point. */
  affiliationsToDecide(
    { affiliations, id }: Actor,
    locale: Locale,
    tx = this.dataSource.manager,
  ): Promise<AffiliationShown[]> {
    const organisations = affiliations.filter((a) => a.role === 'focal_point').map((a) => a.organisationId);
    return tx.query(
      `${affiliationShown} where a.state = 'pending' and a.role <> 'focal_point' and a.member_id <> $2
         and a.organisation_id = any ($3::uuid[])
       order by a.requested_at, a.id limit 50`,
      [locale, id, organisations],
    );
  }

  async affiliation(id: string, locale: Locale): Promise<AffiliationShown | undefined> {
    const [row]: AffiliationShown[] = await this.dataSource.query(`${affiliationShown} where a.id = $2`, [locale, id]);
    return row;
  }

  sessions(memberId: string): Promise<SessionRow[]> {
    return this.dataSource.query(
      `select id, user_agent as "userAgent", created_at as "createdAt", updated_at as "usedAt" from member_session
       where user_id = $1 and expires_at > now() order by updated_at desc, id limit 100`,
      [memberId],
    );
  }

  /** By a part of the name in any language; the reader's own language names them. */
  organisations(q: string, limit: number, locale: Locale): Promise<OrganisationChoice[]> {
    return this.dataSource.query(
      `select o.id, o.slug, ${named('$1')} as name, o.country, o.kind from organisation o
       where $2 = '' or exists (select 1 from (
         select value from jsonb_each_text(o.names) union all select o.local_name ->> 'text') n
         where strpos(${plain('n.value')}, ${plain('$2::text')}) > 0)
       order by ${named('$1')}, o.id limit $3`,
      [locale, q, limit],
    );
  }

  /** The one organisation of this very name, in any language. */
  async organisationNamed(name: string): Promise<string | undefined> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select o.id from organisation o where exists (select 1 from (
         select value from jsonb_each_text(o.names) union all select o.local_name ->> 'text') n
         where ${plain('n.value')} = ${plain('$1::text')}) limit 2`,
      [name],
    );
    return rows.length === 1 ? rows[0]?.id : undefined;
  }
}
