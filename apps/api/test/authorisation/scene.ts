import type {
  ClarificationView,
  ExpressionView,
  MatchView,
  MeetingView,
  OutcomeView,
  PartnershipView,
  RequestView,
} from '@baraza/contracts/brokering';
import type { OwnQuestion } from '@baraza/contracts/qa';
import { addDays } from '@baraza/domain/kernel';
import type { BoardMode } from '@baraza/domain/qa';
import { SignedLinks } from '../../src/platform/signed-links.ts';
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
  private lastSuggested: string | null = null;
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
  async proposedDecline(): Promise<RequestView> {
    const body = { reason: 'incomplete', note: 'Say who brings the vans.' };
    return this.by('broker').brokering.declineRequest(on(await this.inReview(), body));
  }
  async declined(): Promise<RequestView> {
    return this.by('lead_broker').brokering.agreeRequest(on(await this.proposedDecline()));
  }
  async appealed(): Promise<RequestView> {
    const request = await this.by('own').brokering.appealRequest(on(await this.declined(), { note: 'We said who.' }));
    // The one lead broker of the cast had a hand in it; another one did it here.
    await this.house.db(`update request set decline = jsonb_set(decline, '{by}', '[]') where id = $1`, [request.id]);
    return request;
  }
  async held(): Promise<RequestView> {
    const until = day(addDays(this.house.clock.now(), 30));
    return this.by('own').brokering.holdRequest(on(await this.published(), { reason: 'timing', until }));
  }
  async flagged(): Promise<{ id: string; version: number }> {
    const { ref } = await this.published();
    const { desk } = await this.by('broker').brokering.raiseFlag({
      params: { ref },
      body: { level: 'red', category: 'other', note: 'One supplier behind both.' },
    });
    return desk?.flags[0] as { id: string; version: number };
  }
  async clarification(open = false): Promise<ClarificationView> {
    const { ref } = await this.published();
    return this.by('side').brokering.askClarification({ params: { ref }, body: { question: 'How many?', open } });
  }
  /** The link in the mail to the own city's focal point. */
  async tap(): Promise<string> {
    const request = await this.submitted();
    await this.house.db('update request set approved_by = null where id = $1', [request.id]);
    const until = addDays(this.house.clock.now(), 5);
    return this.house.app.get(SignedLinks).sign('brokering.approve', [request.id, this.people.own.id], until);
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
    await this.endLastSuggested();
    const request = await this.published();
    this.lastSuggested = request.ref;
    const body = { version: request.version, organisationId: cityId('side'), because: 'They did it.' };
    return this.by('broker').brokering.suggestPartner({ params: { ref: request.ref }, body });
  }
  /** An organisation has a few at once and no more; those that nobody answered would fill its hands. */
  private async endLastSuggested(): Promise<void> {
    if (!this.lastSuggested) return;
    const own = this.by('own').brokering;
    const request = await own.request({ params: { ref: this.lastSuggested } });
    if (request.moves.some(({ move }) => move === 'withdraw')) await own.withdrawRequest(on(request));
  }
  /** A hint of a member's, as the desk reads it. */
  async referred(): Promise<MatchView> {
    const { ref } = await this.published();
    const body = {
      organisationId: cityId('side'),
      because: 'They did it, and wrote it down.',
      language: 'en' as const,
    };
    await this.by('member').brokering.referPartner({ params: { ref }, body });
    const { matches } = await this.by('broker').brokering.request({ params: { ref } });
    return this.by('broker').brokering.match({ params: { id: matches[0]?.id ?? '' } });
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
  /** So many days from now. */
  day(days: number): string {
    return day(addDays(this.house.clock.now(), days));
  }
  suspended(): Promise<PartnershipView> {
    return this.active().then((active) =>
      this.by('own').brokering.suspendPartnership(on(active, { reason: 'election', until: this.day(60) })),
    );
  }
  async dormant(): Promise<PartnershipView> {
    const { id, ref } = await this.active();
    await this.house.db(`update partnership set state = 'dormant' where id = $1`, [id]);
    return this.by('own').brokering.partnership({ params: { ref } });
  }
  async milestone(): Promise<{ id: string }> {
    const { ref } = await this.active();
    const body = { title: 'Six lessons', due: this.day(60), ownerId: cityId('side'), language: 'en' as const };
    const { milestones } = await this.by('own').brokering.planMilestone({ params: { ref }, body });
    return { id: milestones[0]?.id ?? '' };
  }
  contributionBody() {
    return { kind: 'expert_days' as const, quantity: 6, unit: 'days', date: this.day(-1) };
  }
  async contribution(): Promise<{ id: string }> {
    const { ref } = await this.active();
    const body = this.contributionBody();
    const { contributions } = await this.by('own').brokering.giveContribution({ params: { ref }, body });
    return { id: contributions[0]?.id ?? '' };
  }
  async checkIn(referred = false): Promise<{ id: string }> {
    const { id } = await this.active();
    const sides = (['own', 'side'] as const).map((city) => ({
      organisationId: cityId(city),
      answer: null,
      missedBefore: 0,
    }));
    const [row] = await this.house.db<{ id: string }>(
      `insert into check_in (id, partnership_id, kind, opens_at, referred_at, sides, state, state_since, last_activity_at, created_at)
       values (gen_random_uuid(), $1, 'regular', $2, case when $4 then $2::timestamptz end, $3, 'open', $2, $2, $2) returning id`,
      [id, this.house.clock.now(), JSON.stringify(sides), referred],
    );
    return { id: row?.id ?? '' };
  }
  async linked(): Promise<{ token: string }> {
    const { id } = await this.checkIn();
    const ids = [id, cityId('side'), this.people.side.id];
    const token = this.house.app.get(SignedLinks).sign('check-in', ids, addDays(this.house.clock.now(), 10));
    return { token };
  }
  meetingBody() {
    return {
      topic: 'First lesson',
      slots: [3, 4, 5].map((days) => `${this.day(days)}T09:00`),
      timeZone: 'UTC',
      delegate: 'Ann',
      language: 'en' as const,
    };
  }
  meetingResult() {
    return {
      attendees: 'Ann\nWang',
      note: 'Two rounds become one.',
      next: 'Send the notes',
      nextOwnerId: cityId('side'),
      nextDue: this.day(10),
    };
  }
  meetingReport() {
    return { ...this.meetingResult(), topic: 'A look at the market', on: this.day(-2) };
  }
  async meeting(): Promise<MeetingView> {
    const { id } = await this.match();
    return this.by('own').brokering.meetForMatch({ params: { id }, body: this.meetingBody() });
  }
  async metMeeting(): Promise<{ id: string; version: number }> {
    const proposed = await this.meeting();
    const slot = proposed.slots[0] as string;
    const { id, version } = await this.by('side').brokering.acceptMeeting(at(proposed, { slot, delegate: 'Wang' }));
    await this.house.db(`update meeting set chosen = chosen - interval '10 days' where id = $1`, [id]);
    return { id, version };
  }
  outcomeBody() {
    return {
      indicator: 'Cost of the last leg',
      level: 'outcome' as const,
      unit: 'XOF',
      baseline: { value: 1200, date: this.day(-30), source: 'The books' },
      actual: { value: 790, date: this.day(-1), evidence: 'The books' },
      language: 'en' as const,
    };
  }
  async outcome(): Promise<OutcomeView> {
    const { ref } = await this.active();
    return this.by('own').brokering.claimOutcome({ params: { ref }, body: this.outcomeBody() });
  }
  async countersigned(): Promise<OutcomeView> {
    return this.by('side').brokering.countersignOutcome(at(await this.outcome()));
  }
  async disputed(): Promise<OutcomeView> {
    return this.by('side').brokering.disputeOutcome(at(await this.outcome(), { note: 'Two markets only.' }));
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
