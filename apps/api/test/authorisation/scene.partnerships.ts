import type { MeetingView, OutcomeView, PartnershipView, RequestView } from '@baraza/contracts/brokering';
import { addDays } from '@baraza/domain/kernel';
import { SignedLinks } from '../../src/platform/signed-links.ts';
import { at, on, proposal } from '../brokering.ts';
import { cityId } from './people.ts';
import { RequestScene } from './scene.requests.ts';

/** What came of a match: partnerships and all that stands in their file. */
export class PartnershipScene extends RequestScene {
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
}
