import type { ClarificationView, ExpressionView, MatchView, RequestView } from '@baraza/contracts/brokering';
import { addDays } from '@baraza/domain/kernel';
import { SignedLinks } from '../../src/platform/signed-links.ts';
import { at, on } from '../brokering.ts';
import type { House } from '../harness.ts';
import { cityId, type Person, type Who } from './people.ts';

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** Requests and those who answer them, made by the doors that members use; each call makes another. */
export class RequestScene {
  readonly house: House;
  readonly people: Record<Who, Person>;
  /** Of all scenes together: two may share a house. */
  protected static count = 0;
  private lastSuggested: string | null = null;
  constructor(house: House, people: Record<Who, Person>) {
    this.house = house;
    this.people = people;
  }

  by(who: Who) {
    return this.people[who].client;
  }
  protected next(what: string): string {
    RequestScene.count += 1;
    return `${what}-${RequestScene.count}`;
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
  /** So many days from now. */
  day(days: number): string {
    return day(addDays(this.house.clock.now(), days));
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
}
