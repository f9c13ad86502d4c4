import type { ExpressionView, MatchView, PartnershipView, RequestView } from '@baraza/contracts/brokering';
import type { OwnQuestion } from '@baraza/contracts/qa';
import { addDays } from '@baraza/domain/kernel';
import type { BoardMode } from '@baraza/domain/qa';
import { aBoard, type TestBoard } from '../boards.ts';
import { at, on, proposal } from '../brokering.ts';
import { aForum } from '../forums.ts';
import type { House } from '../harness.ts';
import { cityId, type Person, type Who } from './people.ts';

const words = (sourceText: string): string =>
  JSON.stringify({ sourceLocale: 'en', sourceText, sourceHash: 'x', variants: [] });
const day = (date: Date): string => date.toISOString().slice(0, 10);

/** Makes, by the doors that members use, the things on which the matrix is asked; each call makes another. */
export class Scene {
  readonly house: House;
  readonly people: Record<Who, Person>;
  /** Of all scenes together: two may share a house. */
  private static count = 0;
  constructor(house: House, people: Record<Who, Person>) {
    this.house = house;
    this.people = people;
  }

  by(who: Who) {
    return this.people[who].client;
  }
  private next(what: string): string {
    Scene.count += 1;
    return `${what}-${Scene.count}`;
  }

  content(more: object = {}) {
    const now = this.house.clock.now();
    return {
      language: 'en' as const,
      title: 'Shared delivery of fresh produce',
      context: 'Every producer drives to the market alone.',
      wantedResult: 'A pilot group delivers together.',
      whatWeBring: 'Access to producers.',
      modalities: ['training' as const],
      themes: ['logistics'],
      sdgs: [2],
      languages: ['en'],
      window: { start: day(addDays(now, 30)), end: day(addDays(now, 200)) },
      ...more,
    };
  }
  draft(more: object = {}): Promise<RequestView> {
    return this.by('own').brokering.draftRequest({ body: this.content(more) });
  }
  submitted(more: object = {}): Promise<RequestView> {
    return this.draft({ submit: true, ...more });
  }
  async inReview(more: object = {}): Promise<RequestView> {
    return this.by('broker').brokering.claimRequest(on(await this.submitted(more)));
  }
  async asked(): Promise<RequestView> {
    return this.by('broker').brokering.askRequest(on(await this.inReview(), { note: 'How many producers?' }));
  }
  async published(more: object = {}): Promise<RequestView> {
    return this.by('broker').brokering.publishRequest(on(await this.inReview(more)));
  }
  /** As its city sees it now. */
  async fresh({ ref }: RequestView): Promise<RequestView> {
    return this.by('own').brokering.request({ params: { ref } });
  }
  async expired(): Promise<RequestView> {
    const request = await this.published();
    await this.house.db(`update request set state = 'expired', expires_at = $2 where id = $1`, [
      request.id,
      this.house.clock.now(),
    ]);
    return this.fresh(request);
  }

  async expression(send = true, request?: RequestView): Promise<ExpressionView> {
    const { ref } = request ?? (await this.published());
    return this.by('side').brokering.draftExpression({
      params: { ref },
      body: { message: 'We have done this in a hundred villages.', language: 'en', send },
    });
  }
  async accepted(): Promise<ExpressionView> {
    return this.by('own').brokering.acceptExpression(at(await this.expression()));
  }
  async match(): Promise<MatchView> {
    const confirmed = await this.by('side').brokering.confirmExpression(at(await this.accepted()));
    return this.by('own').brokering.match({ params: { id: confirmed.matchId as string } });
  }
  async suggested(): Promise<MatchView> {
    const request = await this.published();
    const body = { version: request.version, organisationId: cityId('side'), because: 'They did it.' };
    return this.by('broker').brokering.suggestPartner({ params: { ref: request.ref }, body });
  }
  async matched(): Promise<RequestView> {
    const { request } = await this.match();
    return this.by('own').brokering.request({ params: { ref: request.ref } });
  }
  async scoping(more: object = {}): Promise<PartnershipView> {
    return this.by('own').brokering.proposePartnership(proposal(await this.match(), { language: 'en', ...more }));
  }
  async agreed(more: object = {}): Promise<PartnershipView> {
    const proposed = await this.scoping(more);
    const once = await this.by('own').brokering.acceptPartnership(on(proposed, { name: 'Own focal point' }));
    return this.by('side').brokering.acceptPartnership(on(once, { name: 'Other focal point' }));
  }
  async active(): Promise<PartnershipView> {
    return this.by('own').brokering.startPartnership(on(await this.agreed()));
  }
  async partnered(): Promise<RequestView> {
    const { request } = await this.agreed();
    return this.by('own').brokering.request({ params: { ref: request?.ref as string } });
  }

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
