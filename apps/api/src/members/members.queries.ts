import type { Reader } from '@baraza/contracts/members';
import type { Locale } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class MembersQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** A member as their own frame shows them, names in `locale`. */
  async reader(id: string, locale: Locale, actingFor: string | null): Promise<Reader | null> {
    const [row]: (Omit<Reader, 'actingFor' | 'counts'> & { counts: Reader['counts'] })[] = await this.dataSource.query(
      `select m.id, m.name, m.locale, m.data_saver as "dataSaver",
         array['member'] || coalesce((select array_agg(r.role order by r.role) from member_role r
           where r.member_id = m.id and (r.valid_until is null or r.valid_until > now())), '{}') as roles,
         coalesce((select json_agg(json_build_object('id', o.id, 'slug', o.slug, 'role', a.role, 'name', coalesce(o.names ->> $2, o.names ->> 'en')) order by a.valid_from, a.id)
           from affiliation a join organisation o on o.id = a.organisation_id
           where a.member_id = m.id and a.state = 'active' and (a.valid_until is null or a.valid_until > now())), '[]') as organisations,
         '{}'::json as counts
       from member m where m.id = $1`,
      [id, locale],
    );
    if (!row) return null;
    const acting = row.organisations.find((o) => o.id === actingFor);
    return { ...row, actingFor: acting ? { id: acting.id, slug: acting.slug, name: acting.name } : null };
  }
}
