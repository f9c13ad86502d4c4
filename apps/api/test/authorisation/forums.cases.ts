import type { CasesOf } from './case.ts';
import { plain } from './case.ts';
import type { Scene } from './scene.ts';

const locale = 'en' as const;
const words = { text: 'It worked for us.', locale };
const begun = { type: 'question' as const, title: 'Which step first?', ...words };
const forum = (of: string, facts: Parameters<Scene['forum']>[0]) => ({
  on: of,
  call: async (s: Scene) => ({ params: { slug: (await s.forum(facts)).slug } }),
});
const inClosed = async (s: Scene) => (await s.thread((await s.closedForum()).slug)).no;
const secret = { secret: true } as const;

export const forums: CasesOf<'forums'> = {
  overview: plain({}),
  forum: [
    forum('a public one', {}),
    forum('one for members', { visibility: 'members' }),
    { on: 'a closed one', call: async (s) => ({ params: { slug: (await s.closedForum()).slug } }), ...secret },
    forum('one that is only proposed', { state: 'proposed' }),
  ],
  followForum: [
    {
      on: 'a public one',
      call: async (s) => ({ params: { slug: (await s.forum()).slug }, body: { level: 'follow' } }),
    },
    {
      on: 'a closed one',
      call: async (s) => ({ params: { slug: (await s.closedForum()).slug }, body: { level: 'follow' } }),
      ...secret,
    },
  ],
  threads: plain({ query: {} }),
  start: [
    { on: 'in a public one', call: async (s) => ({ params: { slug: (await s.forum()).slug }, body: begun }) },
    {
      on: 'in one that admits on request',
      call: async (s) => ({ params: { slug: (await s.forum({ join: 'request' })).slug }, body: begun }),
    },
    {
      on: 'in a closed one',
      call: async (s) => ({ params: { slug: (await s.closedForum()).slug }, body: begun }),
      ...secret,
    },
    {
      on: 'in an archived one',
      call: async (s) => ({ params: { slug: (await s.forum({ state: 'archived' })).slug }, body: begun }),
      spent: true,
    },
  ],
  read: [
    { on: 'a public one', call: async (s) => ({ params: { no: (await s.thread()).no }, query: {} }) },
    { on: 'in a closed forum', call: async (s) => ({ params: { no: await inClosed(s) }, query: {} }), ...secret },
    { on: 'a hidden one', call: async (s) => ({ params: { no: (await s.hiddenThread()).no }, query: {} }) },
  ],
  move: [
    {
      on: 'resolve an open one',
      call: async (s) => ({
        params: { no: (await s.thread()).no },
        body: { move: 'resolve', version: 1, reason: 'We built the road first, and it worked.' },
      }),
    },
    {
      on: 'lock an open one',
      call: async (s) => ({ params: { no: (await s.thread()).no }, body: { move: 'lock', version: 1 } }),
    },
    {
      on: 'hide an open one',
      call: async (s) => ({ params: { no: (await s.thread()).no }, body: { move: 'hide', version: 1 } }),
    },
    {
      on: 'restore a hidden one',
      call: async (s) => ({ params: { no: (await s.hiddenThread()).no }, body: { move: 'restore', version: 2 } }),
    },
    {
      on: 'lock one in a closed forum',
      call: async (s) => ({ params: { no: await inClosed(s) }, body: { move: 'lock', version: 1 } }),
      ...secret,
    },
  ],
  follow: [
    {
      on: 'a public one',
      call: async (s) => ({ params: { no: (await s.thread()).no }, body: { level: 'follow' } }),
    },
    {
      on: 'in a closed forum',
      call: async (s) => ({ params: { no: await inClosed(s) }, body: { level: 'follow' } }),
      ...secret,
    },
  ],
  markRead: [
    { on: 'a public one', call: async (s) => ({ body: { marks: [{ no: (await s.thread()).no, upTo: 1 }] } }) },
  ],
  reply: [
    { on: 'in a public one', call: async (s) => ({ params: { no: (await s.thread()).no }, body: words }) },
    { on: 'in a closed forum', call: async (s) => ({ params: { no: await inClosed(s) }, body: words }), ...secret },
    {
      on: 'in a locked one',
      call: async (s) => {
        const { no } = await s.thread();
        await s.by('moderator').forums.move({ params: { no }, body: { move: 'lock', version: 1 } });
        return { params: { no }, body: words };
      },
    },
  ],
  post: [
    { on: 'a public one', call: async (s) => ({ params: { no: (await s.thread()).no, post: 1 } }) },
    { on: 'in a closed forum', call: async (s) => ({ params: { no: await inClosed(s), post: 1 } }), ...secret },
    { on: 'a hidden one', call: async (s) => ({ params: await s.hiddenPost() }) },
  ],
  revisions: [
    { on: 'a public one', call: async (s) => ({ params: { no: (await s.thread()).no, post: 1 }, query: {} }) },
    {
      on: 'in a closed forum',
      call: async (s) => ({ params: { no: await inClosed(s), post: 1 }, query: {} }),
      ...secret,
    },
    { on: 'a hidden one', call: async (s) => ({ params: await s.hiddenPost(), query: {} }) },
  ],
  edit: [
    {
      on: "the own city's post",
      call: async (s) => ({ params: { no: (await s.thread()).no, post: 1 }, body: { ...words, version: 1 } }),
    },
    {
      on: 'in a closed forum',
      call: async (s) => ({ params: { no: await inClosed(s), post: 1 }, body: { ...words, version: 1 } }),
      ...secret,
    },
  ],
  movePost: [
    {
      on: 'remove, by its author',
      call: async (s) => ({ params: { no: (await s.thread()).no, post: 1 }, body: { move: 'remove', version: 1 } }),
    },
    {
      on: 'hide',
      call: async (s) => ({ params: { no: (await s.thread()).no, post: 1 }, body: { move: 'hide', version: 1 } }),
    },
    {
      on: 'restore a hidden one',
      call: async (s) => ({ params: await s.hiddenPost(), body: { move: 'restore', version: 2 } }),
    },
  ],
  accept: [
    {
      on: 'an answer in the own thread',
      call: async (s) => ({ params: { no: (await s.answered()).no, post: 2 }, body: { accepted: true } }),
    },
  ],
  react: [
    {
      on: "the own city's post",
      call: async (s) => ({ params: { no: (await s.thread()).no, post: 1 }, body: { add: 'thanks' } }),
    },
    {
      on: 'in a closed forum',
      call: async (s) => ({ params: { no: await inClosed(s), post: 1 }, body: { add: 'thanks' } }),
      ...secret,
    },
    {
      on: 'a hidden post',
      call: async (s) => ({ params: await s.hiddenPost(), body: { add: 'thanks' } }),
      spent: true,
    },
  ],
  preview: plain({ body: { text: '**bold**' } }),
};
