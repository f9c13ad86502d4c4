import type { Deadline } from '@baraza/domain/kernel';
import type { MembersHappening } from '@baraza/domain/members';
import type { Reason } from '@baraza/domain/notifications';
import { Injectable } from '@nestjs/common';
import { type BrokeringTold, toldNames } from '../brokering/index.ts';
import { Reactions, type StoredEvent } from '../platform/events/reactions.ts';
import { Concerned } from './concerned.queries.ts';
import type { NotificationArgs } from './inbox.queries.ts';
import { Notifier, type Subject } from './notifier.ts';
import { Recipients } from './recipients.queries.ts';

type Told<N extends BrokeringTold['name']> = Extract<BrokeringTold, { readonly name: N }>['data'];
type Happened = { readonly [N in BrokeringTold['name']]: StoredEvent<N, Told<N>> }[BrokeringTold['name']];

/** To whom, why, about what. */
interface Writing {
  readonly reason: Reason;
  readonly to: Promise<readonly string[]>;
  readonly about: Subject;
  readonly args?: NotificationArgs;
}

/** Who of a case is written to, and when: what needs somebody, what was decided, what came of it. */
@Injectable()
export class BrokeringReactions {
  private readonly concerned: Concerned;
  private readonly recipients: Recipients;

  constructor(concerned: Concerned, reactions: Reactions, notifier: Notifier, recipients: Recipients) {
    this.concerned = concerned;
    this.recipients = recipients;
    for (const name of ['brokering.flag.raised', 'brokering.flag.changed'] as const)
      reactions.on<BrokeringTold, typeof name>(name, 'notifications.brokering', async (event) => {
        const { level, requestId } = event.data;
        if (level !== 'escalated' && level !== 'red') return;
        const leads = await recipients.role(['lead_broker'], event.at, await concerned.partiesOf(requestId));
        const subject = { kind: 'request', id: requestId };
        await notifier.raise({ reason: 'brokering.flagRaised', subject, recipients: leads, cause: event });
      });
    reactions.on<MembersHappening, 'members.affiliation.moved'>(
      'members.affiliation.moved',
      'notifications.brokering',
      async (event) => {
        const { organisationId, role, to: state } = event.data;
        if (role !== 'focal_point' || state === 'active') return;
        const brokers = await concerned.brokersOfHeadless(organisationId);
        const desk = brokers.includes(null) ? await this.desk(event.at, [organisationId]) : [];
        const both = [...new Set([...brokers.filter((id) => id !== null), ...desk])];
        const subject = { kind: 'organisation', id: organisationId };
        await notifier.raise({ reason: 'brokering.focalPointNeeded', subject, recipients: both, cause: event });
      },
    );
    for (const name of toldNames)
      reactions.on<BrokeringTold, typeof name>(name, 'notifications.brokering', async (event) => {
        for (const { reason, to, about, args } of await this.writingsOf(event as Happened))
          await notifier.raise({ reason, subject: about, recipients: await to, cause: event, ...(args && { args }) });
      });
  }

  private async writingsOf(event: Happened): Promise<Writing[]> {
    switch (event.name) {
      case 'brokering.request.moved':
        return this.ofRequest(event);
      case 'brokering.request.handedOver':
        return this.ofHandOver(event);
      case 'brokering.clarification.asked':
        return [this.toSide('brokering.clarificationAsked', event, [event.data.requesterId])];
      case 'brokering.clarification.moved':
        return event.data.move === 'answer'
          ? [this.toSide('brokering.clarificationAnswered', event, [event.data.organisationId])]
          : [];
      case 'brokering.expression.sent':
        return [this.toSide('brokering.expressionReceived', event, [event.data.requesterId])];
      case 'brokering.expression.moved':
        return this.ofExpression(event);
      case 'brokering.match.referred':
        return [this.write('brokering.referralReceived', event, this.broker(event))];
      case 'brokering.match.suggested':
        return [await this.ofSuggestion(event)];
      case 'brokering.match.introduced':
        return [this.toSide('brokering.introduced', event, event.data.organisationIds)];
      case 'brokering.match.moved':
        return this.ofMatch(event);
      case 'brokering.partnership.proposed':
        return [this.toFocalPoints('brokering.partnershipProposed', event, event.data.organisationIds)];
      case 'brokering.partnership.moved':
        // Other words want new signatures.
        return event.data.move === 'amend'
          ? [this.toFocalPoints('brokering.partnershipProposed', event, event.data.organisationIds)]
          : [];
      case 'brokering.partnership.agreed':
        return [this.toSide('brokering.partnershipAgreed', event, event.data.organisationIds)];
      case 'brokering.deadline.near':
      case 'brokering.deadline.missed':
        return this.ofDeadline(event);
      default:
        return [];
    }
  }

