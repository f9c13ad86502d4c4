import { addDays } from '@baraza/domain/kernel';
import { on } from '../brokering.ts';
import { byRef, readRef, secret } from './asked-about.ts';
import { type CasesOf, plain } from './case.ts';
import { cities, cityId } from './people.ts';

export const requestsCases = {
  requests: plain({ query: {} }),
  requestFacets: plain({ query: {} }),
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
  carryOnRequest: [byRef('one in matching', (s) => s.matched(), { note: 'They meet next week.' })],
  enoughRequest: [byRef('a published one', (s) => s.published(), { note: 'Nobody else runs such a service.' })],
  keepOpenRequest: [byRef('one in partnering', (s) => s.partnered())],
  closeRequest: [
    byRef('a published one', (s) => s.published(), { reason: 'met_elsewhere' }),
    byRef('one without three suggestions', (s) => s.published(), { reason: 'no_match' }),
  ],
  withdrawRequest: [
    { ...byRef('a draft', (s) => s.draft()), ...secret },
    byRef('a published one', (s) => s.published(), { reason: 'priorities_changed' }),
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
  alreadyThere: plain({ query: { q: 'delivery of produce' } }),
  offering: plain({ params: { slug: cities.own } }),
} satisfies Partial<CasesOf<'brokering'>>;
