import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Described } from '../platform/things.ts';
import { Things } from '../platform/things.ts';
import { named } from './members.queries.ts';

/** One's own account, and affiliations to those who have a say in them. */
@Injectable()
export class MembersThings {
  constructor(dataSource: DataSource, things: Things) {
    things.describe('member', (ids, { actor, locale }): Promise<Described[]> => {
      return dataSource.query(
        `select m.id, m.name as title, $3 as locale, '/me' as href, m.created_at as at
         from member m where m.id = any ($1::uuid[]) and m.id = $2`,
        [ids, actor.id, locale],
      );
    });
    things.describe('affiliation', (ids, { actor, locale }): Promise<Described[]> => {
      const answers = actor.affiliations.filter(({ role }) => role === 'focal_point').map((a) => a.organisationId);
      return dataSource.query(
        `select a.id, m.name || ' · ' || ${named('$2')} as title, $2 as locale,
           case when a.member_id = $3 or a.organisation_id = any ($4::uuid[]) then '/me/organisations' else '/admin/affiliations' end as href,
           a.requested_at as at
         from affiliation a join organisation o on o.id = a.organisation_id join member m on m.id = a.member_id
         where a.id = any ($1::uuid[]) and (a.member_id = $3 or a.organisation_id = any ($4::uuid[]) or $5)`,
        [ids, locale, actor.id, answers, actor.roles.includes('admin')],
      );
    });
  }
}
