import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Described } from '../platform/things.ts';
import { Things } from '../platform/things.ts';
import { asking, findable, nameOf } from './clusters.queries.ts';

/** Clusters as other rooms speak of them. */
@Injectable()
export class ClustersThings {
  constructor(dataSource: DataSource, things: Things) {
    things.describe('cluster', (ids, { actor, locale }): Promise<Described[]> => {
      return dataSource.query(
        `select c.id, ${nameOf('c')} as title, case when c.names ? $4 then $4 else 'en' end as locale,
           '/clusters/' || c.slug as href, c.created_at as at
         from cluster c where c.id = any ($5::uuid[]) and ${findable('c')}`,
        [...asking(actor, locale), ids],
      );
    });
  }
}