  private async ofRequest(
    event: StoredEvent<'brokering.request.moved', Told<'brokering.request.moved'>>,
  ): Promise<Writing[]> {
    const { move, organisationId, brokerId, requestId } = event.data;
    const own = [organisationId];
    const desk = () => this.write('brokering.reviewNeeded', event, this.desk(event.at, own));
    switch (move) {
      case 'submit':
        // Until a focal point stands behind it no broker can take it.
        return [
          (await this.concerned.isApproved(requestId))
            ? desk()
            : this.toFocalPoints('brokering.approvalNeeded', event, own),
        ];
      case 'approve':
      case 'releaseClaim':
        return [desk()];
      case 'answer':
      case 'sendBack':
        return [brokerId ? this.write('brokering.reviewNeeded', event, Promise.resolve([brokerId])) : desk()];
      case 'ask':
        return [this.toSide('brokering.questionAsked', event, own)];
      case 'publish':
        return [
          this.toSide('brokering.published', event, own),
          this.write('brokering.matching', event, this.concerned.searchersOf(requestId)),
        ];
      case 'proposePublish':
      case 'readAnew':
        return [desk()];
      case 'proposeDecline':
        return [this.write('brokering.reviewNeeded', event, this.recipients.role(['lead_broker'], event.at, own))];
      case 'appeal':
        return [this.write('brokering.reviewNeeded', event, this.judges(event))];
      case 'uphold':
      case 'grant':
        return [this.toSide('brokering.appealDecided', event, own)];
      case 'hold':
        return [this.toSide('brokering.onHold', event, await this.concerned.waitingOn(requestId))];
      case 'decline':
        return [this.toSide('brokering.declined', event, own)];
      case 'expire':
        return [this.toSide('brokering.renewalDue', event, own)];
      case 'park':
      case 'lapse':
        return [this.toSide('brokering.lapsed', event, own)];
      default:
        return [];
    }
  }

  /** To whom it is given; to the desk, when it is given to nobody. */
  private ofHandOver({
    data,
    at,
    ...event
  }: StoredEvent<'brokering.request.handedOver', Told<'brokering.request.handedOver'>>) {
    const to = data.after ? Promise.resolve([data.after]) : this.desk(at, [data.requesterOrganisationId]);
    return [this.write('brokering.caseHandedOver', { ...event, data, at }, to)];
  }

  private async judges({ data, at }: StoredEvent<'brokering.request.moved', Told<'brokering.request.moved'>>) {
    const decliners = await this.concerned.declinersOf(data.requestId);
    const leads = await this.recipients.role(['lead_broker'], at, [data.organisationId]);
    return leads.filter((id) => !decliners.includes(id));
  }

  private async ofMatch(
    event: StoredEvent<'brokering.match.moved', Told<'brokering.match.moved'>>,
  ): Promise<Writing[]> {
    const { move, organisationIds, matchId } = event.data;
    switch (move) {
      case 'send':
        return [this.toSide('brokering.suggested', event, organisationIds)];
      case 'askAgain':
        return [this.toSide('brokering.askedAgain', event, await this.concerned.unansweredIn(matchId))];
      case 'lapse':
      case 'dissolve':
        return [this.toSide('brokering.lapsed', event, organisationIds)];
      default:
        return [];
    }
  }

  /**
   * A circle asks more of its parties than a pair does: they are told at once what they would get and give. What one
   * offers unasked is news to the other alone.
   */
  private async ofSuggestion(
    event: StoredEvent<'brokering.match.suggested', Told<'brokering.match.suggested'>>,
  ): Promise<Writing> {
    const { matchId, organisationIds, alsoAnswers } = event.data;
    if (await this.concerned.isOffered(matchId))
      return this.toSide('brokering.offerReceived', event, await this.concerned.unansweredIn(matchId));
    const circle = organisationIds.length > 2 || alsoAnswers.length > 0;
    return this.toSide(circle ? 'brokering.circle' : 'brokering.matching', event, organisationIds);
  }

