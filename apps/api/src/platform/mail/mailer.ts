import type { Locale } from '@baraza/domain/kernel';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Jobs } from '../jobs/jobs.ts';
import { type MailWords, renderMail } from './render-mail.ts';

export interface Mail {
  readonly to: string;
  readonly member: string | null;
  readonly locale: Locale;
  readonly words: MailWords;
  /** At most one mail ever carries this key. */
  readonly dedupeKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface MailRow {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Record<string, string>;
}

/** Mails are rows first: written in the transaction that causes them, sent by the queue, kept for an administrator where no server is set. */
@Injectable()
export class Mailer {
  private readonly logger = new Logger(Mailer.name);
  private readonly transport: Transporter | undefined;
  private readonly settings: Settings;
  private readonly dataSource: DataSource;
  private readonly clock: Clock;

  constructor(@Inject(SETTINGS) settings: Settings, dataSource: DataSource, clock: Clock, jobs: Jobs) {
    this.settings = settings;
    this.dataSource = dataSource;
    this.clock = clock;
    this.transport = settings.smtpUrl ? createTransport(settings.smtpUrl) : undefined;
    jobs.handle('mail', (payload) => this.send(String((payload as { id: string }).id)));
  }

  /** Writes the mail and queues it; within `tx` it leaves only if that commits. */
  async post(mail: Mail, tx: EntityManager = this.dataSource.manager): Promise<void> {
    const { subject, text, html } = renderMail(mail.words, mail.locale, this.settings.baseUrl);
    await tx.query(
      `with written as (
         insert into mail (to_address, to_member, locale, subject, body_text, body_html, headers, dedupe_key, created_at)
         values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9) on conflict (dedupe_key) do nothing returning id
       )
       select graphile_worker.add_job('mail', json_build_object('id', id)) from written`,
      [
        mail.to,
        mail.member,
        mail.locale,
        subject,
        text,
        html,
        JSON.stringify(mail.headers ?? {}),
        mail.dedupeKey ?? null,
        this.clock.now(),
      ],
    );
  }

  async send(id: string): Promise<void> {
    const [mail]: MailRow[] = await this.dataSource.query(
      `select id, to_address as "to", subject, body_text as text, body_html as html, headers from mail where id = $1 and state in ('queued', 'failed')`,
      [id],
    );
    if (!mail) return;
    if (!this.transport) return void (await this.mark(id, 'kept'));
    try {
      const { to, subject, text, html, headers } = mail;
      await this.transport.sendMail({
        from: this.settings.mailFrom,
        to,
        subject,
        text,
        html,
        headers,
        messageId: `<${id}@${new URL(this.settings.baseUrl).hostname}>`,
      });
      await this.mark(id, 'sent');
    } catch (error) {
      this.logger.warn(`mail ${id} was not taken: ${error instanceof Error ? error.message : error}`);
      await this.mark(id, 'failed', String(error));
      throw error;
    }
  }

  private async mark(id: string, state: 'kept' | 'sent' | 'failed', error: string | null = null): Promise<void> {
    await this.dataSource.query('update mail set state = $2, error = $3, sent_at = $4 where id = $1', [
      id,
      state,
      error,
      state === 'sent' ? this.clock.now() : null,
    ]);
  }
}
