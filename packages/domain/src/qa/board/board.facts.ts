import type { Actor } from '../../kernel/index.ts';
import type { BoardPhase } from './board.machine.ts';

/** Who sees a new question before a moderator has: everybody, those who are known, nobody; or who may ask at all. */
export const boardModes = ['open', 'trusted_auto', 'pre_moderated', 'moderators_only'] as const;
export type BoardMode = (typeof boardModes)[number];

/** Who learns who asked: everybody, the moderators, nobody. Fixed from the first question on. */
export const identityPolicies = ['named', 'alias_known_to_moderators', 'anonymous'] as const;
export type IdentityPolicy = (typeof identityPolicies)[number];

export interface BoardFacts {
  readonly id: string;
  readonly version: number;
  /** Counts every change to the board or a question on it. */
  readonly seq: number;
  readonly sessionId: string;
  readonly phase: BoardPhase;
  readonly mode: BoardMode;
  readonly identity: IdentityPolicy;
  readonly votesOpen: boolean;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly organiserIds: readonly string[];
  readonly moderatorIds: readonly string[];
  readonly speakerIds: readonly string[];
}

/**
 * Somebody at a board. `handle` is what the board knows them by: questions and votes are theirs who hold it.
 * Null for who neither signed in nor entered the code.
 */
export interface Participant {
  readonly actor: Actor;
  readonly handle: string | null;
}

/**
 * `device` is the blinded name of a device for this board, made by the server from a secret only the device keeps.
 * On an anonymous board it is the only handle: nothing leads from it to a member (Q5).
 */
export function participantOf(identity: IdentityPolicy, actor: Actor, device: string | null): Participant {
  if (identity !== 'anonymous' && actor.id !== null) return { actor, handle: `member:${actor.id}` };
  return { actor, handle: device === null ? null : `device:${device}` };
}