  private ofExpression(
    event: StoredEvent<'brokering.expression.moved', Told<'brokering.expression.moved'>>,
  ): Writing[] {
    const { move, organisationId, requesterId } = event.data;
    const sender = [organisationId];
    switch (move) {
      case 'see':
        return [this.toSide('brokering.expressionSeen', event, sender)];
      case 'accept':
        return [
          this.toSide('brokering.confirmNeeded', event, sender),
          this.write('brokering.expressionAccepted', event, this.bystandingAuthor(event)),
        ];
      case 'decline':
        return [this.toSide('brokering.expressionDeclined', event, sender)];
      case 'lapse':
      case 'endWithRequest':
        return [this.toSide('brokering.lapsed', event, [organisationId, requesterId])];
      default:
        return [];
    }
  }

  /** Who wrote it without speaking for the sender: told of the yes, which is others' to confirm. */
  private async bystandingAuthor({ data, at }: StoredEvent<string, Told<'brokering.expression.moved'>>) {
    const speakers = await this.recipients.speakers([data.organisationId], at);
    return (await this.concerned.authorOfExpression(data.expressionId)).filter((id) => !speakers.includes(id));
  }

  private async ofDeadline(
    event:
      | StoredEvent<'brokering.deadline.near', Told<'brokering.deadline.near'>>
      | StoredEvent<'brokering.deadline.missed', Told<'brokering.deadline.missed'>>,
  ): Promise<Writing[]> {
    const { responsible, what, dueAt, brokerId, requesterOrganisationId } = event.data;
    const args = { what, dueAt: new Date(dueAt).toISOString() };
    const owing = this.owing(responsible, event.at, requesterOrganisationId);
    // All sides are asked at once: whoever has not answered is reminded, whosever turn it is.
    if (event.name === 'brokering.deadline.near' && what === 'brokering.step.answerSuggestion') {
      const unanswered = await this.concerned.unansweredIn(event.data.subject.id);
      return [this.write('brokering.reminder', event, this.recipients.speakers(unanswered, event.at), args)];
    }
    if (event.name === 'brokering.deadline.near') return [this.write('brokering.reminder', event, owing, args)];
    const broker = brokerId ? Promise.resolve([brokerId]) : this.desk(event.at, [requesterOrganisationId]);
    const both = Promise.all([owing, broker]).then((ids) => ids.flat());
    return [this.write('brokering.late', event, both, args)];
  }

  private owing({ kind, id }: Deadline['responsible'], at: Date, requester: string): Promise<readonly string[]> {
    if (kind === 'organisation') return this.recipients.speakers([id], at);
    if (kind === 'member') return Promise.resolve([id]);
    return id === 'lead_broker' || id === 'me_officer'
      ? this.recipients.role([id], at, [requester])
      : this.desk(at, [requester]);
  }

  /** Who holds the case; the desk when nobody does. */
  private broker({ data, at }: Happened): Promise<readonly string[]> {
    const { brokerId, requesterOrganisationId } = data;
    return brokerId ? Promise.resolve([brokerId]) : this.desk(at, [requesterOrganisationId]);
  }

  private desk(at: Date, parties: readonly string[]): Promise<readonly string[]> {
    return this.recipients.role(['broker', 'lead_broker'], at, parties);
  }

  private toSide(reason: Reason, event: Happened, organisationIds: readonly string[]): Writing {
    return this.write(reason, event, this.recipients.speakers(organisationIds, event.at));
  }

  private toFocalPoints(reason: Reason, event: Happened, organisationIds: readonly string[]): Writing {
    return this.write(reason, event, this.recipients.focalPoints(organisationIds, event.at));
  }

  private write(reason: Reason, { data }: Happened, to: Promise<readonly string[]>, args?: NotificationArgs): Writing {
    const { kind, id } = data.subject;
    return { reason, to, about: { kind, id }, ...(args && { args }) };
  }
}
