import { type Actor, actsFor, Refusal } from '../../kernel/index.ts';
import type { BrokeringContext } from '../subject.ts';
import type { RequestFacts } from './request.facts.ts';

/** Whom an offer is made to that nobody asked for, and to whom the sender has made others that are not over. */
export interface Addressee {
  readonly organisationId: string;
  readonly open: readonly string[];
}
type Offer = Pick<RequestFacts, 'kind' | 'organisationId'>;

/** Nobody is flooded with what they did not ask for, and nothing is written to where nobody would answer. */
function whyNot(
  { kind, organisationId }: Offer,
  to: Addressee,
  actor: Actor,
  { terms, verifiedSince }: BrokeringContext,
): Refusal | null {
  const most = terms.request.openOffersEach;
  if (!actsFor(actor, organisationId))
    return new Refusal('not-permitted', 'brokering.refuse.notForThisOrganisation', {}, 'organisationId');
  if (kind !== 'offer') return new Refusal('unmet-condition', 'brokering.refuse.onlyOffersAddressed', {}, 'kind');
  if (to.organisationId === organisationId) return new Refusal('unmet-condition', 'brokering.refuse.ownOffer');
  if (verifiedSince(to.organisationId) === null) return new Refusal('unmet-condition', 'brokering.refuse.nobodyThere');
  if (to.open.includes(to.organisationId)) return new Refusal('already-done', 'brokering.refuse.alreadyOffered');
  if (to.open.length >= most) return new Refusal('unmet-condition', 'brokering.refuse.enoughOffers', { most });
  return null;
}

export function refuseUnlessMayOffer(offer: Offer, to: Addressee, actor: Actor, ctx: BrokeringContext): void {
  const refusal = whyNot(offer, to, actor, ctx);
  if (refusal) throw refusal;
}

/** Whether the actor may make an offer for one organisation to another that did not ask. */
export const mayOffer = (organisationId: string, to: Addressee, actor: Actor, ctx: BrokeringContext): boolean =>
  whyNot({ kind: 'offer', organisationId }, to, actor, ctx) === null;
