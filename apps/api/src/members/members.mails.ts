import type { Translator } from '@baraza/i18n';
import { translatorFor } from '@baraza/i18n/server';
import { Injectable } from '@nestjs/common';
import { Askers } from '../platform/auth/askers.ts';
import { linkHours, type Mailed } from '../platform/auth/auth.ts';
import { AuthMailer } from '../platform/auth/auth-mailer.ts';
import { Clock } from '../platform/clock.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { Mailer } from '../platform/mail/mailer.ts';
import type { MailWords } from '../platform/mail/render-mail.ts';
import { AccountsRepository, type Recipient } from './accounts.repository.ts';

/**
 * The mails of accounts, in each member's own language. To an address nobody has confirmed goes nothing that a stranger
 * typed, not even a name: a sign-up form must not carry anybody's message.
 */
@Injectable()
export class MembersMails {
  private readonly repository: AccountsRepository;
  private readonly mailer: Mailer;
  private readonly clock: Clock;
  private readonly askers: Askers;

  constructor(repository: AccountsRepository, mailer: Mailer, clock: Clock, askers: Askers, authMailer: AuthMailer) {
    this.repository = repository;
    this.mailer = mailer;
    this.clock = clock;
    this.askers = askers;
    authMailer.writeWith({
      confirm: (member, token) => this.confirm(member, token),
      reset: (member, token) => this.reset(member, token),
      known: (member) => this.known(member),
      passwordSet: (member) => this.passwordSet(member),
    });
  }

  private confirm(member: Mailed, token: string): Promise<void> {
    return this.write('confirm', member, (i18n) => ({
      subject: i18n.t('members.mail.confirm.subject'),
      paragraphs: [i18n.t('members.mail.confirm.text', { days: linkHours.confirm / 24 })],
      action: { label: i18n.t('members.mail.confirm.action'), path: `/confirm?token=${encodeURIComponent(token)}` },
      why: i18n.t('members.mail.confirm.why'),
    }));
  }

  private reset(member: Mailed, token: string): Promise<void> {
    return this.write('reset', member, (i18n, greeting) => ({
      subject: i18n.t('members.mail.reset.subject'),
      ...greeting,
      paragraphs: [i18n.t('members.mail.reset.text', { hours: linkHours.reset })],
      action: { label: i18n.t('members.mail.reset.action'), path: `/reset?token=${encodeURIComponent(token)}` },
      why: i18n.t('members.mail.reset.why'),
    }));
  }

  /** Asked for an account with an address that has one. Who never confirmed it gets the confirmation again instead. */
  private async known(member: Mailed): Promise<void> {
    const { confirmed } = await this.repository.recipient(member.id);
    if (!confirmed) return;
    await this.write('known', member, (i18n, greeting) => ({
      subject: i18n.t('members.mail.known.subject'),
      ...greeting,
      paragraphs: [i18n.t('members.mail.known.text')],
      action: { label: i18n.t('kernel.signIn'), path: '/sign-in' },
      why: i18n.t('members.mail.known.why'),
    }));
  }

  /** The mail's link was opened, so the address is the member's, and whoever is signed in with the old password is not. */
  private async passwordSet(member: Mailed): Promise<void> {
    await this.repository.confirmAddress(member.id);
    await this.repository.endSessions(member.id);
    this.askers.forget(member.id);
    await this.passwordChanged(member);
  }

  passwordChanged(member: Mailed): Promise<void> {
    return this.write('password', member, (i18n, greeting) => ({
      subject: i18n.t('members.mail.password.subject'),
      ...greeting,
      paragraphs: [i18n.t('members.mail.password.text')],
      action: { label: i18n.t('members.mail.password.action'), path: '/forgot' },
    }));
  }

  /** Somebody has waited too long to hear where they belong: every administrator is told, once a day at most. */
  async waiting(tx: Work['tx'], at: Date): Promise<void> {
    const count = await this.repository.waiting(tx);
    for (const admin of await this.repository.administrators(tx, at)) {
      const i18n = translatorFor(admin.locale);
      const words: MailWords = {
        subject: i18n.t('members.mail.waiting.subject'),
        ...greetingOf(i18n, admin),
        paragraphs: [i18n.t('members.mail.waiting.text', { count })],
        action: { label: i18n.t('members.mail.waiting.action'), path: '/admin/affiliations' },
        why: i18n.t('members.mail.waiting.why'),
      };
      const dedupeKey = `affiliations-waiting:${admin.id}:${at.toISOString().slice(0, 10)}`;
      await this.mailer.post({ to: admin.email, member: admin.id, locale: admin.locale, words, dedupeKey }, tx);
    }
  }

  /** One mail of a kind a minute: who taps twice, or has two of these asked for at once, gets one. */
  private async write(
    kind: 'confirm' | 'reset' | 'known' | 'password',
    member: Mailed,
    words: (i18n: Translator, greeting: Pick<MailWords, 'greeting'>) => MailWords,
  ): Promise<void> {
    const to = await this.repository.recipient(member.id);
    const i18n = translatorFor(to.locale);
    const minute = Math.floor(this.clock.now().getTime() / 60_000);
    await this.mailer.post({
      to: to.email,
      member: to.id,
      locale: to.locale,
      words: words(i18n, to.confirmed ? greetingOf(i18n, to) : {}),
      dedupeKey: `${kind}:${to.id}:${minute}`,
    });
  }
}

const greetingOf = (i18n: Translator, { name }: Recipient): { greeting: string } => ({
  greeting: i18n.t('members.mail.greeting', { name }),
});
