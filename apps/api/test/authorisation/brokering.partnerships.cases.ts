import { at, on, proposal } from '../brokering.ts';
import { byId, byRef, language, readRef, secret } from './asked-about.ts';
import { type CasesOf, plain } from './case.ts';
import { cityId } from './people.ts';

export const partnershipsCases = {
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
  replanMilestone: [
    {
      on: 'planned',
      call: async (s) => ({ params: { id: (await s.milestone()).id }, body: { due: s.day(90) } }),
    },
  ],
  giveContribution: [
    { on: 'active', call: async (s) => ({ params: { ref: (await s.active()).ref }, body: s.contributionBody() }) },
  ],
  confirmContribution: [
    { on: 'given by the city', call: async (s) => ({ params: { id: (await s.contribution()).id } }) },
  ],
  withdrawContribution: [
    {
      on: 'given by the city',
      call: async (s) => ({
        params: { id: (await s.contribution()).id },
        body: { version: 1, reason: 'mistaken' },
      }),
    },
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
  recordMeetingForMatch: [
    {
      on: 'introduced',
      call: async (s) => ({ params: { id: (await s.match()).id }, body: s.meetingReport() }),
      ...secret,
    },
  ],
  recordMeetingForPartnership: [
    { on: 'active', call: async (s) => ({ params: { ref: (await s.active()).ref }, body: s.meetingReport() }) },
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
      call: async (s) => at(await s.metMeeting(), s.meetingResult()),
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
} satisfies Partial<CasesOf<'brokering'>>;
