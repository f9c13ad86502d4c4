import type { ClusterView } from '@baraza/contracts/clusters';
import { clusterMovesFor, clusterPolicy, membershipMovesFor, outsideOf } from '@baraza/domain/clusters';
import { type Actor, can, type Locale } from '@baraza/domain/kernel';
import { type LocalizedText, readIn } from '@baraza/domain/translation';
import type { StoredCluster } from './clusters.queries.ts';

type OwnMove = ClusterView['moves'][number];
const ownMoves: readonly string[] = ['join', 'ask', 'decline', 'leave'] satisfies OwnMove[];

export function presentCluster(stored: StoredCluster, actor: Actor, locale: Locale): ClusterView {
  const { description, purposes, guidingQuestions, join, asking, ...cluster } = stored;
  const reading = (text: LocalizedText) => readIn(text, locale);
  const membership = { ...outsideOf(stored.id, actor.id ?? ''), state: stored.membership };
  const moves = actor.id === null ? [] : membershipMovesFor(actor, { cluster: stored, membership });
  return {
    ...cluster,
    joinRule: join,
    description: reading(description),
    purposes: purposes.map(reading),
    guidingQuestions: guidingQuestions.map(reading),
    moves: moves.filter((move): move is OwnMove => ownMoves.includes(move)),
    clusterMoves: clusterMovesFor(actor, stored),
    asking: can(clusterPolicy, actor, 'moderate', stored) ? asking : [],
  };
}
