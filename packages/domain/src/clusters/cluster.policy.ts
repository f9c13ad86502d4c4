import { allOf, anyOf, hasRole, isMember, type Policy, type Rule, theSystem } from '../kernel/index.ts';
import type { ClusterFacts, Standing } from './cluster.facts.ts';
import type { ClusterMove, MembershipMove } from './cluster.machine.ts';
import { mayRead } from './visibility.ts';

const runsTheHouse = hasRole('admin');
const isNamedModerator: Rule<ClusterFacts> = (actor, cluster) =>
  actor.id !== null && cluster.moderatorIds.includes(actor.id);
export const moderates: Rule<ClusterFacts> = anyOf(hasRole('moderator', 'admin'), isNamedModerator);
const isOpenToReaders: Rule<ClusterFacts> = (actor, cluster) =>
  cluster.state !== 'proposed' && mayRead(actor, cluster.visibility, cluster.id);
const isAlive: Rule<ClusterFacts> = (_, cluster) => cluster.state === 'active' || cluster.state === 'dormant';
/** In an open cluster writing needs no ceremony first; elsewhere one has come in before one speaks. */
const isAmongWriters: Rule<ClusterFacts> = (actor, cluster) =>
  isMember(actor) &&
  (actor.clusterIds.includes(cluster.id) || (cluster.join === 'open' && isOpenToReaders(actor, cluster)));

export const clusterPolicy: Policy<'view' | 'post' | 'moderate' | ClusterMove, ClusterFacts> = {
  view: anyOf(isOpenToReaders, moderates),
  post: allOf(isAlive, anyOf(isAmongWriters, moderates)),
  moderate: moderates,
  activate: runsTheHouse,
  sleep: anyOf(theSystem, runsTheHouse),
  wake: anyOf(theSystem, moderates),
  archive: runsTheHouse,
  restore: runsTheHouse,
};

const isSelf: Rule<Standing> = (actor, { membership }) => actor.id !== null && actor.id === membership.memberId;
const isHost: Rule<Standing> = (actor, { cluster }) => moderates(actor, cluster);
const takesMembers: Rule<Standing> = (actor, { cluster }) => isAlive(actor, cluster);
const comesIn: Rule<Standing> = (_, { cluster, membership }) =>
  cluster.join === 'open' || membership.state === 'invited';
const mayAsk: Rule<Standing> = (_, { cluster }) => cluster.join === 'request';

/** A cluster that admits on request is seen by all members, or nobody could ask; one by invitation by those invited. */
const mayFind: Rule<Standing> = (actor, standing) =>
  clusterPolicy.view(actor, standing.cluster) ||
  (isMember(actor) && standing.cluster.state !== 'proposed' && (mayAsk(actor, standing) || comesIn(actor, standing)));

export const membershipPolicy: Policy<'view' | MembershipMove, Standing> = {
  view: mayFind,
  join: allOf(isSelf, takesMembers, comesIn),
  ask: allOf(isSelf, takesMembers, mayAsk),
  invite: allOf(isHost, takesMembers),
  admit: isHost,
  decline: anyOf(isHost, isSelf),
  leave: isSelf,
  remove: isHost,
};
