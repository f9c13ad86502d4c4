import { z } from 'zod';
import { defineRoutes, Id, Paging, pageOf } from '../kernel/index.ts';
import { brokeringEndpoints } from './brokering.endpoints.ts';
import { DeskCounts, DeskFilter, DeskPage, Mine } from './desk.schema.ts';
import { ExpressionDraftBody, ExpressionRevisionBody, ExpressionView } from './expression.schema.ts';
import { MatchView, SuggestionBody } from './match.schema.ts';
import {
  PartnershipAmendment,
  PartnershipCard,
  PartnershipFilter,
  PartnershipProposal,
  PartnershipView,
  Signature,
} from './partnership.schema.ts';
import { Message, MessageBody, MoveBody } from './parts.schema.ts';
import { RequestCard, RequestDraftBody, RequestFilter, RequestRevisionBody, RequestView } from './request.schema.ts';

const byRef = z.object({ ref: z.string().max(20) });
const byId = z.object({ id: Id });
const desk = ['broker', 'lead_broker'] as const;

const requestMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byRef, body: MoveBody, response: RequestView }) as const;
const expressionMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byId, body: MoveBody, response: ExpressionView }) as const;
const matchMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byId, body: MoveBody, response: MatchView }) as const;
const partnershipMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byRef, body: MoveBody, response: PartnershipView }) as const;

export const brokering = defineRoutes('brokering', brokeringEndpoints, {
  requests: {
    summary: 'Published requests the reader may see, newest first',
    access: 'anyone',
    query: RequestFilter,
    response: pageOf(RequestCard),
  },
  request: { summary: 'One request', access: 'anyone', params: byRef, response: RequestView },
  draftRequest: {
    summary: 'Write down a need, an offer or an exchange',
    access: 'member',
    status: 201,
    body: RequestDraftBody,
    response: RequestView,
  },
  reviseRequest: {
    summary: 'Write it anew: what is left out is emptied',
    access: 'member',
    params: byRef,
    body: RequestRevisionBody,
    response: RequestView,
  },
  submitRequest: requestMove('Send it to the desk; a focal point thereby stands behind it'),
  approveRequest: requestMove('Stand behind what a delegate submitted'),
  claimRequest: requestMove('Take the case, or keep it a while longer'),
  releaseClaimRequest: requestMove('Give the case back'),
  askRequest: requestMove('Ask the requester a question before deciding'),
  answerRequest: requestMove("Answer the broker's question"),
  publishRequest: requestMove('Open it to answers'),
  declineRequest: requestMove('Decline it, with a reason and what would make it acceptable'),
  confirmRequest: requestMove('Say that it still stands'),
  reactivateRequest: requestMove('Open an expired one again'),
  carryOnRequest: requestMove('Say that the search goes on although it is quiet'),
  keepOpenRequest: requestMove('Keep the rest of it open after a partnership'),
  closeRequest: requestMove('Close it, with the reason'),
  withdrawRequest: requestMove('Take it back'),
  suggestPartner: {
    summary: 'Suggest an organisation to the requester, and the requester to it',
    access: desk,
    params: byRef,
    body: SuggestionBody,
    response: MatchView,
  },

  expressions: {
    summary: 'The expressions of interest in a request that the reader may see, newest first',
    access: 'member',
    params: byRef,
    query: z.object(Paging),
    response: pageOf(ExpressionView),
  },
  expression: { summary: 'One expression of interest', access: 'member', params: byId, response: ExpressionView },
  draftExpression: {
    summary: 'Answer a request',
    access: 'member',
    status: 201,
    params: byRef,
    body: ExpressionDraftBody,
    response: ExpressionView,
  },
  reviseExpression: {
    summary: 'Write it anew before it is sent',
    access: 'member',
    params: byId,
    body: ExpressionRevisionBody,
    response: ExpressionView,
  },
  sendExpression: expressionMove('Send it to the requester'),
  seeExpression: {
    summary: 'Say that the requester has read it; nothing happens when they had',
    access: 'member',
    params: byId,
    response: ExpressionView,
  },
  discussExpression: expressionMove('Ask the sender about it'),
  replyExpression: {
    summary: 'Write to the other side of it',
    access: 'member',
    params: byId,
    body: MessageBody,
    response: ExpressionView,
  },
  acceptExpression: expressionMove('Say yes for the requester'),
  confirmExpression: expressionMove('Say yes for the sender: contacts open to both'),
  declineExpression: expressionMove('Decline it, with a reason or some words'),
  withdrawExpression: expressionMove('Take it back'),

  match: {
    summary: 'A match, with contacts once open and its private room',
    access: 'member',
    params: byId,
    response: MatchView,
  },
  sayYesMatch: matchMove('Say yes to a suggestion; the last yes introduces'),
  sayNoMatch: matchMove('Say no to a suggestion; the other side reads that it was not pursued'),
  scopeMatch: matchMove('Begin to work out what to do together'),
  dropMatch: matchMove('Let it go, with the reason'),
  messages: {
    summary: 'The private room of those introduced, newest first',
    access: 'member',
    params: byId,
    query: z.object(Paging),
    response: pageOf(Message),
  },
  writeMessage: {
    summary: 'Write into the private room',
    access: 'member',
    status: 201,
    params: byId,
    body: MessageBody,
    response: Message,
  },

  partnerships: {
    summary: 'Partnerships the reader may see, newest first',
    access: 'anyone',
    query: PartnershipFilter,
    response: pageOf(PartnershipCard),
  },
  partnership: { summary: 'One partnership', access: 'anyone', params: byRef, response: PartnershipView },
  proposePartnership: {
    summary: 'Put what was found together into words, for every party to accept',
    access: 'member',
    status: 201,
    params: byId,
    body: PartnershipProposal,
    response: PartnershipView,
  },
  amendPartnership: {
    summary: 'Change the words; everybody is asked again',
    access: 'member',
    params: byRef,
    body: PartnershipAmendment,
    response: PartnershipView,
  },
  acceptPartnership: {
    summary: 'Sign for a party as its focal point; the last signature agrees it',
    access: 'member',
    params: byRef,
    body: Signature,
    response: PartnershipView,
  },
  startPartnership: partnershipMove('Say that work has begun'),
  checkInPartnership: partnershipMove('Say how it goes'),
  closePartnership: partnershipMove('Close it, with the reason'),
  cancelPartnership: partnershipMove('Give it up, with the reason'),

  desk: {
    summary: "The brokers' queue, most urgent first; cases of the reader's own organisations are left out",
    access: desk,
    query: DeskFilter,
    response: DeskPage,
  },
  deskCounts: { summary: 'How many cases stand in each view of the desk', access: desk, response: DeskCounts },
  mine: {
    summary: 'What waits for the reader and theirs, and what they have under way',
    access: 'member',
    response: Mine,
  },
});
