import { z } from 'zod';
import { defineShapes, Paging, pageOf } from '../kernel/index.ts';
import { ClarificationBody, ClarificationView } from './case.schema.ts';
import { ExpressionDraftBody, ExpressionRevisionBody, ExpressionView } from './expression.schema.ts';
import { byId, byRef } from './keys.ts';
import { Message, MessageBody, MoveBody } from './parts.schema.ts';

const expressionMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byId, body: MoveBody, response: ExpressionView }) as const;
const clarificationMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byId, body: MoveBody, response: ClarificationView }) as const;

export const expressionsRoutes = defineShapes({
  askClarification: {
    summary: 'Ask about a published request, for everybody to read or in private',
    access: 'member',
    status: 201,
    params: byRef,
    body: ClarificationBody,
    response: ClarificationView,
  },
  answerClarification: clarificationMove('Answer what another organisation asked'),
  withdrawClarification: clarificationMove('Take the question back'),
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
  expressionMessages: {
    summary: 'What the two sides of it wrote, newest first',
    access: 'member',
    params: byId,
    query: z.object(Paging),
    response: pageOf(Message),
  },
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
});
