import { type Actor, actsFor } from '../../kernel/index.ts';
import type { RequestFacts } from '../requests/index.ts';
import type { Subject } from '../subject.ts';
import type { MatchState } from './match.machine.ts';

export const stances = ['unseen', 'seen', 'must', 'interested', 'not_now', 'no'] as const;
export type Stance = (typeof stances)[number];
export const isYes = (stance: Stance): boolean => stance === 'must' || stance === 'interested';

/** Who found the partner. */
export const matchOrigins = ['broker', 'matcher', 'member', 'expression'] as const;
export type MatchOrigin = (typeof matchOrigins)[number];

export interface MatchParty {
  readonly organisationId: string;
  readonly stance: Stance;
  /** `not_now`: when it is asked again. */
  readonly until: Date | null;
}

/** Two or more organisations that may work together on a request; its owner is `request.organisationId`. */
export interface MatchFacts extends Subject<MatchState> {
  readonly requestId: string;
  readonly request: RequestFacts;
  readonly expressionId: string | null;
  readonly origin: MatchOrigin;
  /** The member who pointed it out. */
  readonly referredBy: string | null;
  readonly parties: readonly MatchParty[];
}

export const partiesOfMatch = ({ parties }: MatchFacts): readonly string[] => parties.map((p) => p.organisationId);

/** The party the actor speaks for; who acts for several says which by acting for it. */
export const partyOf = <P extends { readonly organisationId: string }>(
  actor: Actor,
  parties: readonly P[],
): P | undefined => {
  const own = parties.filter((p) => actsFor(actor, p.organisationId));
  return own.find((p) => p.organisationId === actor.actingFor) ?? own[0];
};

/** Each side may read the other's contacts: from the introduction on, and never before both said yes (invariant I2). */
export const contactsOpen = ({ state, parties, request }: MatchFacts): boolean =>
  (state === 'agreed' ||
    (request.contactPolicy === 'after_mutual_yes' && (state === 'introduced' || state === 'scoping'))) &&
  parties.every((p) => isYes(p.stance));
