import { randomUUID } from 'node:crypto';
import { Refusal } from '@baraza/domain/kernel';
import { assertEdge, type EdgeMethod, type LineageNode, type Relation } from '@baraza/domain/lineage';
import { Injectable } from '@nestjs/common';
import { asSystem } from '../platform/asker.ts';
import { UnitOfWork, type Work } from '../platform/database/unit-of-work.ts';
import { LineageQueries } from './lineage.queries.ts';

export interface Link {
  readonly from: LineageNode;
  readonly to: LineageNode;
  readonly relation: Relation;
  readonly method: EdgeMethod;
}

@Injectable()
export class LineageService {
  private readonly work: UnitOfWork;
  private readonly queries: LineageQueries;
  constructor(work: UnitOfWork, queries: LineageQueries) {
    this.work = work;
    this.queries = queries;
  }

  /** Records what follows from a move somebody made. Told twice, it is recorded once. */
  record(link: Link, at: Date): Promise<void> {
    return this.work.run(asSystem(at), (work) => this.link(work, link));
  }

  private async link({ tx, at, tell }: Work, link: Link): Promise<void> {
    // One at a time around each pair, so that two edges racing cannot close a circle between them.
    await tx.query(`select pg_advisory_xact_lock(hashtext('lineage'))`);
    const known = await this.queries.around(link.to, tx);
    const more = await this.queries.around(link.from, tx);
    try {
      const { edge, happening } = assertEdge(
        [...known, ...more],
        { id: randomUUID(), ...link },
        asSystem(at).actor,
        at,
      );
      await insert(tx, edge);
      await tell(happening);
    } catch (refused) {
      if (refused instanceof Refusal && refused.code === 'already-done') return;
      throw refused;
    }
  }
}

const insert = (tx: Work['tx'], edge: Link & { id: string; assertedBy: string; at: Date }): Promise<unknown> =>
  tx.query(
    `insert into lineage_edge (id, from_kind, from_id, to_kind, to_id, relation, method, asserted_by, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      edge.id,
      edge.from.kind,
      edge.from.id,
      edge.to.kind,
      edge.to.id,
      edge.relation,
      edge.method,
      edge.assertedBy,
      edge.at,
    ],
  );
