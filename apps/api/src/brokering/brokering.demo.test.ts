import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, type House, openHouse, testSettings } from '../../test/harness.ts';
import { citiesDemo } from '../cities/cities.demo.ts';
import { clustersDemo } from '../clusters/clusters.demo.ts';
import { membersDemo } from '../members/members.demo.ts';
import { brokeringDemo } from './brokering.demo.ts';

describe('the demo community', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ demo: true });
  });
  afterAll(() => house.close());

  it('has requests in every state a request can be seen in', async () => {
    const states = await house.db<{ state: string; n: number }>(
      'select state, count(*)::int as n from request group by state',
    );
    expect(Object.fromEntries(states.map(({ state, n }) => [state, n]))).toEqual({
      draft: 2,
      submitted: 3,
      in_review: 2,
      needs_info: 1,
      published: 10,
      in_matching: 3,
      in_partnering: 2,
      declined: 1,
      expired: 1,
      withdrawn: 1,
    });
    const partnerships = await house.db('select ref, state from partnership order by ref');
    expect(partnerships).toMatchObject([{ state: 'active' }, { state: 'active' }, { state: 'scoping' }]);
  });

  it('owes exactly one step on everything open, and no deadline is left behind in the past (I1)', async () => {
    const [owed] = await house.db<{ open: number; steps: number; timers: number; past: number }>(
      `select (select count(*)::int from (select id from request where ended_at is null union all select id from expression where ended_at is null
           union all select id from match where ended_at is null union all select id from partnership where ended_at is null
           union all select id from check_in where ended_at is null union all select id from meeting where ended_at is null
           union all select id from milestone where ended_at is null union all select id from contribution where ended_at is null
           union all select id from outcome where ended_at is null) o) as open,
         (select count(*)::int from brokering_step) as steps,
         (select count(*)::int from timer where state = 'armed' and kind ~ '^brokering' and kind !~ 'remind$') as timers,
         (select count(*)::int from timer where state = 'armed' and kind ~ '^brokering' and due_at <= $1) as past`,
      [house.clock.now()],
    );
    expect(owed).toMatchObject({ steps: owed?.open, timers: owed?.open, past: 0 });
    expect(owed?.open).toBeGreaterThan(20);
  });

  it('was signed, accepted and confirmed by those who may, and worked on by brokers without a stake (I6, I11)', async () => {
    const signed = await house.db(
      `select 1 from partnership_party p where accepted_by is not null and not exists (select 1 from affiliation a
         where a.member_id = p.accepted_by and a.organisation_id = p.organisation_id and a.role = 'focal_point' and a.state = 'active')`,
    );
    const partial = await house.db(
      `select 1 from brokering_move m join member_role r on r.member_id = m.by_id join affiliation a on a.member_id = m.by_id where m.by_kind = 'desk'`,
    );
    expect([signed, partial]).toEqual([[], []]);
    const dates = await house.db('select 1 from domain_event e where e.at > $1', [house.clock.now()]);
    expect(dates).toEqual([]);
  });

  it('has a partnership whose parties met, wrote down their steps, were asked how it goes, and signed what came of it', async () => {
    const [row] = await house.db<{ ref: string }>(`select ref from partnership where state = 'active' order by ref`);
    const benin = await house.as('benin-aced-focal-point');
    const file = await benin.brokering.partnership({ params: { ref: row?.ref as string } });
    expect(file).toMatchObject({
      milestones: [{ state: 'done' }, { state: 'planned', late: false }],
      contributions: [{ kind: 'training_places', confirmedFor: { slug: 'benin-aced' } }],
      checkIns: [{ state: 'answered' }],
      outcomes: [{ state: 'countersigned', claimant: { slug: 'benin-aced' } }],
    });
    const match = await benin.brokering.match({ params: { id: file.matchId as string } });
    expect(match.meetings).toMatchObject([{ state: 'held' }]);
    const shown = await house.visitor().brokering.partnership({ params: { ref: file.ref } });
    expect(shown).toMatchObject({ outcomes: [{ state: 'countersigned' }], checkIns: [], meetings: [], matchId: null });
  });

  it('has papers: a sketch for everybody, a proof of readiness, what was signed, and what proves a figure', async () => {
    const [row] = await house.db<{ ref: string }>(`select ref from partnership where state = 'active' order by ref`);
    const names = async (who: ApiClient) => {
      const partnership = await who.brokering.partnership({ params: { ref: row?.ref ?? '' } });
      const request = await who.brokering.request({ params: { ref: partnership.request?.ref ?? '' } });
      const shelves = [request.files, partnership.files, ...partnership.outcomes.map(({ files }) => files)];
      return shelves.map(({ files }) => files.map(({ name }) => name));
    };
    expect(await names(await house.as('benin-aced-focal-point'))).toEqual([
      ['Croquis des trois tournées.webp', 'Note de cadrage.txt'],
      ['Accord – 协议.txt'],
      ['Leçons données.csv'],
    ]);
    expect(await names(house.visitor())).toEqual([['Croquis des trois tournées.webp'], [], ['Leçons données.csv']]);
  });

  it('has asked the parties of another how it goes, and waits for both of them', async () => {
    const waiting = await house.db(
      `select p.ref, s.what from check_in c join partnership p on p.id = c.partnership_id join brokering_step s on s.subject = 'check_in:' || c.id
       where c.state = 'open' and c.opens_at <= $1 and jsonb_path_query_array(c.sides, '$[*].answer') = '[null, null]'`,
      [house.clock.now()],
    );
    expect(waiting).toEqual([{ ref: expect.stringMatching(/^PRT-/), what: 'brokering.step.checkIn' }]);
  });

  it('has a ring of three and a triangle with a funder of the North to suggest, and a circle that is introduced', async () => {
    const broker = await house.as('broker');
    const { items } = await broker.matching.rings({ query: { limit: 100 } });
    const ring = items.find((item) => item.kind === 'ring' && item.links.length === 3);
    expect(
      ring?.kind === 'ring' && ring.links.map(({ need, partner }) => [need.organisation.slug, partner.slug]),
    ).toEqual(
      expect.arrayContaining([
        ['belarus-state-customs-committee', 'qingdao'],
        ['qingdao', 'brazil-startup-committee'],
        ['brazil-startup-committee', 'belarus-state-customs-committee'],
      ]),
    );
    const [triangle] = items.filter((item) => item.kind === 'triangle');
    expect(
      triangle?.kind === 'triangle' && [triangle.need.organisation.slug, triangle.partner.slug, triangle.funder],
    ).toEqual([
      'belarus-state-customs-committee',
      'qingdao',
      expect.objectContaining({ slug: 'itc-geneva', country: 'CH' }),
    ]);
    const york = await house.as('york-university-focal-point');
    const { matches } = await york.brokering.mine();
    expect(matches).toMatchObject([{ shape: 'triangle', state: 'introduced' }]);
    const match = await york.brokering.match({ params: { id: matches[0]?.id ?? '' } });
    expect(match.parties.map(({ organisation, part }) => [organisation.slug, part])).toEqual([
      ['uneca', 'requester'],
      ['shanghai', 'provider'],
      ['york-university', 'triangular_technical'],
    ]);
    expect(match.contacts).toHaveLength(3);
  });

  it('has an offer that nobody asked for, which the desk let through and only the two sides read', async () => {
    const [row] = await house.db<{ ref: string; state: string }>(
      'select ref, state from request where addressed_to is not null',
    );
    expect(row?.state).toBe('published');
    const params = { ref: row?.ref ?? '' };
    const brazil = await house.as('brazil-startup-committee-focal-point');
    const offer = await brazil.brokering.request({ params });
    expect(offer).toMatchObject({ kind: 'offer', addressedTo: { slug: 'brazil-startup-committee' } });
    const match = await brazil.brokering.match({ params: { id: offer.matches[0]?.id ?? '' } });
    expect(match).toMatchObject({ origin: 'unsolicited', nextStep: { who: 'you' }, contacts: null });
    await expect(house.visitor().brokering.request({ params })).rejects.toMatchObject({ problem: { status: 404 } });
  });

  it('shows a visitor an open list, and the desk a queue in which somebody is silent', async () => {
    const list = await house.visitor({ 'accept-language': 'en' }).brokering.requests({ query: {} });
    expect(list.items).toHaveLength(14);
    expect(list.items.every(({ title, nextStep }) => title !== null && nextStep !== null)).toBe(true);
    const broker = await house.as('broker');
    const counts = await broker.brokering.deskCounts();
    expect(counts).toMatchObject({ needs_info: 1, triage: 3, expiring: 1 });
    expect(counts.silent).toBeGreaterThan(2);
    const benin = list.items.find(({ organisation }) => organisation.slug === 'benin-aced');
    const request = await house
      .visitor({ 'accept-language': 'en' })
      .brokering.request({ params: { ref: benin?.ref as string } });
    expect(request.title).toMatchObject({ locale: 'en', kind: 'human', source: { locale: 'fr' } });
    expect(request.partnerships).toMatchObject([{ state: 'active' }]);
    const kolkata = await house.as('kolkata-focal-point');
    const mine = await kolkata.brokering.mine();
    expect(mine.owed.map(({ step }) => step.what)).toContain('brokering.step.acceptPartnership');
  });
});

describe('the script of the demo', () => {
  it.each(['2026-09-16', '2027-01-01', '2027-04-03'])(
    'can be lived through on %s, whatever day of the week that is',
    async (day) => {
      const house = await openHouse();
      try {
        house.clock.set(`${day}T10:00:00Z`);
        const settings = { ...testSettings, demo: true };
        for (const step of [citiesDemo, clustersDemo, membersDemo]) await step(house.app, settings);
        await brokeringDemo(house.app, settings);
        const late = await house.db(
          `select 1 from timer where state = 'armed' and kind ~ '^brokering' and due_at <= $1`,
          [house.clock.now()],
        );
        const [{ n } = { n: 0 }] = await house.db<{ n: number }>(
          `select count(*)::int as n from request where state in ('published', 'in_matching', 'in_partnering')`,
        );
        expect([late, n]).toEqual([[], 15]);
      } finally {
        await house.close();
      }
    },
  );
});
