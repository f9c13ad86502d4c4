import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../../test/harness.ts';
import { demoId } from '../demo/ids.ts';

describe('how things began', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ demo: true });
  });
  afterAll(() => house.close());

  const chain = async (
    kind: 'session' | 'story' | 'thread' | 'request' | 'question' | 'partnership',
    id: string,
    api = house.visitor(),
  ) => (await api.lineage.chain({ params: { kind, id } })).beads;

  it('is one line in the demo community: asked in a session, told as a story, taken up in a thread', async () => {
    const beads = await chain('story', demoId('story', 'tianjin-port-clearance'));
    expect(beads.slice(0, 3).map(({ kind, relation }) => [kind, relation])).toEqual([
      ['session', null],
      ['question', 'asked_in'],
      ['story', 'answered_by'],
    ]);
    expect(beads.find(({ here }) => here)?.kind).toBe('story');
    expect(beads.length).toBeGreaterThan(3);
    expect(beads.every(({ title, href }) => title !== null && href?.startsWith('/'))).toBe(true);
    const thread = await chain('thread', demoId('thread', 'which-port-step-first'));
    expect(thread.map(({ kind }) => kind)).toContain('story');
  });

  it('remembers what the writer of a request was reading', async () => {
    const [thread] = await house.db<{ id: string; no: number }>('select id, no from thread where id = $1', [
      demoId('thread', 'which-port-step-first'),
    ]);
    const [organisation] = await house.db<{ id: string; slug: string }>(
      `select id, slug from organisation where slug = 'hangzhou'`,
    );
    const writer = await house.as('hangzhou-focal-point');
    const { id } = await writer.brokering.draftRequest({
      body: {
        kind: 'need',
        organisationId: organisation?.id ?? '',
        title: 'A port step',
        from: `thread:${thread?.no}`,
      },
    });
    await house.deliver();
    const beads = await chain('request', id, writer);
    expect(beads.slice(-2)).toMatchObject([
      { kind: 'thread', href: `/threads/${thread?.no}` },
      { kind: 'request', relation: 'led_to', here: true },
    ]);
    expect(await chain('request', id)).toEqual([]);
    // To whom the draft is closed it is not even there.
    const seen = await chain('thread', thread?.id ?? '');
    expect(seen.at(-1)).toMatchObject({ kind: 'thread', here: true });
  });

  it('goes on to what came of it, once another side has signed beside the figure', async () => {
    const [signed] = await house.db<{ partnership_id: string; ref: string; id: string }>(
      `select f.id, f.partnership_id, s.ref from outcome f join partnership s on s.id = f.partnership_id
       where f.state in ('countersigned', 'verified') and not s.confidential limit 1`,
    );
    const { id = '', partnership_id = '', ref = '' } = signed ?? {};
    const seen = await chain('partnership', partnership_id);
    expect(seen.slice(-4).map(({ kind }) => kind)).toEqual(['request', 'match', 'partnership', 'outcome']);
    expect(seen.at(-1)).toMatchObject({ relation: 'produced', href: `/partnerships/${ref}#outcome-${id}` });
    await house.db(`update outcome set state = 'disputed' where id = $1`, [id]);
    expect((await chain('partnership', partnership_id)).at(-1)).toMatchObject({ kind: 'partnership', here: true });
  });

  it('leaves no edge that points at nothing', async () => {
    const loose = await house.db(
      `select from_kind, from_id from lineage_edge e where not exists (
         select 1 from session x where x.id::text = e.from_id union all select 1 from story x where x.id::text = e.from_id
         union all select 1 from question x where x.id::text = e.from_id union all select 1 from thread x where x.id::text = e.from_id
         union all select 1 from request x where x.id::text = e.from_id union all select 1 from match x where x.id::text = e.from_id
         union all select 1 from partnership x where x.id::text = e.from_id)`,
    );
    expect(loose).toEqual([]);
  });
});
