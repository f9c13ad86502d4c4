import {
  type BrokeringContext,
  brokeringTerms,
  type CheckInFacts,
  type ContributionFacts,
  claimOutcome,
  draftExpression,
  draftRequest,
  type ExpressionFacts,
  giveContribution,
  introduce,
  type MatchFacts,
  type MeetingFacts,
  type MilestoneFacts,
  type MoveInput,
  makeRequestMove,
  type OutcomeFacts,
  type PartnershipFacts,
  planCheckIn,
  planMilestone,
  proposeMeeting,
  proposePartnership,
  type RequestFacts,
  type RequestMove,
  suggest,
  suggestRing,
} from '../src/brokering/index.ts';
import {
  type Actor,
  type AffiliationRole,
  addDays,
  calendarOf,
  type Role,
  system,
  visitor,
} from '../src/kernel/index.ts';
import { written } from '../src/translation/index.ts';

/** Tuesday 17 February 2026, 09:00 in Cotonou: the day Benin's request was drafted. */
export const start = new Date('2026-02-17T08:00:00Z');

const calendars = {
  benin: calendarOf('BJ', 'Africa/Porto-Novo'),
  zhalantun: calendarOf('CN', 'Asia/Shanghai'),
  kenya: calendarOf('KE', 'Africa/Nairobi'),
  cairo: calendarOf('EG', 'Africa/Cairo'),
};
export type City = keyof typeof calendars;

export const ctx: BrokeringContext = {
  calendarOf: (id) => calendars[id as City] ?? calendarOf(null, 'UTC'),
  desk: calendarOf('US', 'America/New_York'),
  terms: brokeringTerms,
  verifiedSince: (id) => (id in calendars ? new Date('2025-06-01T00:00:00Z') : null),
  hasFocalPoint: (id) => id in calendars,
};

const person = (id: string, at: readonly (readonly [City, AffiliationRole])[] = [], ...roles: Role[]): Actor => ({
  ...visitor,
  kind: 'member',
  id,
  roles: ['member', ...roles],
  affiliations: at.map(([organisationId, role]) => ({ organisationId, role })),
  actingFor: at[0]?.[0] ?? null,
});

export const people = {
  author: person('afi', [['benin', 'staff']]),
  delegate: person('bola', [['benin', 'delegate']]),
  focal: person('codjo', [['benin', 'focal_point']]),
  otherDelegate: person('chen', [['zhalantun', 'delegate']]),
  otherFocal: person('dai', [['zhalantun', 'focal_point']]),
  rival: person('kamau', [['kenya', 'focal_point']]),
  broker: person('uma', [], 'broker'),
  otherBroker: person('vera', [], 'broker'),
  lead: person('lena', [], 'lead_broker'),
  otherLead: person('leo', [], 'lead_broker'),
  ownBroker: person('bio', [['benin', 'staff']], 'broker', 'lead_broker'),
  otherOwnBroker: person('zhao', [['zhalantun', 'expert']], 'broker', 'lead_broker'),
  bothSides: person('pat', [
    ['benin', 'focal_point'],
    ['zhalantun', 'focal_point'],
  ]),
  officer: person('mia', [], 'me_officer'),
  ownOfficer: person('max', [['benin', 'staff']], 'me_officer'),
  member: person('mo'),
  visitor,
  system,
} satisfies Record<string, Actor>;
export type Person = keyof typeof people;

export const said = (text: string) => written('fr', text);

export const content = {
  title: said('Accompagnement pour la livraison de produits frais'),
  context: said('Le coût des tournées reste élevé.'),
  wantedResult: said('Un groupe pilote de producteurs livre à frais partagés.'),
  whatWeBring: said('Accès aux groupes de producteurs.'),
  modalities: ['peer_exchange', 'training'],
  themes: ['logistics'],
  window: { start: '2026-05-01', end: '2027-01-31' },
} as const;

export const aRequest = (change: Partial<RequestFacts> = {}): RequestFacts => ({
  ...draftRequest(
    { ...content, id: 'r1', kind: 'need', organisationId: 'benin', clusterId: 'rural' },
    people.author,
    start,
    ctx,
  ).request,
  ...change,
});

/** A request that has come as far as the state, by the road it would have taken. */
export const inState = (state: RequestFacts['state'], change: Partial<RequestFacts> = {}): RequestFacts => {
  const asked: MoveInput = { note: said('Combien de producteurs ?') };
  const refused: MoveInput = { reason: 'duplicate', note: said('Rejoindre la demande existante.') };
  const held: MoveInput = { reason: 'no_funding', until: addDays(start, 60) };
  const reviewed = [
    ['submit', 'focal'],
    ['claim', 'broker'],
  ] as const;
  const published = [...reviewed, ['publish', 'broker']] as const;
  const declined = [...reviewed, ['decline', 'broker', refused], ['agree', 'lead']] as const;
  const appealed = [...declined, ['appeal', 'focal', { note: said('Ce n’est pas la même demande.') }]] as const;
  const roads: Record<RequestFacts['state'], readonly (readonly [RequestMove, Person, MoveInput?])[]> = {
    draft: [],
    submitted: [['submit', 'focal']],
    in_review: reviewed,
    needs_info: [...reviewed, ['ask', 'broker', asked]],
    published,
    in_matching: [...published, ['startMatching', 'system']],
    in_partnering: [...published, ['startPartnering', 'system']],
    expired: published,
    closed: [...published, ['close', 'focal', { reason: 'met_elsewhere' }]],
    on_hold: [...published, ['hold', 'focal', held]],
    declined,
    appealed,
    rejected: [...appealed, ['uphold', 'otherLead']],
    withdrawn: [['withdraw', 'focal']],
  };
  let request = aRequest();
  for (const [move, who, input] of roads[state])
    request = { ...request, ...makeRequestMove(request, move, input ?? {}, people[who], start, ctx).change };
  if (state === 'expired')
    request = {
      ...request,
      ...makeRequestMove(request, 'expire', {}, system, request.expiresAt ?? start, ctx).change,
    };
  return { ...request, ...change };
};

