import type { ClusterFacts, MembershipFacts, MembershipState, Standing } from '@baraza/domain/clusters';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { facts } from './clusters.queries.ts';

@Injectable()
export class ClustersRepository {
  async lock(tx: EntityManager, slug: string): Promise<ClusterFacts | undefined> {
    const [cluster]: ClusterFacts[] = await tx.query(
      `select ${facts('c')} from cluster c where c.slug = $1 for no key update`,
      [slug],
    );
    return cluster;
  }

  async save(tx: EntityManager, { id }: ClusterFacts, { state }: Pick<ClusterFacts, 'state'>): Promise<void> {
    await tx.query('update cluster set state = $2, version = version + 1 where id = $1', [id, state]);
  }

  /** The cluster as one person stands to it. Locked: two taps of one person come one after the other. */
  async lockStanding(tx: EntityManager, slug: string, memberId: string): Promise<Standing | undefined> {
    const cluster = await this.lock(tx, slug);
    if (!cluster) return undefined;
    const [known]: { state: MembershipState }[] = await tx.query(
      `select 'joined' as state from cluster_member where cluster_id = $1 and member_id = $2
       union all select state from cluster_admission where cluster_id = $1 and member_id = $2 limit 1`,
      [cluster.id, memberId],
    );
    return { cluster, membership: { clusterId: cluster.id, memberId, state: known?.state ?? 'outside' } };
  }

  async saveMembership(tx: EntityManager, { clusterId, memberId, state }: MembershipFacts, at: Date): Promise<void> {
    const whose = [clusterId, memberId];
    if (state !== 'joined')
      await tx.query('delete from cluster_member where cluster_id = $1 and member_id = $2', whose);
    if (state === 'joined' || state === 'outside')
      await tx.query('delete from cluster_admission where cluster_id = $1 and member_id = $2', whose);
    if (state === 'joined')
      await tx.query('insert into cluster_member (cluster_id, member_id, since) values ($1, $2, $3)', [...whose, at]);
    if (state === 'asked' || state === 'invited')
      await tx.query(
        `insert into cluster_admission (cluster_id, member_id, state, at) values ($1, $2, $3, $4)
         on conflict (cluster_id, member_id) do update set state = excluded.state, at = excluded.at`,
        [...whose, state, at],
      );
  }
}
