import { Injectable, Logger } from '@nestjs/common';
import type { AuthMails, Mailed } from './auth.ts';

/** The auth library asks here for its mails; the members' room has told how to write them. */
@Injectable()
export class AuthMailer implements AuthMails {
  private readonly logger = new Logger(AuthMailer.name);
  private writers: AuthMails | undefined;

  writeWith(writers: AuthMails): void {
    this.writers = writers;
  }

  readonly confirm: AuthMails['confirm'] = (member, token) => this.write((w) => w.confirm(member, token));
  readonly reset: AuthMails['reset'] = (member, token) => this.write((w) => w.reset(member, token));
  readonly known = (member: Mailed): Promise<void> => this.write((w) => w.known(member));
  readonly passwordSet = (member: Mailed): Promise<void> => this.write((w) => w.passwordSet(member));

  /** The library keeps failures of this kind to itself, so that timing tells nothing; an operator must still hear of them. */
  private async write(one: (writers: AuthMails) => Promise<void>): Promise<void> {
    try {
      if (this.writers) await one(this.writers);
    } catch (error) {
      this.logger.error('a mail of the accounts could not be written', error instanceof Error ? error.stack : error);
      throw error;
    }
  }
}
