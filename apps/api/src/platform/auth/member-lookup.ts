import type { Actor, Locale, Role } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface KnownMember {
  readonly locale: Locale;
  readonly timeZone: string | null;
  readonly roles: readonly Role[];
  readonly affiliations: Actor['affiliations'];
  readonly clusterIds: readonly string[];
}

/** Everything a policy may ask about a member, in one query. Roles and affiliations count only between their dates. */
@Injectable()
export class MemberLookup {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  async byId(id: string, at: Date, db?: Pick<EntityManager, 'query'>): Promise<KnownMember | undefined> {
    return (await this.byIds([id], at, db)).get(id);
  }

  /** Those of them whose accounts are active. */
  async byIds(
    ids: readonly string[],
    at: Date,
    db: Pick<EntityManager, 'query'> = this.dataSource,
  ): Promise<ReadonlyMap<string, KnownMember>> {
    const members: (KnownMember & { readonly id: string })[] = await db.query(
      `select m.id, m.locale, m.time_zone as "timeZone",
         array['member'] || coalesce((select array_agg(r.role order by r.role) from member_role r
           where r.member_id = m.id and (r.valid_until is null or r.valid_until > $2)), '{}') as roles,
         coalesce((select json_agg(json_build_object('organisationId', a.organisation_id, 'role', a.role) order by a.valid_from, a.id) from affiliation a
           where a.member_id = m.id and a.state = 'active' and (a.valid_until is null or a.valid_until > $2)), '[]') as affiliations,
         coalesce((select array_agg(c.cluster_id::text) from cluster_member c where c.member_id = m.id), '{}') as "clusterIds"
       from member m where m.id = any ($1::uuid[]) and m.state = 'active'`,
      [ids, at],
    );
    return new Map(members.map(({ id, ...member }) => [id, member]));
  }
}
