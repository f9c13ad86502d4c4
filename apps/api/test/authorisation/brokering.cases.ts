import { addDays } from '@baraza/domain/kernel';
import { at, on, proposal } from '../brokering.ts';
import { type CasesOf, plain } from './case.ts';
import { cities, cityId } from './people.ts';
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
  requestFacets: plain({ query: {} }),
  unmet: plain({}),
  promise: plain({ query: {} }),
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
  agreeRequest: [byRef('one proposed to be declined', (s) => s.proposedDecline())],
  sendBackRequest: [byRef('one proposed to be declined', (s) => s.proposedDecline())],
  appealRequest: [{ ...byRef('a declined one', (s) => s.declined(), { note: 'We said who.' }), ...secret }],
  upholdRequest: [{ ...byRef('an appealed one', (s) => s.appealed()), ...secret }],
  grantRequest: [{ ...byRef('an appealed one', (s) => s.appealed()), ...secret }],
  holdRequest: [
    {
      on: 'a published one',
      call: async (s) => {
        const until = addDays(s.house.clock.now(), 30).toISOString().slice(0, 10);
        return on(await s.published(), { reason: 'timing', until });
      },
    },
  ],
  resumeRequest: [byRef('one on hold', (s) => s.held())],
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

  referPartner: [
    {
      on: 'a published request',
      call: async (s) => ({
        params: { ref: (await s.published()).ref },
        body: { organisationId: cityId('other'), because: 'They did it, and wrote it down.', language },
      }),
    },
    {
      on: 'a draft request',
      call: async (s) => ({
        params: { ref: (await s.draft()).ref },
        body: { organisationId: cityId('other'), because: 'They did it, and wrote it down.', language },
      }),
      ...secret,
      spent: true,
    },
  ],

  markLines: [
    {
      on: 'a published one',
      call: async (s) => {
        const request = await s.published({ lines: [{ text: 'Two vans' }] });
        return on(request, { lines: request.lines.map(({ id }) => ({ id, state: 'covered' as const })) });
      },
    },
  ],
  handOver: [
    {
      on: 'a published one',
      call: async (s) => on(await s.published(), { to: s.people.lead_broker.id }),
    },
  ],
  writeNote: [
    { on: 'a published one', call: async (s) => ({ ...on(await s.published()), body: { text: 'Ask the bank.' } }) },
  ],
  raiseFlag: [
    {
      on: 'a published one',
      call: async (s) => ({
        ...on(await s.published()),
        body: { level: 'red' as const, category: 'other' as const, note: 'One supplier behind both.' },
      }),
    },
  ],
  changeFlag: [
    byId('a red one', (s) => s.flagged(), { level: 'risk' as const, note: 'Settled.' }),
    {
      ...byId('a red one, raised higher than it is', (s) => s.flagged(), { level: 'red' as const, note: 'x' }),
      spent: true,
    },
  ],
  alreadyThere: plain({ query: { q: 'delivery of produce' } }),
  tap: [{ on: 'a request to approve', call: async (s) => ({ params: { token: await s.tap() } }) }],
  pressTap: [{ on: 'a request to approve', call: async (s) => ({ params: { token: await s.tap() } }) }],

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
  sendMatch: [{ ...byId('pointed out by a member', (s) => s.referred()), ...secret }],
  setAsideMatch: [{ ...byId('pointed out by a member', (s) => s.referred(), { reason: 'no_fit' }), ...secret }],
  seeMatch: [{ ...readId('suggested', (s) => s.suggested()), ...secret }],
  notNowMatch: [{ ...byId('suggested', (s) => s.suggested(), { reason: 'months_3' }), ...secret }],
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
    {
      ...readRef('agreed, confidential', (s) => s.agreed({ confidential: true })),
      ...secret,
      knows: ['me_officer'],
    },
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
  finalisePartnership: [byRef('active', (s) => s.active())],
  suspendPartnership: [
    {
      on: 'active',
      call: async (s) => on(await s.active(), { reason: 'election', until: s.day(60) }),
    },
  ],
  resumePartnership: [byRef('suspended', (s) => s.suspended())],
  wakePartnership: [byRef('dormant', (s) => s.dormant())],
  closePartnership: [byRef('active', (s) => s.active(), { reason: 'completed' })],
  cancelPartnership: [byRef('agreed', (s) => s.agreed(), { reason: 'no_funding' })],
  planMilestone: [
    {
      on: 'active',
      call: async (s) => ({
        params: { ref: (await s.active()).ref },
        body: { title: 'Six lessons', due: s.day(60), ownerId: cityId('side'), language },
      }),
    },
  ],
  reachMilestone: [{ on: 'planned', call: async (s) => ({ params: { id: (await s.milestone()).id } }) }],
  dropMilestone: [{ on: 'planned', call: async (s) => ({ params: { id: (await s.milestone()).id } }) }],
  giveContribution: [
    { on: 'active', call: async (s) => ({ params: { ref: (await s.active()).ref }, body: s.contributionBody() }) },
  ],
  confirmContribution: [
    { on: 'given by the city', call: async (s) => ({ params: { id: (await s.contribution()).id } }) },
  ],

  answerCheckIn: [
    {
      on: 'one that is open',
      call: async (s) => ({ params: { id: (await s.checkIn()).id }, body: { going: 'yes' } }),
      ...secret,
    },
  ],
  settleCheckIn: [
    {
      on: 'one that the broker asks after',
      call: async (s) => ({ params: { id: (await s.checkIn(true)).id }, body: { version: 1, note: 'They go on.' } }),
      ...secret,
    },
  ],
  linkedCheckIn: [
    { on: 'by the link in the mail to the other city', call: async (s) => ({ params: await s.linked() }) },
  ],
  answerLinkedCheckIn: [
    {
      on: 'by the link in the mail to the other city',
      call: async (s) => ({ params: await s.linked(), body: { going: 'yes' } }),
    },
  ],

  meetForMatch: [
    {
      on: 'introduced',
      call: async (s) => ({ params: { id: (await s.match()).id }, body: s.meetingBody() }),
      ...secret,
    },
  ],
  meetForPartnership: [
    { on: 'active', call: async (s) => ({ params: { ref: (await s.active()).ref }, body: s.meetingBody() }) },
  ],
  counterMeeting: [
    {
      on: 'proposed',
      call: async (s) => {
        const { slots, timeZone } = s.meetingBody();
        return at(await s.meeting(), { slots, timeZone, delegate: 'Wang' });
      },
      ...secret,
    },
  ],
  acceptMeeting: [
    {
      on: 'proposed',
      call: async (s) => {
        const meeting = await s.meeting();
        return at(meeting, { slot: meeting.slots[0] as string, delegate: 'Wang' });
      },
      ...secret,
    },
  ],
  holdMeeting: [
    {
      on: 'that has taken place',
      call: async (s) =>
        at(await s.metMeeting(), {
          attendees: 'Ann\nWang',
          note: 'Two rounds become one.',
          next: 'Send the notes',
          nextOwnerId: cityId('side'),
          nextDue: s.day(10),
        }),
      ...secret,
    },
  ],
  noShowMeeting: [{ ...byId('that was to take place', (s) => s.metMeeting()), ...secret }],
  cancelMeeting: [{ ...byId('proposed', (s) => s.meeting(), { reason: 'timing' }), ...secret }],

  claimOutcome: [
    { on: 'active', call: async (s) => ({ params: { ref: (await s.active()).ref }, body: s.outcomeBody() }) },
  ],
  reportOutcome: [
    {
      on: 'claimed',
      call: async (s) => at(await s.outcome(), { value: 700, date: s.day(-1), evidence: 'The books' }),
      ...secret,
      knows: ['me_officer'],
    },
  ],
  countersignOutcome: [{ ...byId('claimed', (s) => s.outcome()), ...secret, knows: ['me_officer'] }],
  disputeOutcome: [
    { ...byId('claimed', (s) => s.outcome(), { note: 'Two markets only.' }), ...secret, knows: ['me_officer'] },
  ],
  settleOutcome: [
    { ...byId('disputed', (s) => s.disputed(), { note: 'All three, together.' }), ...secret, knows: ['me_officer'] },
  ],
  verifyOutcome: [byId('countersigned', (s) => s.countersigned())],
  withdrawOutcome: [
    { ...byId('claimed', (s) => s.outcome(), { reason: 'mistaken' }), ...secret, knows: ['me_officer'] },
  ],

  desk: plain({ query: {} }),
  deskCounts: plain({}),
  workload: plain({}),
  responsiveness: plain({ params: { slug: cities.own } }),
  mine: plain({}),
};
