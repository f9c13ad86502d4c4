import { type Actor, actsFor } from '../../kernel/index.ts';
import type { LocalizedText } from '../../translation/index.ts';
import type { PartyRole } from '../party-roles.ts';
import { isAnswerable, type RequestFacts } from '../requests/index.ts';
import type { Subject } from '../subject.ts';
import type { MatchState } from './match.machine.ts';

export const stances = ['unseen', 'seen', 'must', 'interested', 'not_now', 'no'] as const;
export type Stance = (typeof stances)[number];
export const isYes = (stance: Stance): boolean => stance === 'must' || stance === 'interested';

/** Who found the partner. */
export const matchOrigins = ['broker', 'matcher', 'member', 'expression', 'unsolicited'] as const;
export type MatchOrigin = (typeof matchOrigins)[number];

export interface MatchParty {
  readonly organisationId: string;
  readonly part: PartyRole;
  readonly stance: Stance;
  /** `not_now`: when it is asked again. */
  readonly until: Date | null;
  /** `no`: why, in confidence. The desk reads it, and no other side ever does. */
  readonly refusal: PrivateNo | null;
}
export interface PrivateNo {
  readonly reason: string;
  readonly note: LocalizedText | null;
}

/** Another request that a ring answers, so far as a rule about the ring looks at it. Its case is not this one. */
export type AnsweredRequest = Pick<
  RequestFacts,
  'id' | 'organisationId' | 'counterpartIds' | 'state' | 'safeguard' | 'contactPolicy' | 'holds'
>;

/** Two or more organisations that may work together on a request; its owner is `request.organisationId`. */
export interface MatchFacts extends Subject<MatchState> {
  readonly requestId: string;
  readonly request: RequestFacts;
  readonly expressionId: string | null;
  readonly origin: MatchOrigin;
  /** The member who pointed it out. */
  readonly referredBy: string | null;
  readonly parties: readonly MatchParty[];
  /**
   * A ring: each party has what the one before it asks for, and the first what the last one asks for. `request` is what the
   * first asks; these are what the others ask, in the order of the parties. Empty for a pair and a triangle.
   */
  readonly alsoAnswers: readonly AnsweredRequest[];
  /** A partnership of theirs is in words, and waits for signatures. */
  readonly inWords: boolean;
}

export const partiesOfMatch = ({ parties }: MatchFacts): readonly string[] => parties.map((p) => p.organisationId);

export const matchShapes = ['pair', 'triangle', 'ring'] as const;
export type MatchShape = (typeof matchShapes)[number];
export const shapeOf = ({ parties, alsoAnswers }: Pick<MatchFacts, 'parties' | 'alsoAnswers'>): MatchShape => {
  if (alsoAnswers.length > 0) return 'ring';
  return parties.length > 2 ? 'triangle' : 'pair';
};

/** Who would give to whom. */
export interface Tie {
  readonly giverId: string;
  readonly receiverId: string;
  /** What it answers. */
  readonly requestId: string;
}
type Asking = Pick<RequestFacts, 'id' | 'organisationId'>;
interface Tied {
  readonly request: Asking & Pick<RequestFacts, 'kind'>;
  readonly parties: readonly Pick<MatchParty, 'organisationId'>[];
  readonly alsoAnswers: readonly Asking[];
}
/** In a ring each gives to the one before; in a triangle the third makes possible what the two do for one another. */
export function tiesOf({ request, parties, alsoAnswers }: Tied): Tie[] {
  const [owner = '', other = '', ...companions] = parties.map((p) => p.organisationId);
  if (alsoAnswers.length > 0) {
    const asked = [request, ...alsoAnswers];
    return asked.map(({ id, organisationId }, i) => ({
      giverId: asked[(i + 1) % asked.length]?.organisationId ?? '',
      receiverId: organisationId,
      requestId: id,
    }));
  }
  if (companions.length === 0) return [];
  const [giverId, receiverId] = request.kind === 'offer' ? [owner, other] : [other, owner];
  return [giverId, ...companions].map((id) => ({ giverId: id, receiverId, requestId: request.id }));
}

/** The party the actor speaks for; who acts for several says which by acting for it. */
export const partyOf = <P extends { readonly organisationId: string }>(
  actor: Actor,
  parties: readonly P[],
): P | undefined => {
  const own = parties.filter((p) => actsFor(actor, p.organisationId));
  return own.find((p) => p.organisationId === actor.actingFor) ?? own[0];
};

/** Everything it answers. */
export const requestsOf = ({
  request,
  alsoAnswers,
}: Pick<MatchFacts, 'request' | 'alsoAnswers'>): readonly AnsweredRequest[] => [request, ...alsoAnswers];

/** What somebody else asks can still be answered, or stands still for a while. */
const stands = (request: AnsweredRequest): boolean => isAnswerable(request) || request.state === 'on_hold';
/** One of the other requests of a ring has ended: nobody would be given what they came for. */
export const isBroken = ({ alsoAnswers }: Pick<MatchFacts, 'alsoAnswers'>): boolean => !alsoAnswers.every(stands);

/** The strictest of what its requests say about contacts. */
export const contactPolicyOf = (match: Pick<MatchFacts, 'request' | 'alsoAnswers'>) =>
  requestsOf(match).some(({ contactPolicy }) => contactPolicy === 'after_agreement')
    ? 'after_agreement'
    : 'after_mutual_yes';

/** All said yes, and what they may do together is being looked for or put into words. */
export const isIntroduced = ({ state }: Pick<MatchFacts, 'state'>): boolean =>
  state === 'introduced' || state === 'scoping';

/** Who was introduced writes to the others here, whether addresses are told yet or not; and goes on once it is agreed. */
export const roomIsOpen = (match: MatchFacts): boolean =>
  (isIntroduced(match) || match.state === 'agreed') && match.parties.every((p) => isYes(p.stance));

/** Each side may read the others' contacts: from the introduction on, and never before all said yes (invariant I2). */
export const contactsOpen = (match: MatchFacts): boolean =>
  roomIsOpen(match) && (match.state === 'agreed' || contactPolicyOf(match) === 'after_mutual_yes');
