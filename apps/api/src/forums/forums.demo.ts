import type { SubscriptionLevel, ThreadMove, ThreadType } from '@baraza/domain/forums';
import { addDays, type Locale } from '@baraza/domain/kernel';
import { hashOf, translated, written } from '@baraza/domain/translation';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readContent } from '../demo/content.ts';
import { demoId } from '../demo/ids.ts';
import type { DemoStep } from '../demo/step.ts';
import { type Asker, asActor } from '../platform/asker.ts';
import { MemberLookup } from '../platform/auth/member-lookup.ts';
import { Clock } from '../platform/clock.ts';
import { PostsService } from './posts.service.ts';
import { ThreadsService } from './threads.service.ts';
import { type Author, insertVoices, type Voice, voiceOf } from './voices.demo.ts';

interface Thread {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly lang: Locale;
  readonly cluster: string;
  readonly posts: readonly {
    readonly id: string;
    readonly author: Author;
    readonly lang: Locale;
    readonly body: string;
    readonly daysAgo: number;
  }[];
}
interface Story {
  readonly type: ThreadType;
  /** Posts that whoever asked says worked for them. */
  readonly worked?: readonly number[];
  readonly moves?: readonly ThreadMove[];
}

/** What the conversations come to, read from what is said in them. */
const stories: Readonly<Record<string, Story>> = {
  'which-port-step-first': { type: 'question', worked: [2, 3], moves: ['resolve'] },
  'rail-or-air-for-landlocked': { type: 'question', worked: [2, 4], moves: ['resolve'] },
  'who-to-train-in-villages': { type: 'question', worked: [2] },
  'beyond-views-measuring-webinars': { type: 'discussion' },
  'festival-platform-after-pandemic': { type: 'discussion' },
  'paiement-livraison-produits-frais': { type: 'question', worked: [3], moves: ['resolve'] },
  'certificats-taux-achevement': { type: 'discussion' },
  'entregas-sin-direccion-normalizada': { type: 'question', worked: [2, 3], moves: ['resolve'] },
  'retos-estudiantes-latinoamericanos': { type: 'discussion' },
  'pme-pagamentos-transfronteiricos': { type: 'question', worked: [2, 3], moves: ['resolve'] },
  'mudar-a-mentalidade-digital': { type: 'question', worked: [3] },
  'prerequisites-before-platform-ar': { type: 'question', worked: [3], moves: ['resolve'] },
  'customs-data-loans-ar': { type: 'question', worked: [2] },
  'trunk-project-repeat-orders-zh': { type: 'experience', worked: [4] },
};

/** The same number for the same words on every machine, below `below`. */
const drawn = (words: string, below: number): number => Number.parseInt(hashOf(words).slice(0, 8), 16) % below;

const hour = 3_600_000;

