import type { Locale } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** Whom a mail is for. */
export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly confirmed: boolean;
}

/** What stands beside the auth library's own columns, and its sessions, which end here at once. */
@Injectable()
export class AccountsRepository {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  async byEmail(email: string): Promise<{ id: string; wish: string | null } | undefined> {
    const [row]: { id: string; wish: string | null }[] = await this.dataSource.query(
      'select id, wish_organisation_id as wish from member where email = $1',
      [email],
    );
    return row;
  }

  /** Where somebody said they work before their address was known to be theirs; null forgets it. */
  async saveWish(id: string, organisationId: string | null): Promise<void> {
    await this.dataSource.query('update member set wish_organisation_id = $2 where id = $1', [id, organisationId]);
  }

  async confirmAddress(id: string): Promise<void> {
    await this.dataSource.query('update member set email_verified = true where id = $1', [id]);
  }

  async theme(id: string): Promise<string | null> {
    const [row]: { theme: string | null }[] = await this.dataSource.query('select theme from member where id = $1', [
      id,
    ]);
    return row?.theme ?? null;
  }

  async saveLocale(id: string, locale: Locale): Promise<void> {
    await this.dataSource.query('update member set locale = $2 where id = $1', [id, locale]);
  }

  async saveTheme(id: string, theme: string | null): Promise<void> {
    await this.dataSource.query('update member set theme = $2 where id = $1', [id, theme]);
  }

  /** Ends one session of a member; false when it is none of theirs. */
  async endSession(id: string, memberId: string): Promise<boolean> {
    const [gone]: [unknown[], number] = await this.dataSource.query(
      'delete from member_session where id = $1 and user_id = $2 returning 1',
      [id, memberId],
    );
    return gone.length > 0;
  }

  /** Ends every session of a member, but for one. */
  async endSessions(memberId: string, but: string | null = null): Promise<void> {
    await this.dataSource.query('delete from member_session where user_id = $1 and id is distinct from $2::uuid', [
      memberId,
      but,
    ]);
  }

  async recipient(id: string): Promise<Recipient> {
    const [row]: Recipient[] = await this.dataSource.query(
      'select id, name, email, locale, email_verified as confirmed from member where id = $1',
      [id],
    );
    if (!row) throw new Error(`there is no member ${id} to write to`);
    return row;
  }

  administrators(tx: EntityManager, at: Date): Promise<Recipient[]> {
    return tx.query(
      `select m.id, m.name, m.email, m.locale, true as confirmed from member m join member_role r on r.member_id = m.id
       where r.role = 'admin' and (r.valid_until is null or r.valid_until > $1) and m.state = 'active' and m.email_verified`,
      [at],
    );
  }

  /** How many have said where they work and wait to hear. */
  async waiting(tx: EntityManager): Promise<number> {
    const [row]: { n: number }[] = await tx.query(`select count(*)::int as n from affiliation where state = 'pending'`);
    return row?.n ?? 0;
  }
}
