import { brokeringTerms } from '@baraza/domain/brokering';
import { addDays } from '@baraza/domain/kernel';
import type { Reason } from '@baraza/domain/notifications';
import { Injectable } from '@nestjs/common';
import type { BrokeringTold } from '../brokering/index.ts';
import { type Reaction, Reactions, type StoredEvent } from '../platform/events/reactions.ts';
import type { NotificationArgs } from './inbox.queries.ts';
import { Notifier } from './notifier.ts';
import { Recipients } from './recipients.queries.ts';

type Told<N extends BrokeringTold['name']> = Extract<BrokeringTold, { readonly name: N }>['data'];
type Happened<N extends BrokeringTold['name'] = BrokeringTold['name']> = StoredEvent<N, Told<N>>;

/** What needs somebody in the file of a partnership, and what became of it: to whom it is written. */
@Injectable()
export class PartnershipsReactions {
  private readonly notifier: Notifier;
  private readonly recipients: Recipients;

  constructor(reactions: Reactions, notifier: Notifier, recipients: Recipients) {
    this.notifier = notifier;
    this.recipients = recipients;
    const on = <N extends BrokeringTold['name']>(name: N, react: Reaction<BrokeringTold, N>): void =>
      reactions.on<BrokeringTold, N>(name, 'notifications.partnerships', react);

    on('brokering.checkIn.asked', (event) => this.ask(event));
    on('brokering.checkIn.answered', (event) => this.hear(event));
    on('brokering.checkIn.moved', (event) => this.ofCheckIn(event));
    on('brokering.meeting.proposed', (event) => this.invite(event, event.data.proposerId));
    on('brokering.meeting.moved', (event) => this.ofMeeting(event));
    on('brokering.outcome.claimed', (event) => this.askToSign(event));
    on('brokering.outcome.moved', (event) => this.ofOutcome(event));
    on('brokering.partnership.moved', (event) => this.ofPartnership(event));
    on('brokering.partnership.recorded', (event) => this.ofRecord(event));
  }

  private async ask(event: Happened<'brokering.checkIn.asked'>): Promise<void> {
    const dueAt = addDays(event.at, brokeringTerms.checkIn.answerDays).toISOString();
    const args = { what: 'brokering.step.checkIn', dueAt };
    await this.write('brokering.checkInDue', event, await this.sides(event, event.data.organisationIds), args);
  }

  private async hear(event: Happened<'brokering.checkIn.answered'>): Promise<void> {
    if (event.data.deskWanted) await this.write('brokering.deskWanted', event, await this.broker(event));
  }

  private async ofCheckIn(event: Happened<'brokering.checkIn.moved'>): Promise<void> {
    const { move, organisationIds } = event.data;
    // A look back that was planned has its day.
    if (move === 'ask')
      return this.ask({ ...event, name: 'brokering.checkIn.asked', data: { ...event.data, organisationIds } });
    if (move !== 'refer') return;
    const args = { what: 'brokering.step.askForCheckIn', dueAt: new Date(event.at).toISOString() };
    await this.write('brokering.late', event, await this.broker(event), args);
  }

  private async invite(event: Happened<'brokering.meeting.proposed' | 'brokering.meeting.moved'>, by: string | null) {
    const others = event.data.organisationIds.filter((id) => id !== by);
    await this.write('brokering.meetingProposed', event, await this.sides(event, others));
  }

  private async ofMeeting(event: Happened<'brokering.meeting.moved'>): Promise<void> {
    const { move, organisationIds } = event.data;
    if (move === 'counter') return this.invite(event, event.onBehalfOf);
    if (move === 'fix' || move === 'cancel' || move === 'lapse' || move === 'endWithCase')
      await this.write('brokering.meetingChanged', event, await this.sides(event, organisationIds));
  }

  private async askToSign(event: Happened<'brokering.outcome.claimed' | 'brokering.outcome.moved'>): Promise<void> {
    const { organisationIds, claimantId } = event.data;
    const others = organisationIds.filter((id) => id !== claimantId);
    await this.write('brokering.outcomeToSign', event, await this.sides(event, others));
  }

  private async ofOutcome(event: Happened<'brokering.outcome.moved'>): Promise<void> {
    const { move, organisationIds, claimantId } = event.data;
    if (move === 'report' || move === 'settle') return this.askToSign(event);
    if (move === 'countersign')
      return this.write(
        'brokering.outcomeToSign',
        event,
        await this.recipients.role(['me_officer'], event.at, organisationIds),
      );
    if (move === 'dispute')
      await this.write('brokering.outcomeDisputed', event, [
        ...(await this.sides(event, [claimantId])),
        ...(await this.broker(event)),
      ]);
  }

  private async ofPartnership(event: Happened<'brokering.partnership.moved'>): Promise<void> {
    const { move, organisationIds } = event.data;
    const told = ['suspend', 'resume', 'fallDormant', 'wake', 'finalise', 'close', 'lapse', 'cancel', 'endWithMatch'];
    if (!told.includes(move)) return;
    const broker = move === 'fallDormant' ? await this.broker(event) : [];
    await this.write('brokering.partnershipChanged', event, [...(await this.sides(event, organisationIds)), ...broker]);
  }

  private async ofRecord(event: Happened<'brokering.partnership.recorded'>): Promise<void> {
    const { what, organisationIds } = event.data;
    if (what !== 'milestoneDone') return;
    const others = organisationIds.filter((id) => id !== event.onBehalfOf);
    await this.write('brokering.milestoneReached', event, await this.sides(event, others));
  }

  private sides({ at }: Happened, organisationIds: readonly string[]): Promise<readonly string[]> {
    return this.recipients.speakers(organisationIds, at);
  }

  /** Who holds the case; the desk when nobody does. */
  private broker({ data, at }: Happened): Promise<readonly string[]> {
    const { brokerId, requesterOrganisationId } = data;
    if (brokerId) return Promise.resolve([brokerId]);
    return this.recipients.role(['broker', 'lead_broker'], at, [requesterOrganisationId]);
  }

  private write(
    reason: Reason,
    cause: Happened,
    recipients: readonly string[],
    args?: NotificationArgs,
  ): Promise<void> {
    const { kind, id } = cause.data.subject;
    return this.notifier.raise({ reason, subject: { kind, id }, recipients, cause, ...(args && { args }) });
  }
}
