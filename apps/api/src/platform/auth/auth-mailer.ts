import { Injectable } from '@nestjs/common';
import type { AuthMails } from './auth.ts';

type Write = (member: { id: string; email: string }, token: string) => Promise<void>;

/** The auth library asks here for its mails; the members' room has told how to write them. */
@Injectable()
export class AuthMailer implements AuthMails {
  private writers: { confirm: Write; reset: Write } | undefined;

  writeWith(writers: { confirm: Write; reset: Write }): void {
    this.writers = writers;
  }
  async confirm(member: { id: string; email: string }, token: string): Promise<void> {
    await this.writers?.confirm(member, token);
  }
  async reset(member: { id: string; email: string }, token: string): Promise<void> {
    await this.writers?.reset(member, token);
  }
}
