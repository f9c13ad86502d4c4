import type { Reason } from '@baraza/domain/notifications';
import { type Notice, type Notices, nobody } from './notices.ts';
import type { Happened } from './writing.ts';

type Moved = Happened<'brokering.expression.moved'>;

const sender =
  (reason: Reason): Notice<Moved> =>
  (event, who) =>
    who.sides(reason, event, [event.data.organisationId]);
const bothSides =
  (reason: Reason): Notice<Moved> =>
  (event, who) =>
    who.sides(reason, event, [event.data.organisationId, event.data.requesterId]);

/** Who speaks for the sender is to confirm the yes; who wrote it without speaking for them is told of it. */
const accepted: Notice<Moved> = async (event, who) => {
  const { organisationId, expressionId } = event.data;
  const speakers = await who.recipients.speakers([organisationId], event.at);
  const authors = await who.stakes.authorOfExpression(expressionId);
  const bystanding = authors.filter((id) => !speakers.includes(id));
  return [
    ...who.members('brokering.confirmNeeded', event, speakers),
    ...who.members('brokering.expressionAccepted', event, bystanding),
  ];
};

/** The requester never saw a draft. */
const withdrawn: Notice<Moved> = async (event, who) =>
  event.data.from === 'draft' ? [] : who.sides('brokering.expressionWithdrawn', event, [event.data.requesterId]);

/** The requester is told of the request; a draft is its writer's alone. */
const ended: Notice<Moved> = async (event, who) => {
  const { from, expressionId } = event.data;
  return from === 'draft'
    ? who.members('brokering.ended', event, await who.stakes.authorOfExpression(expressionId))
    : sender('brokering.ended')(event, who);
};

export const expressionSent: Notice<Happened<'brokering.expression.sent'>> = (event, who) =>
  who.sides('brokering.expressionReceived', event, [event.data.requesterId]);

export const ofExpressions: Notices<Moved['data']['move'], Moved> = {
  // Told as sent.
  send: nobody,
  see: sender('brokering.expressionSeen'),
  // The question is a message, and told as one.
  discuss: nobody,
  accept: accepted,
  // Both are told that they are introduced.
  confirm: nobody,
  decline: sender('brokering.expressionDeclined'),
  withdraw: withdrawn,
  // A draft, and its writer was asked about it.
  discard: nobody,
  lapse: bothSides('brokering.lapsed'),
  endWithRequest: ended,
};

type Clarified = Happened<'brokering.clarification.moved'>;
const asker =
  (reason: Reason): Notice<Clarified> =>
  (event, who) =>
    who.sides(reason, event, [event.data.organisationId]);

export const clarificationAsked: Notice<Happened<'brokering.clarification.asked'>> = (event, who) =>
  who.sides('brokering.clarificationAsked', event, [event.data.requesterId]);

export const ofClarifications: Notices<Clarified['data']['move'], Clarified> = {
  answer: asker('brokering.clarificationAnswered'),
  // Nothing is to be answered any more.
  withdraw: nobody,
  lapse: asker('brokering.lapsed'),
  endWithRequest: asker('brokering.ended'),
};

/** To the others of the conversation; what was said stays in it. */
export const messageWritten: Notice<Happened<'brokering.message.written'>> = (event, who) => {
  const { organisationId, organisationIds } = event.data;
  return who.sides(
    'brokering.messageWritten',
    event,
    organisationIds.filter((id) => id !== organisationId),
  );
};
