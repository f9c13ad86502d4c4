import type { Received } from '@baraza/contracts/kernel';
import type { NotificationView, notifications as routes } from '@baraza/contracts/notifications';
import { can } from '@baraza/domain/kernel';
import { type NotificationRead, notificationPolicy, raise, termsOf } from '@baraza/domain/notifications';
import { Injectable } from '@nestjs/common';
import { ReaderCounts } from '../members/index.ts';
import type { Asker } from '../platform/asker.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { Streams } from '../platform/live/streams.ts';
import { type Described, Things } from '../platform/things.ts';
import { type InboxPage, InboxQueries, type StoredGroup, type StoredNotification, unreadOf } from './inbox.queries.ts';
import { Recipients } from './recipients.queries.ts';

type Wanted = Received<typeof routes.savePreferences>['body'];

const memberOf = ({ actor }: Asker): string => {
  if (actor.id === null) throw notFound();
  return actor.id;
};

/** What a member was told, and what they want to be told. */
@Injectable()
export class InboxService {
  private readonly work: UnitOfWork;
  private readonly queries: InboxQueries;
  private readonly recipients: Recipients;
  private readonly things: Things;

  constructor(
    work: UnitOfWork,
    queries: InboxQueries,
    recipients: Recipients,
    things: Things,
    counts: ReaderCounts,
    streams: Streams,
  ) {
    this.work = work;
    this.queries = queries;
    this.recipients = recipients;
    this.things = things;
    counts.add('inbox', ({ id }) => (id ? queries.unread(id) : Promise.resolve(0)));
    streams.allow('member', ({ actor }, id) => Promise.resolve(actor.id === id));
  }

  async page(filter: InboxPage, asker: Asker) {
    const id = memberOf(asker);
    const seq = await this.queries.heard(id);
    const [{ items, next }, unread] = await Promise.all([this.queries.page(id, filter), this.queries.unread(id)]);
    const shown = await this.things.of(
      items.map(({ kind, subjectId }) => ({ kind, id: subjectId })),
      asker,
    );
    const names = await this.queries.names(items.flatMap(({ args }) => args.by ?? []));
    const views = items.flatMap((item) => {
      const thing = shown.get(`${item.kind}:${item.subjectId}`);
      return thing ? [present(item, thing, names)] : [];
    });
    return { items: views, next, unread, stream: `member:${id}`, seq };
  }

  markRead(notificationId: string, asker: Asker) {
    const id = memberOf(asker);
    return this.work.run(asker, async ({ tx, at, tell }) => {
      const [row]: Pick<StoredNotification, 'reason' | 'kind' | 'subjectId' | 'raisedAt' | 'memberId'>[] =
        await tx.query(
          `select reason, subject_kind as kind, subject_id as "subjectId", raised_at as "raisedAt", member_id as "memberId"
         from notification where id = $1 for update`,
          [notificationId],
        );
      if (!row) throw notFound();
      const facts = {
        id: notificationId,
        ...raise(row.memberId, row.reason, `${row.kind}:${row.subjectId}`, row.raisedAt),
      };
      if (!can(notificationPolicy, asker.actor, 'markRead', facts)) throw notFound();
      // And with it what was told of the same thing before; what was told since is still to be read.
      await tx.query(
        `update notification set read_at = $5 where member_id = $1 and subject_kind = $2 and subject_id = $3
           and raised_at <= $4 and read_at is null`,
        [id, row.kind, row.subjectId, row.raisedAt, at],
      );
      const unread = await unreadOf(tx, id);
      await tell(read(id, notificationId, unread));
      return { unread };
    });
  }

  markAllRead(until: string | undefined, asker: Asker) {
    const id = memberOf(asker);
    return this.work.run(asker, async ({ tx, at, tell }) => {
      await tx.query(
        `update notification set read_at = $2 where member_id = $1 and read_at is null and raised_at <= coalesce($3::timestamptz, $2)`,
        [id, at, until ?? null],
      );
      const unread = await unreadOf(tx, id);
      await tell(read(id, null, unread));
      return { unread };
    });
  }

  async preferences(asker: Asker) {
    const { preferences } = (await this.recipients.one(memberOf(asker), asker.at)) ?? {};
    if (!preferences) throw notFound();
    return { ...preferences, quiet: [...preferences.quiet] };
  }

  async savePreferences({ mail, quiet }: Wanted, asker: Asker) {
    await this.queries.savePreferences(memberOf(asker), mail, [...new Set(quiet)]);
    return this.preferences(asker);
  }
}

const read = (recipientId: string, notificationId: string | null, unread: number): NotificationRead => ({
  name: 'notifications.notification.read',
  stream: `member:${recipientId}`,
  data: { recipientId, notificationId, unread },
});

function present(
  { id, reason, urgency, kind, args, raisedAt, unread, earlier }: StoredGroup,
  thing: Described,
  names: ReadonlyMap<string, string>,
): NotificationView {
  const { what, dueAt, by = '' } = args;
  const at = ({ anchor = '' }: StoredNotification['args']): string => `${thing.href}${anchor}`;
  return {
    id,
    reason,
    urgency,
    duty: termsOf(reason).duty,
    kind,
    title: thing.title,
    locale: thing.locale,
    href: at(args),
    step: what && dueAt ? { what, dueAt, by: names.get(by) ?? null } : null,
    raisedAt: raisedAt.toISOString(),
    read: !unread,
    earlier: {
      count: earlier.count,
      notices: earlier.notices.map((notice) => ({
        reason: notice.reason,
        href: at(notice.args),
        raisedAt: new Date(notice.raisedAt).toISOString(),
      })),
    },
  };
}
