import { type Actor, type AffiliationRole, type Locale, type Role, visitor } from '@baraza/domain/kernel';
import { defaultPreferences, type MailRhythm, type Preferences, type Reason } from '@baraza/domain/notifications';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MemberLookup } from '../platform/auth/member-lookup.ts';

/** Somebody who may be written to. */
export interface Recipient {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly email: string;
  readonly preferences: Preferences;
}

interface Reached {
  readonly id: string;
  readonly email: string;
  readonly reachable: boolean;
  readonly mail: MailRhythm | null;
  readonly quiet: Reason[] | null;
}

const inForce = (alias: string) => `(${alias}.valid_until is null or ${alias}.valid_until > $2)`;

/** Who is meant by "the focal point", "the desk", "whoever follows": ids of active members. */
@Injectable()
export class Recipients {
  private readonly dataSource: DataSource;
  private readonly lookup: MemberLookup;
  constructor(dataSource: DataSource, lookup: MemberLookup) {
    this.dataSource = dataSource;
    this.lookup = lookup;
  }

  /** Null when the account is not active any more. */
  async one(id: string, at: Date): Promise<Recipient | null> {
    return (await this.many([id], at)).get(id) ?? null;
  }

  /** By id: those of them whose accounts are active. */
  async many(ids: readonly string[], at: Date): Promise<ReadonlyMap<string, Recipient>> {
    const [known, rows] = await Promise.all([
      this.lookup.byIds(ids, at),
      this.dataSource.query<Reached[]>(
        `select m.id, m.email, m.email_verified as reachable, p.mail, p.quiet
         from member m left join notification_preference p on p.member_id = m.id where m.id = any ($1::uuid[])`,
        [ids],
      ),
    ]);
    const found = new Map<string, Recipient>();
    for (const { id, email, reachable, mail, quiet } of rows) {
      const member = known.get(id);
      if (!member) continue;
      const { roles, affiliations, clusterIds, locale, timeZone } = member;
      found.set(id, {
        actor: { ...visitor, kind: 'member', id, roles, affiliations, clusterIds },
        locale,
        timeZone: timeZone ?? 'UTC',
        email,
        preferences: { mail: mail ?? defaultPreferences.mail, quiet: quiet ?? defaultPreferences.quiet, reachable },
      });
    }
    return found;
  }

  /** Which of these notifications, by the keys that keep them from being raised twice, are there. */
  async toldBefore(dedupeKeys: readonly string[]): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ key: string }[]>(
      'select dedupe_key as key from notification where dedupe_key = any ($1)',
      [dedupeKeys],
    );
    return rows.map(({ key }) => key);
  }

  /** Those who are one of these to one of the organisations. */
  of(organisationIds: readonly string[], roles: readonly AffiliationRole[], at: Date): Promise<string[]> {
    return this.ids(
      `select distinct a.member_id as id from affiliation a
       where a.organisation_id = any ($1::uuid[]) and a.role = any ($3) and a.state = 'active' and ${inForce('a')}`,
      [organisationIds, at, roles],
    );
  }

  focalPoints(organisationIds: readonly string[], at: Date): Promise<string[]> {
    return this.of(organisationIds, ['focal_point'], at);
  }

  /** Who may speak for one of them. */
  speakers(organisationIds: readonly string[], at: Date): Promise<string[]> {
    return this.of(organisationIds, ['focal_point', 'delegate'], at);
  }

  /** Which of the organisations a member acts for, or else belongs to; null when it is none of them. */
  async organisationOf(memberId: string, among: readonly string[], at: Date): Promise<string | null> {
    const [id = null] = await this.ids(
      `select a.organisation_id as id from affiliation a
       where a.member_id = $1 and a.organisation_id = any ($3::uuid[]) and a.state = 'active' and ${inForce('a')}
       order by a.role in ('focal_point', 'delegate') desc, array_position($3::uuid[], a.organisation_id) limit 1`,
      [memberId, at, among],
    );
    return id;
  }

  /** Holders of a role who belong to none of the organisations: partial ones could not act (invariant I11). */
  role(roles: readonly Role[], at: Date, impartialTo: readonly string[] = []): Promise<string[]> {
    return this.ids(
      `select distinct r.member_id as id from member_role r
       where r.role = any ($1) and ${inForce('r')} and not exists (
         select 1 from affiliation a where a.member_id = r.member_id and a.organisation_id = any ($3::uuid[])
           and a.state = 'active' and ${inForce('a')})`,
      [roles, at, impartialTo],
    );
  }

  private async ids(sql: string, values: readonly unknown[]): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(sql, [...values]);
    return rows.map(({ id }) => id);
  }
}
