import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../platform/asker.ts';
import { bind } from '../platform/database/bind.ts';
import { Finders, holding, lineOf, type StoredLine, sharing, type Wanted } from '../platform/finders.ts';
import { Things } from '../platform/things.ts';

/** Stories as other rooms speak of them. */
@Injectable()
export class KnowledgeThings {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource, things: Things, finders: Finders) {
    this.dataSource = dataSource;
    things.describe('story', (ids, asker) => this.stories({ ids, limit: ids.length }, asker, true));
    finders.offer('story', (wanted, asker) => this.stories(wanted, asker));
  }

  /** Lists hold what is told; one's own drafts have a name, too. */
  private async stories({ ids, words = [], some = [], near, limit }: Wanted, { actor, locale }: Asker, drafts = false) {
    const bound = bind();
    const { $ } = bound;
    const told = `s.state in ('published', 'due_review')`;
    const keeps = actor.roles.includes('editor') || actor.roles.includes('admin');
    const where = [
      drafts
        ? `(${told} or ${$(keeps)} or s.author_id = ${$(actor.id)}
      or exists (select 1 from story_organisation so where so.story_id = s.id
        and so.organisation_id = any (${$(actor.affiliations.map((a) => a.organisationId))}::uuid[])))`
        : told,
    ];
    if (ids) where.push(`s.id = any (${$(ids)}::uuid[])`);
    if (near) where.push(`s.cluster_id = any (${$(actor.clusterIds)}::uuid[])`);
    if (words.length > 0) where.push(holding('s.searched', words, bound));
    const shared = some.length > 0 ? sharing('s.searched', some, bound) : null;
    if (shared) where.push(shared.any);
    const name = (of: string) => `coalesce(${of}.names ->> ${$(locale)}, ${of}.names ->> 'en')`;
    const rows: StoredLine[] = await this.dataSource.query(
      `select s.id, s.title, '/stories/' || s.slug as href, s.published_at as at, null as form, null as state, null as ref,
         s.place as by, ${name('c')} as where, null as count${shared ? `, ${shared.hits} as hits` : ''}
       from story s left join cluster c on c.id = s.cluster_id
       where ${where.join(' and ')} order by ${shared ? 'hits desc, ' : ''}s.published_at desc, s.slug desc limit ${$(limit)}`,
      [...bound.values],
    );
    return rows.map((row) => lineOf('story', row, locale));
  }
}
