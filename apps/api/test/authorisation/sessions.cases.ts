import { addDays } from '@baraza/domain/kernel';
import { type CasesOf, plain } from './case.ts';
import type { Scene } from './scene.ts';

const times = (s: Scene) => ({
  day: addDays(s.house.clock.now(), 20).toISOString().slice(0, 10),
  hour: '10:00',
  minutes: 60,
  timeZone: 'Africa/Nairobi',
});
const session = async (s: Scene) => {
  const { slug } = await s.board();
  const { version } = await s.by('organiser').programme.session({ params: { slug } });
  return { slug, version };
};

export const programme: CasesOf<'programme'> = {
  overview: plain({}),
  past: plain({ query: {} }),
  series: [
    {
      on: 'a series',
      call: async (s) => {
        const { series } = await s.house.visitor().programme.overview();
        return { params: { slug: series[0]?.slug ?? '' } };
      },
    },
  ],
  session: [{ on: 'a session', call: async (s) => ({ params: { slug: (await session(s)).slug } }) }],
  announce: [
    {
      on: '',
      call: async (s) => ({ body: { topic: 'What keeps a station going?', locale: 'en', ...times(s) } }),
    },
  ],
  reschedule: [
    {
      on: 'one to come',
      call: async (s) => {
        const { slug, version } = await session(s);
        return { params: { slug }, body: { version, ...times(s) } };
      },
    },
  ],
  record: [
    {
      on: 'one that is over',
      call: async (s) => {
        const { slug, version } = await session(s);
        const params = { slug };
        const { programme: by } = s.by('organiser');
        const begun = await by.move({ params, body: { version, move: 'start' } });
        const over = await by.move({ params, body: { version: begun.version, move: 'finish' } });
        return { params, body: { version: over.version, recordingUrl: 'https://example.org/recording' } };
      },
    },
  ],
  move: (['start', 'cancel'] as const).map((move) => ({
    on: `${move}: one to come`,
    call: async (s) => {
      const { slug, version } = await session(s);
      return { params: { slug }, body: { version, move } };
    },
  })),
};

const text = { text: 'Who pays for the road?', locale: 'en' as const };

export const qa: CasesOf<'qa'> = {
  enter: [{ on: 'an open board', call: async (s) => ({ body: { code: (await s.board()).code } }) }],
  board: [{ on: 'an open board', call: async (s) => ({ params: { code: (await s.board()).code }, query: {} }) }],
  desk: [{ on: 'an open board', call: async (s) => ({ params: { code: (await s.board()).code } }) }],
  stage: [{ on: 'an open board', call: async (s) => ({ params: { code: (await s.board()).code } }) }],
  ask: [{ on: 'an open board', call: async (s) => ({ params: { code: (await s.board()).code }, body: text }) }],
  moveBoard: [
    {
      on: 'go live',
      call: async (s) => {
        const board = await s.board();
        return { params: { code: board.code }, body: { version: await s.boardVersion(board), move: 'goLive' } };
      },
    },
    {
      on: 'publish its record',
      call: async (s) => {
        const board = await s.board();
        const params = { code: board.code };
        await s
          .by('organiser')
          .qa.moveBoard({ params, body: { version: await s.boardVersion(board), move: 'wrapUp' } });
        return { params, body: { version: await s.boardVersion(board), move: 'publish' } };
      },
    },
  ],
  settle: [
    {
      on: 'who sees new questions first',
      call: async (s) => {
        const board = await s.board();
        return { params: { code: board.code }, body: { version: await s.boardVersion(board), mode: 'pre_moderated' } };
      },
    },
    {
      on: 'what askers are promised',
      call: async (s) => {
        const board = await s.board();
        return { params: { code: board.code }, body: { version: await s.boardVersion(board), identity: 'anonymous' } };
      },
    },
  ],
  closeLeftovers: [
    {
      on: 'a board with an open question',
      call: async (s) => {
        const { code } = await s.question();
        const { version } = await s.by('organiser').qa.desk({ params: { code } });
        return { params: { code }, body: { version, closing: 'no_time' } };
      },
    },
  ],
  vote: [
    {
      on: 'a published question',
      call: async (s) => ({ params: { id: (await s.question()).id }, body: { on: true } }),
    },
    {
      on: 'one that waits for the moderators',
      call: async (s) => ({ params: { id: (await s.question('pre_moderated')).id }, body: { on: true } }),
      spent: true,
    },
  ],
  move: [
    {
      on: 'withdraw, by its asker',
      call: async (s) => {
        const { id, version } = await s.question();
        return { params: { id }, body: { version, move: 'withdraw' } };
      },
    },
    {
      on: 'dismiss a published one',
      call: async (s) => {
        const { id, version } = await s.question();
        return { params: { id }, body: { version, move: 'dismiss', dismissal: 'off_topic' } };
      },
    },
    {
      on: 'publish one that waits',
      call: async (s) => {
        const { id, version } = await s.question('pre_moderated');
        return { params: { id }, body: { version, move: 'publish' } };
      },
    },
    {
      on: 'answer in writing one the moderator holds',
      call: async (s) => {
        const { id, version } = await s.question();
        await s.by('moderator').qa.claim({ params: { id } });
        return { params: { id }, body: { version, move: 'answerText', ...text } };
      },
    },
  ],
  claim: [{ on: 'a published question', call: async (s) => ({ params: { id: (await s.question()).id } }) }],
  release: [
    {
      on: 'one the moderator holds',
      call: async (s) => {
        const { id } = await s.question();
        await s.by('moderator').qa.claim({ params: { id } });
        return { params: { id } };
      },
    },
  ],
};
