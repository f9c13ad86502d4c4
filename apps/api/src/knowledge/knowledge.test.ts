import { type Actor, can, visitor } from '@baraza/domain/kernel';
import { storyMachine, storyPolicy } from '@baraza/domain/knowledge';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse, testSettings } from '../../test/harness.ts';
import { citiesDemo } from '../cities/cities.demo.ts';
import { clustersDemo } from '../clusters/clusters.demo.ts';
import { demoId } from '../demo/ids.ts';
import { knowledgeDemo } from './knowledge.demo.ts';
import { KnowledgeQueries } from './knowledge.queries.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  for (const step of [citiesDemo, clustersDemo, knowledgeDemo]) await step(house.app, testSettings);
});
afterAll(() => house.close());

const festival = { slug: 'kolkata-online-festival' };

describe('stories', () => {
  it('are the thirteen of the report, page by page, and can be narrowed', async () => {
    const api = house.visitor();
    const slugs: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await api.knowledge.stories({ query: { limit: 4, ...(cursor && { cursor }) } });
      slugs.push(...page.items.map((item) => item.slug));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(new Set(slugs).size).toBe(13);
    expect(slugs).toHaveLength(13);
    expect(slugs[0]).toBe('benin-fresh-produce-online');
    const { total, choices } = await api.knowledge.stories({ query: {} });
    expect(total).toBe(13);
    for (const theme of choices.themes)
      expect((await api.knowledge.stories({ query: { theme } })).total).toBeGreaterThan(0);
    for (const sdg of choices.sdgs) expect((await api.knowledge.stories({ query: { sdg } })).total).toBeGreaterThan(0);
    for (const { slug } of choices.clusters)
      expect((await api.knowledge.stories({ query: { cluster: slug } })).total).toBeGreaterThan(0);
    const { items } = await api.knowledge.stories({ query: { organisation: 'kolkata' } });
    expect(items.map((item) => item.slug)).toEqual([festival.slug]);
  });

  it('carry every figure with its source, and say where there is none', async () => {
    const story = await house.visitor({ 'accept-language': 'zh' }).knowledge.story({ params: festival });
    expect(story).toMatchObject({
      title: { locale: 'en' },
      cluster: { slug: 'live-streaming-marketing-tourism' },
      webinars: [{ id: 'webinar-11', number: 11 }],
      moves: [],
    });
    expect(story.organisations[0]).toEqual({ slug: 'kolkata', name: '加尔各答' });
    expect(story.speakers[0]).toMatchObject({ name: 'Ms. Mousumi Das' });
    expect(story.results.map((result) => result.value)).toEqual([10, 20, null]);
    for (const result of story.results) expect(result.citation.place).toMatch(/^Ch\. II, Kolkata/);
    const belarus = await house.visitor().knowledge.story({ params: { slug: 'belarus-customs-union' } });
    expect(belarus.results.filter((result) => result.calendarYear).map((result) => result.value)).toEqual([2010]);
  });

  it('that are not there are not found, and a forged cursor begins at the beginning', async () => {
    await expect(house.visitor().knowledge.story({ params: { slug: 'nowhere' } })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    for (const key of [
      ['no date', 'x'],
      ['275761-01-01', 'x'],
      [1e300, 'x'],
      [0, 0],
    ]) {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
      expect(await house.visitor().knowledge.stories({ query: { cursor } })).toHaveProperty('items');
    }
  });

  it('fall due after their term, are renewed by an editor, and always owe one thing', async () => {
    const editor = await house.as({ roles: ['editor'] });
    const armed = () =>
      house.db<{ kind: string }>(`select kind from timer where state = 'armed' and subject = $1`, [
        `story:${demoId('story', festival.slug)}`,
      ]);
    expect(await armed()).toEqual([{ kind: 'knowledge.story.fall_due' }]);
    house.clock.set('2030-01-01T09:00:00Z');
    await house.deliver();
    const due = await editor.knowledge.story({ params: festival });
    expect(due.state).toBe('due_review');
    expect(due.moves).toContain('renew');
    expect(await armed()).toEqual([{ kind: 'knowledge.story.edit' }]);
    house.clock.pass(20);
    await house.deliver();
    // Nobody has renewed it in time: the editors owe it all the same.
    expect(await armed()).toEqual([{ kind: 'knowledge.story.edit' }]);
    const move = { params: festival, body: { move: 'renew' as const, version: due.version } };
    await expect((await house.as({})).knowledge.moveStory(move)).rejects.toMatchObject({ problem: { status: 403 } });
    const renewed = await editor.knowledge.moveStory(move);
    expect(renewed).toMatchObject({ state: 'published', version: due.version + 1 });
    expect(renewed.reviewBy).toMatch(/^2031-07/);
    await expect(
      editor.knowledge.moveStory({ ...move, body: { move: 'archive', version: due.version } }),
    ).rejects.toMatchObject({
      problem: { code: 'stale-version' },
    });
    expect(await armed()).toEqual([{ kind: 'knowledge.story.fall_due' }]);
    await editor.knowledge.moveStory({ params: festival, body: { move: 'archive', version: renewed.version } });
    expect(await armed()).toEqual([]);
    await expect(house.visitor().knowledge.story({ params: festival })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    expect((await house.visitor().knowledge.stories({ query: {} })).total).toBe(12);
  });

  it('are shown in SQL to exactly those the policy shows them to', async () => {
    const queries = house.app.get(KnowledgeQueries);
    const slug = 'tianjin-port-clearance';
    const tianjin = demoId('organisation', 'tianjin');
    const author = await house.member();
    await house.db('update story set author_id = $2 where slug = $1', [slug, author]);
    const of = (more: Partial<Actor>): Actor => ({
      ...visitor,
      kind: 'member',
      id: '00000000-0000-4000-8000-000000000001',
      ...more,
    });
    const actors: Actor[] = [
      visitor,
      of({}),
      of({ id: author }),
      of({ roles: ['editor'] }),
      of({ roles: ['broker'] }),
      of({ affiliations: [{ organisationId: tianjin, role: 'staff' }] }),
      of({ affiliations: [{ organisationId: tianjin, role: 'focal_point' }] }),
      of({ affiliations: [{ organisationId: demoId('organisation', 'kolkata'), role: 'focal_point' }] }),
    ];
    for (const state of storyMachine.states) {
      await house.db('update story set state = $2 where slug = $1', [slug, state]);
      const facts = await queries.story(slug, of({ roles: ['admin'] }), 'en');
      if (!facts) throw new Error('an administrator sees every story');
      for (const actor of actors)
        expect([state, actor.id, (await queries.story(slug, actor, 'en')) !== undefined]).toEqual([
          state,
          actor.id,
          can(storyPolicy, actor, 'view', facts),
        ]);
    }
  });

  it('are listed from the index of those that are told', async () => {
    await house.db(
      `insert into story (slug, state, title, summary, place, challenge, solution, source_id, published_at)
       select slug || n, case when n % 10 = 0 then 'published' else 'archived' end, title, summary, place, challenge, solution, source_id,
         published_at - n * interval '1 hour' from story, generate_series(1, 500) n`,
    );
    await house.db('analyze story');
    const plan = await house.db<{ 'QUERY PLAN': string }>(
      `explain select slug from story s where s.state in ('published', 'due_review') and (s.published_at, s.slug) < (now(), 'm')
       order by s.published_at desc, s.slug desc limit 21`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('story_told');
  });
});

describe('what the sources recommend', () => {
  it('is found by the story and the forum it rests on', async () => {
    const { items } = await house.visitor().knowledge.recommendations({ query: {} });
    expect(items.map((item) => item.kind)).toEqual([
      'policy',
      'policy',
      'policy',
      'policy',
      'action',
      'action',
      'action',
    ]);
    const some = await house.visitor().knowledge.recommendations({ query: { story: 'qingdao-customs-data-loans' } });
    expect(some.items.map((item) => item.slug)).toContain('rec-public-private');
    expect(some.items.length).toBeLessThan(7);
    const byForum = await house.visitor().knowledge.recommendations({ query: { cluster: 'customs-regulation' } });
    expect(byForum.items.every((item) => item.clusters.some((cluster) => cluster.slug === 'customs-regulation'))).toBe(
      true,
    );
  });
});

describe('the glossary', () => {
  it.each(['en', 'ar', 'ru', 'zh'] as const)(
    'is sorted as a reader of %s expects, and has every term in seven languages',
    async (locale) => {
      const { terms } = await house.visitor({ 'accept-language': locale }).knowledge.glossary();
      expect(terms).toHaveLength(60);
      const names = terms.map((term) => term.terms[locale]);
      expect(names).toEqual([...names].sort(new Intl.Collator(locale).compare));
      for (const term of terms) expect(Object.values(term.terms).filter(Boolean)).toHaveLength(7);
    },
  );
});
