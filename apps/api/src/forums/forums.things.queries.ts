import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../platform/asker.ts';
import { bind } from '../platform/database/bind.ts';
import { Finders, holding, lineOf, type StoredLine, sharing, type Wanted } from '../platform/finders.ts';
import { Things } from '../platform/things.ts';
import { nameOf } from './forums.sql.ts';
import { readsOf } from './forums.visible.ts';

/** Posts whose words count for their thread. */
const readable = `p.state in ('visible', 'edited')`;

/** Threads as other rooms speak of them. */
@Injectable()
export class ForumsThings {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource, things: Things, finders: Finders) {
    this.dataSource = dataSource;
    things.describe('thread', (ids, asker) => this.threads({ ids, limit: ids.length }, asker));
    finders.offer('thread', (wanted, asker) => this.threads(wanted, asker));
  }

  private async threads({ ids, words = [], some = [], near, limit }: Wanted, asker: Asker) {
    const bound = bind();
    const { $ } = bound;
    const reads = readsOf(asker.actor, bound);
    const where = [reads.thread];
    if (ids) where.push(`t.id = any (${$(ids)}::uuid[])`);
    if (near) where.push(`t.cluster_id = any (${$(asker.actor.clusterIds)}::uuid[])`);
    // Unions and not an "or": each half has its own index.
    if (words.length > 0)
      where.push(`t.id in (select f.id from thread f where ${holding('f.searched', words, bound)}
        union select p.thread_id from post p where ${readable} and ${holding('p.searched', words, bound)})`);
    let shared = '';
    if (some.length > 0) {
      const [title, body] = [sharing('f.searched', some, bound), sharing('p.searched', some, bound)];
      shared = `join (select x.id, max(x.hits) as hits from (
        select f.id, ${title.hits} as hits from thread f where ${title.any}
        union all select p.thread_id, ${body.hits} from post p where ${readable} and ${body.any}) x group by x.id) s on s.id = t.id`;
    }
    const locale = $(asker.locale);
    const rows: StoredLine[] = await this.dataSource.query(
      `select t.id, text_in(t.title, ${locale}) as title, '/threads/' || t.no as href, t.last_activity_at as at,
         t.type as form, t.state, null as ref, ${nameOf('o', locale)} as by, ${nameOf('c', locale)} as where, t.posts as count${shared && ', s.hits'}
       from thread t ${shared} join cluster c on c.id = t.cluster_id left join organisation o on o.id = t.on_behalf_of
       where ${where.join(' and ')} order by ${shared && 's.hits desc, '}t.last_activity_at desc, t.no desc limit ${$(limit)}`,
      [...bound.values],
    );
    return rows.map((row) => lineOf('thread', row, asker.locale));
  }
}
