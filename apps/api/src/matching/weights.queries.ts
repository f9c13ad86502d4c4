import { defaultWeights, type Weights } from '@baraza/domain/matching';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

interface StoredWeights {
  readonly version: number;
  readonly weights: Weights;
  readonly at: Date | null;
  readonly by: string | null;
}

/** Every version that ever counted is kept: an explanation names the one it was found with. */
@Injectable()
export class WeightsQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  async current(db: Pick<EntityManager, 'query'> = this.dataSource): Promise<StoredWeights> {
    const [row]: StoredWeights[] = await db.query(
      `select w.version, w.weights, w.at, m.name as by from matching_weights w join member m on m.id = w.changed_by
       order by w.version desc limit 1`,
    );
    return row ?? { version: 0, weights: defaultWeights, at: null, by: null };
  }

  /** False when somebody else was faster. */
  async add(tx: EntityManager, version: number, weights: Weights, by: string | null, at: Date): Promise<boolean> {
    const added: unknown[] = await tx.query(
      'insert into matching_weights (version, weights, changed_by, at) values ($1, $2, $3, $4) on conflict do nothing returning 1',
      [version, JSON.stringify(weights), by, at],
    );
    return added.length > 0;
  }
}
