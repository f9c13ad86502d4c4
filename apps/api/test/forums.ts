import { ApiError } from '@baraza/contracts/client';
import type { Problem } from '@baraza/contracts/kernel';
import type { ClusterFacts } from '@baraza/domain/clusters';
import { demoId } from '../src/demo/ids.ts';
import type { ApiClient, House } from './harness.ts';

/** A forum to talk in; the id. */
export async function aForum(
  house: House,
  slug: string,
  { state = 'active', visibility = 'public', join = 'open' }: Partial<ClusterFacts> = {},
): Promise<string> {
  const id = demoId('cluster', slug);
  await house.db(
    `insert into cluster (id, slug, kind, names, description, state, visibility, join_policy)
     values ($1, $2, 'forum', $3, '{}', $4, $5, $6)`,
    [id, slug, { en: `${slug} in English`, fr: `${slug} en français` }, state, visibility, join],
  );
  return id;
}

/** A thread with `replies` more posts by the same member; its number. */
export async function aThread(client: ApiClient, slug: string, replies = 0): Promise<number> {
  const body = { type: 'question', title: 'Which step first?', text: 'We have money for one.', locale: 'en' } as const;
  const { no } = await client.forums.start({ params: { slug }, body });
  for (let i = 0; i < replies; i++)
    await client.forums.reply({ params: { no }, body: { text: `Reply ${i + 2}`, locale: 'en' } });
  return no;
}

/** The problem a call is refused with; a call that is not refused fails the test. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiError) return error.problem;
    throw error;
  }
  throw new Error('it was not refused');
}
export const codeOf = async (call: Promise<unknown>): Promise<string> => (await problemOf(call)).code;