export const anExpression = (
  change: Partial<ExpressionFacts> = {},
  request = inState('published', { suggestions: 1, counterpartIds: ['zhalantun', 'kenya'] }),
): ExpressionFacts => ({
  ...draftExpression(
    request,
    { id: 'e1', organisationId: 'zhalantun', message: written('zh', '分享一百三十个村级服务站的经验') },
    false,
    people.otherDelegate,
    start,
    ctx,
  ).expression,
  ...change,
});

export const aMatch = (change: Partial<MatchFacts> = {}): MatchFacts => ({
  ...introduce(anExpression({ state: 'confirmed' }), 'm1', start, ctx).match,
  ...change,
});

export const free = { open: 0, refusedAt: null } as const;

/** What the other two of a ring ask: Benin has what Kenya asks, Zha Lan Tun what Benin asks, Kenya what Zha Lan Tun asks. */
export const asksOf = (city: City, change: Partial<RequestFacts> = {}): RequestFacts =>
  inState('published', { id: `r-${city}`, organisationId: city, ...change });

export const aRing = (change: Partial<MatchFacts> = {}): MatchFacts => ({
  ...suggestRing(
    inState('published'),
    { id: 'm3', others: [asksOf('zhalantun'), asksOf('kenya')], standing: free, taken: false },
    people.broker,
    start,
    ctx,
  ).match,
  ...change,
});

/** Benin asks, Zha Lan Tun knows, Kenya pays. */
export const aTriangle = (change: Partial<MatchFacts> = {}): MatchFacts => ({
  ...suggest(
    inState('published'),
    {
      id: 'm5',
      organisationId: 'zhalantun',
      origin: 'broker',
      standing: free,
      companions: [{ organisationId: 'kenya', part: 'triangular_funder' }],
    },
    people.broker,
    start,
    ctx,
  ).match,
  ...change,
});

export const aPartnership = (change: Partial<PartnershipFacts> = {}): PartnershipFacts => ({
  ...proposePartnership(
    aMatch(),
    {
      id: 'p1',
      parties: [
        { organisationId: 'benin', role: 'requester' },
        { organisationId: 'zhalantun', role: 'provider' },
      ],
    },
    people.delegate,
    start,
    ctx,
  ).partnership,
  ...change,
});

/** Agreed and under way since the start. */
export const anActivePartnership = (change: Partial<PartnershipFacts> = {}): PartnershipFacts =>
  aPartnership({ state: 'active', agreedAt: start, activeSince: start, rhythmSince: start, ...change });

/** The second check-in, after one that Benin missed. */
export const aCheckIn = (change: Partial<CheckInFacts> = {}): CheckInFacts => {
  const { checkIn } = planCheckIn(
    anActivePartnership(),
    { id: 'c1', kind: 'regular', opensAt: addDays(start, 3) },
    null,
    start,
    ctx,
  );
  const sides = checkIn.sides.map((side) => ({ ...side, missedBefore: side.organisationId === 'benin' ? 1 : 0 }));
  return { ...checkIn, sides, ...change };
};

export const slots = [3, 4, 5].map((days) => addDays(start, days));
export const aMeeting = (change: Partial<MeetingFacts> = {}): MeetingFacts => ({
  ...proposeMeeting(
    { match: aMatch() },
    { id: 'n1', topic: said('Première leçon'), place: null, minutes: 60, slots, delegate: 'Bola' },
    people.delegate,
    start,
    ctx,
  ).meeting,
  ...change,
});

/** Benin and Zha Lan Tun agreed on it; it is Zha Lan Tun's. */
export const aMilestone = (change: Partial<MilestoneFacts> = {}): MilestoneFacts => ({
  ...planMilestone(
    anActivePartnership(),
    { id: 'ms1', title: said('Six leçons'), due: '2026-05-31', ownerId: 'zhalantun' },
    people.delegate,
    start,
    ctx,
  ).milestone,
  ...change,
});

/** Zha Lan Tun gave it; Benin has not confirmed it. */
export const aContribution = (change: Partial<ContributionFacts> = {}): ContributionFacts => ({
  ...giveContribution(
    anActivePartnership(),
    { id: 'k1', kind: 'expert_days', quantity: 6, unit: 'd', monetised: null, date: '2026-03-01' },
    people.otherDelegate,
    start,
    ctx,
  ).contribution,
  ...change,
});

export const anOutcome = (change: Partial<OutcomeFacts> = {}): OutcomeFacts => ({
  ...claimOutcome(
    anActivePartnership(),
    {
      id: 'o1',
      indicator: said('Coût du dernier kilomètre'),
      level: 'outcome',
      unit: 'F CFA',
      baseline: { value: 1200, date: '2026-03-01', source: 'Relevé des tournées' },
      target: 800,
      actuals: [{ value: 790, date: '2026-10-31', evidence: 'Relevé d’octobre' }],
      disaggregation: null,
    },
    people.delegate,
    start,
    ctx,
  ).outcome,
  ...change,
});
