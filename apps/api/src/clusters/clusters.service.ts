import type { ClusterView, Membership } from '@baraza/contracts/clusters';
import {
  type ClusterMove,
  clusterPolicy,
  clusterTerms,
  type MembershipMove,
  makeClusterMove,
  makeMembershipMove,
  membershipPolicy,
  type Standing,
} from '@baraza/domain/clusters';
import { addDays, can, type Deadline, Refusal } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { Askers } from '../platform/auth/askers.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { Streams } from '../platform/live/streams.ts';
import { Timers } from '../platform/timers/timers.ts';
import { presentCluster } from './clusters.presenter.ts';
import { ClustersQueries } from './clusters.queries.ts';
import { ClustersRepository } from './clusters.repository.ts';

const admit = 'clusters.membership.admit';
const subjectOf = ({ clusterId, memberId }: Standing['membership']): string => `membership:${clusterId}:${memberId}`;

@Injectable()
export class ClustersService {
  private readonly work: UnitOfWork;
  private readonly repository: ClustersRepository;
  private readonly queries: ClustersQueries;
  private readonly askers: Askers;

  constructor(
    work: UnitOfWork,
    repository: ClustersRepository,
    queries: ClustersQueries,
    askers: Askers,
    streams: Streams,
    timers: Timers,
  ) {
    this.work = work;
    this.repository = repository;
    this.queries = queries;
    this.askers = askers;
    streams.allow('cluster', async ({ actor }, id) => {
      const cluster = await queries.facts(id);
      return cluster !== undefined && can(clusterPolicy, actor, 'view', cluster);
    });
    // Nobody has answered whoever asked: it stays owed, by the same desk, until somebody does.
    timers.on(admit, async ({ arm, at }, { subject }) =>
      arm({
        subject,
        kind: admit,
        dueAt: addDays(at, clusterTerms.admitDays),
        responsible: { kind: 'role', id: 'moderator' },
      }),
    );
  }

  move(slug: string, move: ClusterMove, version: number, asker: Asker): Promise<ClusterView> {
    const { actor, locale } = asker;
    return this.work.run(asker, async ({ tx, tell }) => {
      const cluster = await this.repository.lock(tx, slug);
      if (!cluster) throw notFound();
      const { change, happening } = makeClusterMove(cluster, move, actor);
      if (version !== cluster.version) throw new Refusal('stale-version', 'kernel.staleVersion');
      await this.repository.save(tx, cluster, change);
      await tell(happening);
      const moved = await this.queries.read(slug, actor, locale, tx);
      if (!moved) throw notFound();
      return presentCluster(moved, actor, locale);
    });
  }

  /** Comes in, or asks to where a moderator admits. */
  join(slug: string, asker: Asker): Promise<Membership> {
    return this.standAnew(slug, memberOf(asker), asker, ({ cluster, membership }) => {
      if (membership.state === 'joined' || membership.state === 'asked') return null;
      return cluster.join === 'request' && membership.state === 'outside' ? 'ask' : 'join';
    });
  }

  /** Leaves, or takes back having asked or been invited. */
  leave(slug: string, asker: Asker): Promise<Membership> {
    return this.standAnew(slug, memberOf(asker), asker, ({ membership }) => {
      if (membership.state === 'outside') return null;
      return membership.state === 'joined' ? 'leave' : 'decline';
    });
  }

  answer(slug: string, memberId: string, move: 'admit' | 'decline', asker: Asker): Promise<Membership> {
    return this.standAnew(slug, memberId, asker, () => move);
  }

  /** `wanted` says which move the wish comes to as things stand, or null where it is true already. */
  private async standAnew(
    slug: string,
    memberId: string,
    asker: Asker,
    wanted: (standing: Standing) => MembershipMove | null,
  ): Promise<Membership> {
    const membership = await this.work.run(asker, async ({ tx, at, tell, arm, disarm }) => {
      const standing = await this.repository.lockStanding(tx, slug, memberId);
      if (!standing || !can(membershipPolicy, asker.actor, 'view', standing)) throw notFound();
      const move = wanted(standing);
      if (!move) return { slug, memberId, state: standing.membership.state };
      const { change, happening, deadline } = makeMembershipMove(standing, move, asker.actor, at);
      await this.repository.saveMembership(tx, change, at);
      await tell(happening);
      await (deadline ? arm(owed(deadline)) : disarm(subjectOf(change)));
      return { slug, memberId, state: change.state };
    });
    this.askers.forget(memberId);
    return membership;
  }
}

const owed = (deadline: Deadline): Deadline => ({ ...deadline, kind: admit });

function memberOf({ actor }: Asker): string {
  if (actor.id === null) throw notFound();
  return actor.id;
}
