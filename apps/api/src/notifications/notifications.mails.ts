import { digestOf, digestTerms } from '@baraza/domain/notifications';
import type { Translator } from '@baraza/i18n';
import { translatorFor } from '@baraza/i18n/server';
import { Inject, Injectable } from '@nestjs/common';
import { asActor } from '../platform/asker.ts';
import { Clock } from '../platform/clock.ts';
import { SETTINGS, type Settings } from '../platform/config/settings.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { type MailLink, MailLinks } from '../platform/mail/mail-links.ts';
import { Mailer } from '../platform/mail/mailer.ts';
import type { MailWords } from '../platform/mail/render-mail.ts';
import { type Described, Things } from '../platform/things.ts';
import { InboxQueries, type StoredNotification } from './inbox.queries.ts';
import { mailTask, Notifier } from './notifier.ts';
import { type Recipient, Recipients } from './recipients.queries.ts';

/** What leaves by mail: at once what needs somebody, the rest every morning. Whether they may still open it is asked again here (F1). */
@Injectable()
export class NotificationsMails {
  private readonly settings: Settings;
  private readonly queries: InboxQueries;
  private readonly recipients: Recipients;
  private readonly notifier: Notifier;
  private readonly things: Things;
  private readonly mailer: Mailer;
  private readonly links: MailLinks;
  private readonly clock: Clock;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    queries: InboxQueries,
    recipients: Recipients,
    notifier: Notifier,
    things: Things,
    mailer: Mailer,
    links: MailLinks,
    clock: Clock,
    jobs: Jobs,
  ) {
    this.settings = settings;
    this.queries = queries;
    this.recipients = recipients;
    this.notifier = notifier;
    this.things = things;
    this.mailer = mailer;
    this.links = links;
    this.clock = clock;
    jobs.handle(mailTask, (payload) => this.send(String((payload as { id: string }).id)));
    jobs.every('0 * * * *', 'notify-daily', () => this.sendDaily());
  }

  /** One notification; nothing when it was read meanwhile, or may not be opened any more. */
  async send(id: string): Promise<void> {
    const notification = await this.queries.one(id);
    if (!notification || notification.readAt) return;
    const recipient = await this.recipients.one(notification.memberId, this.clock.now());
    if (!recipient?.preferences.reachable) return;
    const { kind, subjectId } = notification;
    const thing = await this.notifier.show({ kind, id: subjectId }, recipient);
    if (!thing) return;
    const link = await this.links.for({
      reason: notification.reason,
      subject: { kind, id: subjectId },
      what: notification.args.what,
      memberId: notification.memberId,
      at: this.clock.now(),
    });
    const { by } = notification.args;
    const name = by && (await this.queries.names([by])).get(by);
    await this.post(recipient, this.wordsOf(notification, thing, recipient, { link, name }), `notification:${id}`, [
      id,
    ]);
  }

  /** To everybody whose clock shows the hour of the daily mail. */
  async sendDaily(): Promise<void> {
    const now = this.clock.now();
    for (const { id, timeZone } of await this.queries.awaitingDaily()) {
      const [day, hour] = clockIn(timeZone, now);
      if (hour === digestTerms.hour) await this.sendDailyTo(id, day);
    }
  }

  private async sendDailyTo(id: string, day: string): Promise<void> {
    const recipient = await this.recipients.one(id, this.clock.now());
    if (!recipient?.preferences.reachable || recipient.preferences.mail === 'never') return;
    const waiting = await this.queries.daily(id);
    const shown = await this.things.of(
      waiting.map(({ kind, subjectId }) => ({ kind, id: subjectId })),
      asActor(recipient.actor, this.clock.now(), recipient.locale),
    );
    const thingOf = ({ kind, subjectId }: StoredNotification) => shown.get(`${kind}:${subjectId}`);
    const { items, more } = digestOf(waiting.filter((item) => thingOf(item) !== undefined));
    if (items.length === 0) return;
    const i18n = translatorFor(recipient.locale, recipient.timeZone);
    const paragraphs = items.flatMap((item) => {
      const thing = thingOf(item);
      return thing
        ? [`${i18n.t(`notifications.reason.${item.reason}`)}\n${thing.title}\n${this.settings.baseUrl}${thing.href}`]
        : [];
    });
    if (more > 0) paragraphs.push(i18n.t('notifications.mail.more', { more }));
    const words: MailWords = {
      subject: i18n.t('notifications.mail.daily', { count: items.length + more }),
      paragraphs,
      action: { label: i18n.t('notifications.mail.inbox'), path: '/inbox' },
      why: this.choose(i18n),
    };
    await this.post(
      recipient,
      words,
      `daily:${id}:${day}`,
      waiting.map((item) => item.id),
    );
  }

  private wordsOf(
    { reason, args }: StoredNotification,
    thing: Described,
    { locale, timeZone }: Recipient,
    { link, name }: { readonly link: MailLink | null; readonly name: string | undefined },
  ): MailWords {
    const i18n = translatorFor(locale, timeZone);
    const { what, dueAt, anchor = '' } = args;
    const title = i18n.t(`notifications.reason.${reason}`);
    return {
      subject: i18n.t('notifications.mail.subject', { what: title, title: thing.title }),
      paragraphs: [
        title,
        thing.title,
        ...(thing.note ? [i18n.say(thing.note.key, thing.note.args)] : []),
        ...(what && dueAt
          ? [
              [
                ...(name ? [name] : []),
                i18n.say(what),
                i18n.t('kernel.by', { date: i18n.dateTime(dueAt) }),
                i18n.zoneName(timeZone),
              ].join(' · '),
            ]
          : []),
      ],
      action: {
        label: link?.label ? i18n.say(link.label) : i18n.t('notifications.mail.open'),
        path: link ? `${link.path}?lang=${locale}` : `${thing.href}${anchor}`,
      },
      why: `${i18n.t(`notifications.why.${reason}`)}\n${this.choose(i18n)}`,
    };
  }

  private choose(i18n: Translator): string {
    return i18n.t('notifications.mail.choose', { url: `${this.settings.baseUrl}/inbox/settings` });
  }

  private async post({ email, actor, locale }: Recipient, words: MailWords, dedupeKey: string, ids: readonly string[]) {
    await this.queries.mailed(ids, this.clock.now(), (tx) =>
      this.mailer.post({ to: email, member: actor.id, locale, words, dedupeKey }, tx),
    );
  }
}

/** The day and the hour a clock in that zone shows. */
function clockIn(timeZone: string, at: Date): [day: string, hour: number] {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return [`${part['year']}-${part['month']}-${part['day']}`, Number(part['hour'])];
}
