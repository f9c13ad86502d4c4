import { at, on, proposal } from '../brokering.ts';
import { type CasesOf, plain } from './case.ts';
import { cityId } from './people.ts';
import type { Scene } from './scene.ts';

interface ByRef {
  readonly ref: string;
  readonly version: number;
}
interface ById {
  readonly id: string;
  readonly version: number;
}

const byRef = <Body extends object>(of: string, make: (scene: Scene) => Promise<ByRef>, body: Body = {} as Body) => ({
  on: of,
  call: async (scene: Scene) => on(await make(scene), body),
});
const byId = <Body extends object>(of: string, make: (scene: Scene) => Promise<ById>, body: Body = {} as Body) => ({
  on: of,
  call: async (scene: Scene) => at(await make(scene), body),
});
const readRef = (of: string, make: (scene: Scene) => Promise<{ ref: string }>) => ({
  on: of,
  call: async (scene: Scene) => ({ params: { ref: (await make(scene)).ref } }),
});
const readId = (of: string, make: (scene: Scene) => Promise<{ id: string }>) => ({
  on: of,
  call: async (scene: Scene) => ({ params: { id: (await make(scene)).id } }),
});
const secret = { secret: true } as const;
const language = 'en' as const;

export const brokering: CasesOf<'brokering'> = {
  requests: plain({ query: {} }),
  request: [
    { ...readRef('a draft', (s) => s.draft()), ...secret },
    { ...readRef('a submitted one', (s) => s.submitted()), ...secret },
    readRef('a published one', (s) => s.published()),
    readRef('a published one for members', (s) => s.published({ visibility: 'members' })),
    { ...readRef('a published one for brokers only', (s) => s.published({ visibility: 'brokers_only' })), ...secret },
  ],
  draftRequest: [
    { on: "for one's own organisation", call: async (s) => ({ body: s.content() }) },
    { on: 'for a city', call: async (s) => ({ body: s.content({ organisationId: cityId('own') }) }) },
    {
      on: 'for a city, and sent',
      call: async (s) => ({ body: s.content({ organisationId: cityId('own'), submit: true }) }),
    },
  ],
  reviseRequest: [
    { on: 'a draft', call: async (s) => on(await s.draft(), s.content({ title: 'Another title' })), ...secret },
    { on: 'one that needs information', call: async (s) => on(await s.asked(), s.content({ title: 'Another title' })) },
  ],
  submitRequest: [{ ...byRef('a draft', (s) => s.draft()), ...secret }],
  approveRequest: [
    {
      on: 'one a delegate submitted',
      call: async (s) => {
        const request = await s.submitted();
        await s.house.db('update request set approved_by = null where id = $1', [request.id]);
        return on(request);
      },
    },
  ],
  claimRequest: [byRef('a submitted one', (s) => s.submitted()), byRef("another's case", (s) => s.inReview())],
  releaseClaimRequest: [byRef('one in review', (s) => s.inReview())],
  askRequest: [byRef('one in review', (s) => s.inReview(), { note: 'How many?' })],
  answerRequest: [byRef('one that needs information', (s) => s.asked(), { note: 'Twenty.' })],
  publishRequest: [byRef('one in review', (s) => s.inReview())],
  declineRequest: [
    byRef('one in review', (s) => s.inReview(), { reason: 'incomplete', note: 'Say who brings the vans.' }),
  ],
  confirmRequest: [byRef('a published one', (s) => s.published())],
  reactivateRequest: [byRef('an expired one', (s) => s.expired())],
  carryOnRequest: [byRef('one in matching', (s) => s.matched())],
  keepOpenRequest: [byRef('one in partnering', (s) => s.partnered())],
  closeRequest: [
    byRef('a published one', (s) => s.published(), { reason: 'met_elsewhere' }),
    byRef('one without three suggestions', (s) => s.published(), { reason: 'no_match' }),
  ],
  withdrawRequest: [
    { ...byRef('a draft', (s) => s.draft()), ...secret },
    byRef('a published one', (s) => s.published(), { reason: 'priorities_changed' }),
  ],
  suggestPartner: [
    {
      on: 'a published one',
      call: async (s) => on(await s.published(), { organisationId: cityId('side'), because: 'They did it.' }),
    },
  ],

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

  match: [
    { ...readId('suggested', (s) => s.suggested()), ...secret },
    { ...readId('introduced', (s) => s.match()), ...secret },
  ],
  sayYesMatch: [{ ...byId('suggested', (s) => s.suggested()), ...secret }],
  sayNoMatch: [{ ...byId('suggested', (s) => s.suggested()), ...secret }],
  scopeMatch: [{ ...byId('introduced', (s) => s.match()), ...secret }],
  dropMatch: [{ ...byId('introduced', (s) => s.match(), { reason: 'no_fit' }), ...secret }],
  messages: [{ on: 'introduced', call: async (s) => ({ params: { id: (await s.match()).id }, query: {} }), ...secret }],
  writeMessage: [
    {
      on: 'introduced',
      call: async (s) => ({ params: { id: (await s.match()).id }, body: { text: 'Shall we meet?', language } }),
      ...secret,
    },
  ],

  partnerships: plain({ query: {} }),
  partnership: [
    { ...readRef('proposed', (s) => s.scoping()), ...secret },
    readRef('agreed', (s) => s.agreed()),
    { ...readRef('agreed, confidential', (s) => s.agreed({ confidential: true })), ...secret },
  ],
  proposePartnership: [{ on: 'introduced', call: async (s) => proposal(await s.match()), ...secret }],
  amendPartnership: [
    {
      on: 'proposed',
      call: async (s) => {
        const { ref, version, matchId } = await s.scoping();
        const { body } = proposal(await s.by('own').brokering.match({ params: { id: matchId ?? '' } }));
        return { params: { ref }, body: { ...body, version, title: 'Another title' } };
      },
      ...secret,
    },
  ],
  acceptPartnership: [{ ...byRef('proposed', (s) => s.scoping(), { name: 'My name' }), ...secret }],
  startPartnership: [byRef('agreed', (s) => s.agreed())],
  checkInPartnership: [byRef('active', (s) => s.active(), { note: 'It goes well.' })],
  closePartnership: [byRef('active', (s) => s.active(), { reason: 'completed' })],
  cancelPartnership: [byRef('agreed', (s) => s.agreed(), { reason: 'no_funding' })],

  desk: plain({ query: {} }),
  deskCounts: plain({}),
  mine: plain({}),
};
