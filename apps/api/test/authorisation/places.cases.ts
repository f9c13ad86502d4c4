import { type CasesOf, plain } from './case.ts';
import { cityId, cities as named } from './people.ts';
import type { Scene } from './scene.ts';

export const cities: CasesOf<'cities'> = {
  list: plain({ query: {} }),
  places: plain({ query: {} }),
  read: plain({ params: { slug: named.own } }),
};

const cluster = (of: string, facts: Parameters<Scene['forum']>[0]) => ({
  on: of,
  call: async (s: Scene) => ({ params: { slug: (await s.forum(facts)).slug } }),
});
const closed = { on: 'a closed one', call: async (s: Scene) => ({ params: { slug: (await s.closedForum()).slug } }) };

export const clusters: CasesOf<'clusters'> = {
  list: plain({ query: {} }),
  read: [
    cluster('a public one', {}),
    closed,
    cluster('one by invitation', { visibility: 'cluster', join: 'invite' }),
    cluster('one that is only proposed', { state: 'proposed' }),
  ],
  move: [
    {
      on: 'open a proposed one',
      call: async (s) => ({
        params: { slug: (await s.forum({ state: 'proposed' })).slug },
        body: { move: 'activate', version: 1 },
      }),
    },
    {
      on: 'wake a dormant one',
      call: async (s) => ({
        params: { slug: (await s.forum({ state: 'dormant' })).slug },
        body: { move: 'wake', version: 1 },
      }),
    },
    {
      on: 'archive one',
      call: async (s) => ({ params: { slug: (await s.forum()).slug }, body: { move: 'archive', version: 1 } }),
    },
  ],
  join: [
    cluster('an open one', {}),
    cluster('one that admits on request', { visibility: 'cluster', join: 'request' }),
    { ...cluster('one by invitation', { visibility: 'cluster', join: 'invite' }), spent: true },
  ],
  leave: [closed, cluster('one by invitation', { visibility: 'cluster', join: 'invite' })],
  answer: [
    {
      on: 'admit the other side, who asks',
      call: async (s) => {
        const { slug } = await s.forum({ visibility: 'cluster', join: 'request' });
        await s.by('side').clusters.join({ params: { slug } });
        return { params: { slug, memberId: s.people.side.id }, body: { move: 'admit' } };
      },
    },
    {
      on: 'decline the other side, who asks',
      call: async (s) => {
        const { slug } = await s.forum({ visibility: 'cluster', join: 'request' });
        await s.by('side').clusters.join({ params: { slug } });
        return { params: { slug, memberId: s.people.side.id }, body: { move: 'decline' } };
      },
    },
  ],
};

export const home: CasesOf<'home'> = { read: plain({}) };
export const search: CasesOf<'search'> = { find: plain({ query: { q: 'food' } }) };

export const knowledge: CasesOf<'knowledge'> = {
  stories: plain({ query: {} }),
  story: [
    { on: 'a told one', call: async (s) => ({ params: { slug: (await s.story('published')).slug } }) },
    { on: 'a draft', call: async (s) => ({ params: { slug: (await s.story('draft')).slug } }) },
  ],
  moveStory: (
    [
      ['submit', 'draft'],
      ['takeUp', 'submitted'],
      ['publish', 'peer_review'],
      ['sendBack', 'submitted'],
      ['archive', 'published'],
    ] as const
  ).map(([move, state]) => ({
    on: `${move}: one in ${state}`,
    call: async (s) => ({ params: { slug: (await s.story(state)).slug }, body: { move, version: 1 } }),
  })),
  recommendations: plain({ query: {} }),
  glossary: plain({}),
};

export const lineage: CasesOf<'lineage'> = {
  chain: [
    { on: 'a published request', call: async (s) => ({ params: { kind: 'request', id: (await s.published()).id } }) },
    { on: 'a draft request', call: async (s) => ({ params: { kind: 'request', id: (await s.draft()).id } }) },
  ],
};

const stream = (of: string, name: (s: Scene) => Promise<string>, secret = true) => ({
  on: of,
  call: async (s: Scene) => ({ params: { stream: await name(s) }, query: { since: 0 } }),
  ...(secret && { secret: true as const }),
});
export const live: CasesOf<'live'> = {
  missed: [
    stream('a public request', async (s) => `request:${(await s.published()).id}`, false),
    stream('a draft request', async (s) => `request:${(await s.draft()).id}`),
    stream('an expression', async (s) => `expression:${(await s.expression()).id}`),
    stream('a match', async (s) => `match:${(await s.match()).id}`),
    stream('a proposed partnership', async (s) => `partnership:${(await s.scoping()).id}`),
    stream("a city's desk", async () => `desk:${cityId('own')}`, false),
    stream('the desk', async () => 'desk:all', false),
    stream('a public thread', async (s) => `thread:${(await s.thread()).id}`, false),
    stream('a thread in a closed forum', async (s) => `thread:${(await s.thread((await s.closedForum()).slug)).id}`),
    stream('a closed cluster', async (s) => `cluster:${(await s.closedForum()).id}`),
    stream('a member', async (s) => `member:${s.people.own.id}`),
    stream('a board', async (s) => `board:${(await s.board()).code}`, false),
    stream("a board's moderators", async (s) => `moderation:${(await s.board()).code}`, false),
  ],
};
