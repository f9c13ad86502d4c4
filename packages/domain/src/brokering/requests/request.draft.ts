import { type Actor, belongsTo, Refusal } from '../../kernel/index.ts';
import { type BrokeringContext, begun } from '../subject.ts';
import { requestClock } from './request.clock.ts';
import { refuseWithoutCluster } from './request.content.ts';
import type { RequestHappening } from './request.events.ts';
import type {
  ContactPolicy,
  NeedLine,
  RequestContent,
  RequestFacts,
  RequestKind,
  Visibility,
} from './request.facts.ts';
import { requestMachine } from './request.machine.ts';
import { type Addressee, refuseUnlessMayOffer } from './request.offer.ts';

export interface RequestDraft extends Partial<RequestContent> {
  readonly id: string;
  readonly kind: RequestKind;
  readonly organisationId: string;
  readonly clusterId?: string | null;
  readonly visibility?: Visibility;
  readonly lines?: readonly NeedLine[];
  readonly contactPolicy?: ContactPolicy;
  readonly offerTo?: Addressee | null;
}

/** Anybody of the organisation may write one down; sending it takes a delegate, and so does addressing it. */
export function draftRequest({ offerTo, ...draft }: RequestDraft, actor: Actor, now: Date, ctx: BrokeringContext) {
  if (actor.id === null || !belongsTo(actor, draft.organisationId))
    throw new Refusal('not-permitted', 'brokering.refuse.notOfThisOrganisation');
  if (offerTo) refuseUnlessMayOffer(draft, offerTo, actor, ctx);
  const request: RequestFacts = {
    title: null,
    context: null,
    wantedResult: null,
    whatWeBring: null,
    modalities: [],
    themes: [],
    window: null,
    clusterId: null,
    visibility: 'public',
    lines: [],
    contactPolicy: 'after_mutual_yes',
    ...draft,
    ...begun(now),
    state: requestMachine.initial,
    authorId: actor.id,
    approvedBy: null,
    claimedBy: null,
    leaseUntil: null,
    reviewLeft: null,
    clarifications: [],
    submittedAt: null,
    publishedAt: null,
    expiresAt: null,
    lastConfirmedAt: null,
    suggestions: 0,
    enough: null,
    partnered: false,
    nextDueAt: null,
    heldFrom: null,
    heldUntil: null,
    holds: [],
    proposal: null,
    decline: null,
    appeal: null,
    safeguard: null,
    // Whom it is addressed to is a party from the first word, though they read none of it before it is let through.
    counterpartIds: offerTo ? [offerTo.organisationId] : [],
    addressedTo: offerTo?.organisationId ?? null,
  };
  refuseWithoutCluster(request);
  const data = { requestId: request.id, organisationId: request.organisationId, kind: request.kind };
  const happening: RequestHappening = { name: 'brokering.request.drafted', stream: `request:${request.id}`, data };
  return { request, happening, deadline: requestClock.deadlineOf(request, now, ctx) };
}