/** The threads of the demo community, said through the room itself at the time they were said, with what readers made of them. */
export const forumsDemo: DemoStep = async (app) => {
  const threads = readContent<Thread[]>('threads');
  const now = app.get(Clock).now();
  const voices = new Map<string, Voice>();
  for (const { posts } of threads)
    for (const { author, lang } of posts) {
      const voice = voiceOf(author, lang);
      if (!voices.has(voice.id)) voices.set(voice.id, voice);
    }
  await insertVoices(app, [...voices.values()], addDays(now, -120));
  const speak = await speaking(app, [...voices.keys()], now);
  const said = threads.flatMap((thread) => scenesOf(app, thread, speak, now));
  for (const { act } of said.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await act();
  await translateTitles(app, threads);
  await markReading(app, now);
};

type Speak = (id: string, at: Date) => Asker;

/** Who they are, as a request of theirs would find it. */
async function speaking(app: INestApplicationContext, ids: readonly string[], now: Date): Promise<Speak> {
  const known = await app.get(MemberLookup).byIds(ids, now);
  return (id, at) => {
    const member = known.get(id);
    if (!member) throw new Error(`nobody has the id ${id}`);
    const { roles, affiliations, clusterIds, locale } = member;
    const actingFor = affiliations[0]?.organisationId ?? null;
    return asActor({ kind: 'member', id, roles, affiliations, clusterIds, actingFor }, at, locale);
  };
}

interface Scene {
  readonly at: Date;
  readonly act: () => Promise<unknown>;
}

/** Everything that happens in one thread, each with its time. */
function scenesOf(app: INestApplicationContext, thread: Thread, speak: Speak, now: Date): Scene[] {
  const threads = app.get(ThreadsService);
  const posts = app.get(PostsService);
  const { type = 'question', worked = [], moves = [] } = stories[thread.id] ?? {};
  const scenes: Scene[] = [];
  const add = (at: Date, act: () => Promise<unknown>) => scenes.push({ at, act });
  const said = thread.posts.map((post) => ({
    ...post,
    voice: voiceOf(post.author, post.lang),
    at: new Date(addDays(now, -post.daysAgo).getTime() + drawn(post.id, 12 * 60) * 60_000),
  }));
  const [first] = said;
  const last = said.at(-1);
  if (!first || !last) return [];
  let no = 0;
  let version = 1;
  add(first.at, async () => {
    const words = { type, title: thread.title, text: first.body, locale: first.lang };
    const ids = { thread: demoId('thread', thread.id), post: demoId('post', first.id) };
    ({ no } = await threads.start(thread.cluster, words, speak(first.voice.id, first.at), ids));
  });
  for (const { id, body, lang, voice, at } of said.slice(1))
    add(at, () => posts.reply(no, { text: body, locale: lang }, speak(voice.id, at), demoId('post', id)));
  for (const [index, post] of worked.entries()) {
    const at = new Date(last.at.getTime() + (index + 5) * hour);
    add(at, () => posts.accept({ no, post }, true, speak(first.voice.id, at)));
    version += 1;
  }
  for (const move of moves) {
    const at = new Date(last.at.getTime() + 9 * hour);
    add(at, () => threads.move(no, { move, version }, speak(first.voice.id, at)));
  }
  const others = [...new Map(said.map((post) => [post.voice.id, post])).values()];
  for (const [index, post] of said.entries())
    for (const { voice } of others) {
      const draw = drawn(`${post.id} ${voice.slug}`, 5);
      const kind = (['thanks', 'thanks', 'useful_here', 'tried_it'] as const)[draw];
      if (voice.id === post.voice.id || !kind || (index === 0 && kind !== 'thanks')) continue;
      const at = new Date(post.at.getTime() + (draw + 2) * hour);
      add(at, () => posts.react({ no, post: index + 1 }, { add: kind }, speak(voice.id, at)));
    }
  return scenes;
}

/** The editors' English of the titles; of the posts there is none yet. */
async function translateTitles(app: INestApplicationContext, threads: readonly Thread[]): Promise<void> {
  const foreign = threads.filter(({ lang }) => lang !== 'en');
  const titles = foreign.map(({ lang, title, titleEn }) => {
    const source = written(lang, title);
    const at = new Date(0).toISOString();
    const made = { locale: 'en', text: titleEn, kind: 'human', engine: null, by: null, at } as const;
    return translated(source, { ...made, sourceHash: source.sourceHash });
  });
  await app
    .get(DataSource)
    .query(
      `update thread set title = v.title from unnest($1::uuid[], $2::jsonb[]) v(id, title) where thread.id = v.id`,
      [foreign.map(({ id }) => demoId('thread', id)), titles.map((title) => JSON.stringify(title))],
    );
}

/** Some have read all, some have stopped half way, some want to hear of every post: each focal point in their own way. */
async function markReading(app: INestApplicationContext, now: Date): Promise<void> {
  const db = app.get(DataSource);
  const rows: { thread: string; member: string; last: number; slug: string }[] = await db.query(
    `select t.id as thread, cm.member_id as member, t.last_no as last, c.slug from thread t
     join cluster c on c.id = t.cluster_id join cluster_member cm on cm.cluster_id = c.id order by 1, 2`,
  );
  const marks = rows.flatMap(({ thread, member, last }) => {
    const draw = drawn(`${thread} ${member}`, 6);
    const no = draw < 2 ? 0 : draw < 4 ? 1 + drawn(`${member} ${thread}`, last) : last;
    return no === 0 ? [] : [{ member_id: member, thread_id: thread, no, at: addDays(now, -1 - draw) }];
  });
  await db.query(`insert into read_mark select * from json_populate_recordset(null::read_mark, $1)`, [
    JSON.stringify(marks),
  ]);
  const levels: (SubscriptionLevel | undefined)[] = ['follow', 'everything', 'muted'];
  const wishes = rows.flatMap(({ thread, member }) => {
    const level = levels[drawn(`${member} hears ${thread}`, 24)];
    return level ? [{ member_id: member, thread_id: thread, level }] : [];
  });
  await db.query(
    `insert into subscription (member_id, thread_id, level)
     select member_id, thread_id, level from json_populate_recordset(null::subscription, $1) on conflict do nothing`,
    [JSON.stringify(wishes)],
  );
}
