import {
  type Actor,
  allOf,
  anyOf,
  anyone,
  belongsTo,
  can,
  isMember,
  members,
  not,
  type Policy,
  type Rule,
  theSystem,
} from '../../kernel/index.ts';
import { actsForThe, brokers, focalPointOfThe, impartialBroker, inState, isAuthor, nobody } from '../rules.ts';
import { partiesOfRequest, type RequestFacts, type Visibility } from './request.facts.ts';
import { isAnswerable, type RequestMove, type RequestState } from './request.machine.ts';

const delegate = actsForThe<RequestFacts>((request) => request.organisationId);
const focalPoint = focalPointOfThe<RequestFacts>((request) => request.organisationId);
const ownSide = anyOf<RequestFacts>(delegate, isAuthor);
const colleague: Rule<RequestFacts> = (actor, { organisationId }) => belongsTo(actor, organisationId);
const broker = impartialBroker<RequestFacts>(partiesOfRequest);
const leadBroker: Rule<RequestFacts> = (actor, request) =>
  broker(actor, request) && actor.roles.includes('lead_broker');
const holdsCase = allOf<RequestFacts>(broker, (actor, request) => actor.id === request.claimedBy);
const proposer: Rule<RequestFacts> = (actor, { proposal }) => proposal !== null && proposal.by === actor.id;
/** The second of two: another broker to publish, a lead broker to decline. */
const second = allOf<RequestFacts>(broker, not(proposer), (actor, { proposal }) =>
  proposal?.move === 'decline' ? actor.roles.includes('lead_broker') : proposal !== null,
);
/** Nobody judges an appeal against their own decision. */
const judge = allOf<RequestFacts>(leadBroker, (actor, { decline }) => !decline?.by.includes(actor.id ?? ''));
const counterpart: Rule<RequestFacts> = (actor, request) => request.counterpartIds.some((id) => belongsTo(actor, id));

const audience: Record<Visibility, Rule<RequestFacts>> = {
  public: anyone,
  members,
  cluster: (actor, { clusterId }) => isMember(actor) && clusterId !== null && actor.clusterIds.includes(clusterId),
  brokers_only: () => false,
};
const itsAudience: Rule<RequestFacts> = (actor, request) => audience[request.visibility](actor, request);

const wasSubmitted: Rule<RequestFacts> = (_, { submittedAt }) => submittedAt !== null;
const atTheDesk = anyOf<RequestFacts>(ownSide, brokers);
const outside = anyOf<RequestFacts>(atTheDesk, counterpart, itsAudience);
const viewers: Record<RequestState, Rule<RequestFacts>> = {
  draft: ownSide,
  submitted: atTheDesk,
  in_review: atTheDesk,
  needs_info: atTheDesk,
  declined: atTheDesk,
  appealed: atTheDesk,
  rejected: atTheDesk,
  // A draft thrown away was never anybody else's business.
  withdrawn: anyOf(ownSide, allOf(brokers, wasSubmitted)),
  published: outside,
  in_matching: outside,
  in_partnering: outside,
  on_hold: outside,
  expired: outside,
  closed: outside,
};

export const requestPolicy: Policy<'view' | RequestMove, RequestFacts> = {
  view: (actor, request) => viewers[request.state](actor, request),
  submit: delegate,
  approve: focalPoint,
  claim: anyOf(
    allOf(broker, (actor, { claimedBy }) => claimedBy === null || claimedBy === actor.id),
    allOf(leadBroker, inState('submitted')),
  ),
  releaseClaim: anyOf(theSystem, holdsCase),
  ask: holdsCase,
  answer: delegate,
  park: theSystem,
  publish: anyOf(holdsCase, leadBroker),
  decline: anyOf(holdsCase, leadBroker),
  proposePublish: nobody,
  proposeDecline: nobody,
  agree: second,
  sendBack: anyOf(theSystem, allOf(broker, proposer), second),
  appeal: focalPoint,
  endDecline: theSystem,
  uphold: judge,
  grant: judge,
  readAnew: theSystem,
  hold: anyOf(delegate, broker),
  resume: anyOf(theSystem, delegate, broker),
  resumeMatching: nobody,
  resumePartnering: nobody,
  confirm: delegate,
  enough: broker,
  expire: theSystem,
  reactivate: delegate,
  startMatching: theSystem,
  startPartnering: theSystem,
  carryOn: anyOf(delegate, broker),
  keepOpen: delegate,
  resumeSearch: theSystem,
  close: anyOf(focalPoint, broker),
  fulfil: theSystem,
  lapse: theSystem,
  withdraw: anyOf(focalPoint, allOf(ownSide, inState('draft'))),
  archive: theSystem,
};

export const isImpartialBroker = broker;
export const isImpartialLead = leadBroker;

/** May point out a partner: not to themself, and a broker suggests instead. */
export const mayRefer = (actor: Actor, request: RequestFacts): boolean =>
  isMember(actor) && isAnswerable(request) && !anyOf(colleague, broker)(actor, request);

/** May close without three suggestions on record: a lead broker with no stake in it. */
export const mayWaiveEffort = (actor: Actor, request: RequestFacts): boolean => leadBroker(actor, request);

export const canViewRequest = (actor: Actor, request: RequestFacts): boolean =>
  can(requestPolicy, actor, 'view', request);
