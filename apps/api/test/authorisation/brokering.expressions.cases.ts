import { at, on } from '../brokering.ts';
import { byId, language, readId, secret } from './asked-about.ts';
import { type CasesOf } from './case.ts';
import { cityId } from './people.ts';

export const expressionsCases = {
  askClarification: [
    {
      on: 'a published one',
      call: async (s) => ({ ...on(await s.published()), body: { question: 'How many?', open: true, language } }),
    },
    {
      on: 'a draft',
      call: async (s) => ({ ...on(await s.draft()), body: { question: 'How many?', open: true, language } }),
      ...secret,
      spent: true,
    },
  ],
  answerClarification: [{ ...byId('asked in private', (s) => s.clarification(), { note: 'Twenty.' }), ...secret }],
  withdrawClarification: [{ ...byId('asked in private', (s) => s.clarification()), ...secret }],
  expressions: [
    {
      on: 'a published one',
      call: async (s) => {
        const { request } = await s.expression();
        return { params: { ref: request.ref }, query: {} };
      },
    },
  ],
  expression: [
    { ...readId('not sent yet', (s) => s.expression(false)), ...secret },
    { ...readId('sent', (s) => s.expression()), ...secret },
  ],
  draftExpression: [
    {
      on: 'a published request',
      call: async (s) => ({ params: { ref: (await s.published()).ref }, body: { message: 'We did it.', language } }),
    },
    {
      on: 'a published request, sent for a city',
      call: async (s) => ({
        params: { ref: (await s.published()).ref },
        body: { organisationId: cityId('side'), message: 'We did it.', language, send: true },
      }),
    },
    {
      on: 'a draft request',
      call: async (s) => ({ params: { ref: (await s.draft()).ref }, body: { message: 'We did it.', language } }),
      ...secret,
      spent: true,
    },
  ],
  reviseExpression: [{ ...byId('not sent yet', (s) => s.expression(false), { message: 'Anew.' }), ...secret }],
  sendExpression: [{ ...byId('not sent yet', (s) => s.expression(false)), ...secret }],
  seeExpression: [{ ...readId('sent', (s) => s.expression()), ...secret }],
  discussExpression: [{ ...byId('sent', (s) => s.expression(), { note: 'How much is it?' }), ...secret }],
  expressionMessages: [
    {
      on: 'not sent yet',
      call: async (s) => ({ params: { id: (await s.expression(false)).id }, query: {} }),
      ...secret,
    },
    { on: 'sent', call: async (s) => ({ params: { id: (await s.expression()).id }, query: {} }), ...secret },
  ],
  replyExpression: [
    {
      on: 'in dialogue',
      call: async (s) => {
        const sent = await s.expression();
        await s.by('own').brokering.discussExpression(at(sent, { note: 'How much is it?' }));
        return { params: { id: sent.id }, body: { text: 'Nothing.', language } };
      },
      ...secret,
    },
  ],
  acceptExpression: [{ ...byId('sent', (s) => s.expression()), ...secret }],
  confirmExpression: [{ ...byId('accepted', (s) => s.accepted()), ...secret }],
  declineExpression: [{ ...byId('sent', (s) => s.expression(), { note: 'Another was nearer.' }), ...secret }],
  withdrawExpression: [{ ...byId('sent', (s) => s.expression()), ...secret }],
} satisfies Partial<CasesOf<'brokering'>>;
