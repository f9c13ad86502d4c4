import { randomUUID } from 'node:crypto';
import { channelsFor, dedupeKey, type NotificationRaised, type Reason, raise } from '@baraza/domain/notifications';
import { Injectable } from '@nestjs/common';
import { asActor, asSystem } from '../platform/asker.ts';
import { Clock } from '../platform/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import type { StoredEvent } from '../platform/events/reactions.ts';
import { type Described, Things } from '../platform/things.ts';
import { type NotificationArgs, unreadOf } from './inbox.queries.ts';
import { type Recipient, Recipients } from './recipients.queries.ts';

export interface Subject {
  readonly kind: string;
  readonly id: string;
}

export interface Raising {
  readonly reason: Reason;
  readonly subject: Subject;
  readonly recipients: Iterable<string>;
  readonly args?: NotificationArgs;
  /** What it is about within its subject, where that holds many things. */
  readonly matter?: string;
  /** What happened; whoever did it is not told of it. */
  readonly cause: Pick<StoredEvent, 'seq' | 'at' | 'actorId'>;
}

/** So many are looked up at a time: what is known of them is not old when their turn comes. */
const atOnce = 100;

export const mailTask = 'notify-mail';

/** What is told later than this, by an import or after a long outage, is history: it stands in the inbox, read, and costs no mail. */
const historyMs = 14 * 86_400_000;

/** Writes to people: once for each recipient, reason, matter and window, and never of what they may not open (F1). */
@Injectable()
export class Notifier {
  private readonly work: UnitOfWork;
  private readonly recipients: Recipients;
  private readonly things: Things;
  private readonly clock: Clock;
  constructor(work: UnitOfWork, recipients: Recipients, things: Things, clock: Clock) {
    this.work = work;
    this.recipients = recipients;
    this.things = things;
    this.clock = clock;
  }

  async raise(raising: Raising): Promise<void> {
    const meant = await this.untold(raising);
    for (let i = 0; i < meant.length; i += atOnce)
      for (const [id, recipient] of await this.recipients.many(meant.slice(i, i + atOnce), this.clock.now()))
        await this.raiseFor(id, recipient, raising);
  }

  /** The thing as this person may see it now. */
  async show(subject: Subject, { actor, locale }: Recipient): Promise<Described | undefined> {
    const shown = await this.things.of([subject], asActor(actor, this.clock.now(), locale));
    return shown.get(`${subject.kind}:${subject.id}`);
  }

  /** Whoever has been told of it before costs nothing again, when what happened is told a second time. */
  private async untold({ recipients, reason, subject, matter, cause }: Raising): Promise<string[]> {
    const about = `${subject.kind}:${subject.id}`;
    const keys = new Map<string, string>();
    for (const id of recipients)
      if (id !== cause.actorId) keys.set(dedupeKey(id, reason, about, new Date(cause.at), matter), id);
    for (const key of await this.recipients.toldBefore([...keys.keys()])) keys.delete(key);
    return [...keys.values()];
  }

  private async raiseFor(
    id: string,
    recipient: Recipient,
    { reason, subject, matter, args = {}, cause }: Raising,
  ): Promise<void> {
    const channels = channelsFor(reason, recipient.preferences);
    if (channels.length === 0 || !(await this.show(subject, recipient))) return;

    const at = new Date(cause.at);
    const isHistory = this.clock.now().getTime() - at.getTime() > historyMs;
    const about = `${subject.kind}:${subject.id}`;
    const { urgency, dedupeKey } = raise(id, reason, about, at, matter);
    await this.work.run(asSystem(at), async ({ tx, tell, enqueue }) => {
      const notificationId = randomUUID();
      const written: unknown[] = await tx.query(
        `insert into notification (id, member_id, reason, subject_kind, subject_id, args, urgency, channels, dedupe_key, event_seq, raised_at, visibility_checked_at, read_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (dedupe_key) do nothing returning 1`,
        [
          notificationId,
          id,
          reason,
          subject.kind,
          subject.id,
          JSON.stringify(args),
          urgency,
          channels,
          dedupeKey,
          cause.seq,
          at,
          this.clock.now(),
          isHistory ? at : null,
        ],
      );
      if (written.length === 0 || isHistory) return;
      const unread = await unreadOf(tx, id);
      const happening: NotificationRaised = {
        name: 'notifications.notification.raised',
        stream: `member:${id}`,
        data: { notificationId, recipientId: id, reason, subject: about, urgency, unread },
      };
      await tell(happening);
      if (channels.includes('mail')) await enqueue(mailTask, { id: notificationId });
    });
  }
}
