import type { Reason } from '@baraza/domain/notifications';
import { all, type Notice, type Notices, nobody } from './notices.ts';
import type { Happened } from './writing.ts';

type Moved = Happened<'brokering.request.moved'>;

const own =
  (reason: Reason): Notice<Moved> =>
  (event, who) =>
    who.sides(reason, event, [event.data.organisationId]);

/** What is owed now, and by when. */
const ownWithStep =
  (reason: Reason): Notice<Moved> =>
  async (event, who) => {
    const { subject, organisationId } = event.data;
    return who.sides(reason, event, [organisationId], { args: await who.stakes.stepOn(subject) });
  };

const desk: Notice<Moved> = (event, who) => who.desk('brokering.reviewNeeded', event);
const reviewer: Notice<Moved> = (event, who) => who.broker('brokering.reviewNeeded', event);

/** Whose turn it is once it was sent: until a focal point stands behind it no broker can take it. */
const submitted: Notice<Moved> = async (event, who) => {
  const { requestId, organisationId } = event.data;
  if (await who.stakes.isApproved(requestId)) return who.desk('brokering.reviewNeeded', event);
  return who.focalPoints('brokering.approvalNeeded', event, [organisationId]);
};

/** Who has the case, and by when something comes of it. A lease that is renewed is no news. */
const claimed: Notice<Moved> = async (event, who) => {
  const { from, subject, organisationId, brokerId } = event.data;
  if (from !== 'submitted' || brokerId === null) return [];
  const args = { ...(await who.stakes.stepOn(subject)), by: brokerId };
  return who.sides('brokering.claimed', event, [organisationId], { args });
};

const leads: Notice<Moved> = async (event, who) =>
  who.members('brokering.reviewNeeded', event, await who.impartial(['lead_broker'], event));

/** The lead brokers who had no hand in declining it. */
const judges: Notice<Moved> = async (event, who) => {
  const decliners = await who.stakes.declinersOf(event.data.requestId);
  const able = await who.impartial(['lead_broker'], event);
  return who.members(
    'brokering.reviewNeeded',
    event,
    able.filter((id) => !decliners.includes(id)),
  );
};

const searchers: Notice<Moved> = async (event, who) =>
  who.members('brokering.matching', event, await who.stakes.searchersOf(event.data.requestId));

/** Whoever waits for something on it; and its own side, unless they said so themselves. */
const waiting =
  (reason: Reason): Notice<Moved> =>
  async (event, who) => {
    const { requestId, organisationId } = event.data;
    const owners = await who.others(event, [organisationId]);
    return who.sides(reason, event, [...(await who.stakes.waitingOn(requestId)), ...owners]);
  };

/** Why nobody answered it is the desk's to write down. */
const unanswered: Notice<Moved> = (event, who) => who.broker('brokering.reasonWanted', event);

/** What waits on it ends with it, and says so itself; work that goes on has lost what it began with. */
const worked: Notice<Moved> = async (event, who) => {
  const writings = [];
  for (const { kind, id, organisationIds } of await who.stakes.workedOn(event.data.requestId))
    writings.push(...(await who.sides('brokering.requestEnded', event, organisationIds, { about: { kind, id } })));
  return writings;
};

/** Beside its own side everybody in its lineage, and those whose question about it was answered: of what is closed they may still read. */
const closed: Notice<Moved> = async (event, who) => {
  const asked = await who.recipients.speakers(await who.stakes.askersOf(event.data.requestId), event.at);
  const wrote = await who.stakes.authorsAround(event.data.requestId);
  const owners = await who.recipients.speakers([event.data.organisationId], event.at);
  const others = [...asked, ...wrote].filter((id) => !owners.includes(id));
  return [
    ...who.members('brokering.ended', event, owners),
    ...(await worked(event, who)),
    ...who.members('brokering.followedEnded', event, others),
  ];
};

/** A partnership that was signed while the request stood still: the others' time runs again. */
const afterHold: Notice<Moved> = async (event, who) =>
  event.data.from === 'on_hold' ? waiting('brokering.goesOn')(event, who) : [];

export const ofRequests: Notices<Moved['data']['move'], Moved> = {
  submit: submitted,
  approve: desk,
  claim: claimed,
  releaseClaim: desk,
  ask: own('brokering.questionAsked'),
  answer: reviewer,
  sendBack: reviewer,
  park: own('brokering.parked'),
  publish: all(own('brokering.published'), searchers),
  decline: own('brokering.declined'),
  proposePublish: desk,
  proposeDecline: leads,
  // Told as what it amounts to: published or declined.
  agree: nobody,
  appeal: judges,
  // The decline said until when it can be appealed.
  endDecline: nobody,
  uphold: own('brokering.appealDecided'),
  grant: own('brokering.appealDecided'),
  // The judges had their time: it is read as if it had just come in.
  readAnew: all(desk, own('brokering.appealDecided')),
  // It stays as it was, and whoever said so knows.
  confirm: nobody,
  // The desk's own judgement of its own list.
  enough: nobody,
  expire: all(ownWithStep('brokering.expired'), unanswered),
  // Its owner opens it again; nobody was told that it had gone.
  reactivate: nobody,
  // The two sides are told that they are introduced.
  startMatching: nobody,
  startPartnering: all(ownWithStep('brokering.partnerFound'), afterHold),
  // Its owner goes on as before.
  carryOn: nobody,
  keepOpen: nobody,
  // What was dropped is told to those who were in it.
  resumeSearch: nobody,
  hold: waiting('brokering.onHold'),
  resume: waiting('brokering.goesOn'),
  resumeMatching: waiting('brokering.goesOn'),
  resumePartnering: waiting('brokering.goesOn'),
  close: closed,
  fulfil: closed,
  lapse: closed,
  // Others than its counterparts see no more of it (invariant I9).
  withdraw: all(own('brokering.ended'), worked),
  // A draft, and its writer was asked about it.
  archive: nobody,
};
