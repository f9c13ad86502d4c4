import type { OwnQuestion } from '@baraza/contracts/qa';
import type { BoardMode } from '@baraza/domain/qa';
import { aBoard, type TestBoard } from '../boards.ts';
import { aForum } from '../forums.ts';
import { cityId, type Person, type Who } from './people.ts';
import { PartnershipScene } from './scene.partnerships.ts';

const words = (sourceText: string): string =>
  JSON.stringify({ sourceLocale: 'en', sourceText, sourceHash: 'x', variants: [] });

/** Makes, by the doors that members use, the things on which the matrix is asked; each call makes another. */
export class Scene extends PartnershipScene {
  async forum(facts: Parameters<typeof aForum>[2] = {}) {
    const slug = this.next('forum');
    const id = await aForum(this.house, slug, facts);
    await this.house.db('update cluster set description = $2 where id = $1', [id, words('Where we talk')]);
    return { slug, id };
  }
  /** A private forum in which own and side speak. */
  async closedForum() {
    const forum = await this.forum({ visibility: 'cluster', join: 'request' });
    for (const who of ['own', 'side'] as const)
      await this.house.db('insert into cluster_member (cluster_id, member_id) values ($1, $2)', [
        forum.id,
        this.people[who].id,
      ]);
    await this.renew();
    return forum;
  }
  /** Everybody signs in anew: what the house remembered of them is looked up again, and sessions that were ended are forgotten. */
  async renew(): Promise<void> {
    for (const [who, person] of Object.entries(this.people) as [Who, Person][])
      if (person.id) this.people[who] = { ...person, client: await this.house.as(person.id) };
  }
  async thread(slug?: string, text = 'We have money for one step.'): Promise<{ no: number; id: string }> {
    const { no } = await this.by('own').forums.start({
      params: { slug: slug ?? (await this.forum()).slug },
      body: { type: 'question', title: 'Which step first?', text, locale: 'en' },
    });
    const [row] = await this.house.db<{ id: string }>('select id from thread where no = $1', [no]);
    return { no, id: row?.id ?? '' };
  }
  /** The own city's thread and the other side's answer to it. */
  async answered(): Promise<{ no: number; id: string }> {
    const thread = await this.thread();
    await this.by('side').forums.reply({ params: { no: thread.no }, body: { text: 'The road.', locale: 'en' } });
    return thread;
  }
  async hiddenPost(): Promise<{ no: number; post: number }> {
    const { no } = await this.answered();
    await this.by('own').forums.reply({ params: { no }, body: { text: 'Words to be hidden.', locale: 'en' } });
    const { post } = await this.by('moderator').forums.post({ params: { no, post: 3 } });
    const body = { version: post.version, move: 'hide' as const };
    await this.by('moderator').forums.movePost({ params: { no, post: 3 }, body });
    return { no, post: 3 };
  }
  async hiddenThread(): Promise<{ no: number; id: string }> {
    const thread = await this.thread();
    await this.by('moderator').forums.move({ params: { no: thread.no }, body: { move: 'hide', version: 1 } });
    return thread;
  }

  board(mode: BoardMode = 'open'): Promise<TestBoard> {
    return aBoard(this.house, this.by('organiser'), { mode });
  }
  async boardVersion({ code }: TestBoard): Promise<number> {
    return (await this.by('organiser').qa.desk({ params: { code } })).version;
  }
  async question(mode: BoardMode = 'open'): Promise<OwnQuestion & { code: string }> {
    const { code } = await this.board(mode);
    const body = { text: 'What keeps a station going?', locale: 'en' as const };
    return { ...(await this.by('own').qa.ask({ params: { code }, body })), code };
  }

  /** A story that the own city tells. */
  async story(state: 'draft' | 'submitted' | 'peer_review' | 'published') {
    const slug = this.next('story');
    const [row] = await this.house.db<{ id: string }>(
      `insert into story (slug, state, title, summary, place, challenge, solution, source_id, author_id, published_at)
       select $1, $2, $3, $3, 'Kolkata', $3, $3, (select id from source limit 1), $4, case when $2 = 'published' then $5::timestamptz end
       returning id`,
      [slug, state, words('How we did it'), this.people.own.id, this.house.clock.now()],
    );
    await this.house.db('insert into story_organisation (story_id, organisation_id, position) values ($1, $2, 0)', [
      row?.id,
      cityId('own'),
    ]);
    return { slug, id: row?.id ?? '' };
  }

  /** Somebody who says that they work for the own city, and waits. */
  async waiting(role: 'staff' | 'focal_point' = 'staff') {
    const client = await this.house.as({});
    return client.members.requestAffiliation({ body: { organisationId: cityId('own'), role } });
  }
  async mail(): Promise<string> {
    const email = `${this.next('asker')}@matrix.example`;
    await this.house.visitor().members.signUp({
      body: { displayName: 'Somebody New', email, password: 'long enough to pass', locale: 'en' },
    });
    await this.house.deliver();
    const [mail] = await this.house.db<{ id: string }>('select id from mail where to_address = $1', [email]);
    return mail?.id ?? '';
  }
  async job(): Promise<string> {
    const [job] = await this.house.db<{ id: string }>(
      `select id::text from graphile_worker.add_job('mail', '{"id":"11111111-1111-4111-8111-111111111111"}', run_at := now() + interval '1 day')`,
    );
    return job?.id ?? '';
  }
  async notification(): Promise<string> {
    await this.answered();
    await this.house.deliver();
    const [row] = await this.house.db<{ id: string }>(
      'select id from notification where member_id = $1 order by raised_at desc limit 1',
      [this.people.own.id],
    );
    return row?.id ?? '';
  }
}
