import type { Deadline, Role } from '@baraza/domain/kernel';
import type { Reason } from '@baraza/domain/notifications';
import { Injectable } from '@nestjs/common';
import type { NotificationArgs } from '../inbox.queries.ts';
import type { Subject } from '../notifier.ts';
import { Recipients } from '../recipients.queries.ts';
import { Stakes } from './stakes.queries.ts';
import type { Happened, Writing } from './writing.ts';

type Organisations = readonly string[];

/** Who is meant, in a case, by "the two sides", "the other side", "the desk"; and how they are written to. */
@Injectable()
export class Addressees {
  readonly stakes: Stakes;
  readonly recipients: Recipients;
  constructor(stakes: Stakes, recipients: Recipients) {
    this.stakes = stakes;
    this.recipients = recipients;
  }

  /** Whoever speaks for one of them. */
  async sides(reason: Reason, event: Happened, organisationIds: Organisations, more?: More): Promise<Writing[]> {
    return this.members(reason, event, await this.recipients.speakers(organisationIds, event.at), more);
  }

  /** Those of them for whom the mover did not act; all, when it was the desk or a clock. */
  async others({ actorId, onBehalfOf, at }: Happened, organisationIds: Organisations): Promise<Organisations> {
    if (actorId === null) return organisationIds;
    const actedFor =
      onBehalfOf !== null && organisationIds.includes(onBehalfOf)
        ? onBehalfOf
        : await this.recipients.organisationOf(actorId, organisationIds, at);
    return organisationIds.filter((id) => id !== actedFor);
  }

  async otherSides(reason: Reason, event: Happened, organisationIds: Organisations, more?: More): Promise<Writing[]> {
    return this.sides(reason, event, await this.others(event, organisationIds), more);
  }

  async focalPoints(reason: Reason, event: Happened, organisationIds: Organisations): Promise<Writing[]> {
    return this.members(reason, event, await this.recipients.focalPoints(organisationIds, event.at));
  }

  /** Every broker who is no party to it. */
  async desk(reason: Reason, event: Happened): Promise<Writing[]> {
    return this.members(reason, event, await this.atTheDesk(event));
  }

  /** Who holds the case; the desk when nobody does. */
  async broker(reason: Reason, event: Happened, more?: More): Promise<Writing[]> {
    return this.members(reason, event, await this.holding(event), more);
  }

  async holding(event: Happened): Promise<readonly string[]> {
    const { brokerId, subject } = event.data;
    const holder = subject.kind === 'partnership' ? await this.stakes.lookingAfter(subject.id) : brokerId;
    return holder === null ? this.atTheDesk(event) : [holder];
  }

  async owing(event: Happened, { kind, id }: Deadline['responsible']): Promise<readonly string[]> {
    if (kind === 'organisation') return this.recipients.speakers([id], event.at);
    if (kind === 'member') return [id];
    // What an officer verifies is an outcome: only the parties of its partnership are no judges of it.
    if (id === 'me_officer')
      return this.recipients.role([id], event.at, await this.stakes.partnersIn(event.data.subject.id));
    return id === 'lead_broker' ? this.impartial([id], event) : this.atTheDesk(event);
  }

  members(reason: Reason, { data }: Happened, to: readonly string[], { about, args }: More = {}): Writing[] {
    const { kind, id } = data.subject;
    return to.length === 0 ? [] : [{ reason, to, about: about ?? { kind, id }, ...(args && { args }) }];
  }

  /** Those of them who have no part in the case: others may not act on it (invariant I11). */
  async impartial(roles: readonly Role[], { data, at }: Happened): Promise<readonly string[]> {
    const named = data.subject.kind === 'partnership' ? await this.stakes.partnersIn(data.subject.id) : [];
    return this.recipients.role(roles, at, [...(await this.stakes.partiesOf(data.requestId)), ...named]);
  }

  private atTheDesk(event: Happened): Promise<readonly string[]> {
    return this.impartial(['broker', 'lead_broker'], event);
  }
}

interface More {
  readonly args?: NotificationArgs | undefined;
  /** Another thing than the one it happened to. */
  readonly about?: Subject;
}
