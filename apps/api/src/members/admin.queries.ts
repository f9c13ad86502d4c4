import type { Job, MailFile, MailLine, MemberLine, Overview } from '@baraza/contracts/members';
import type { Locale, Role } from '@baraza/domain/kernel';
import type { AccountFacts } from '@baraza/domain/members';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, pageFrom } from '../platform/database/cursor.ts';
import { type AffiliationShown, affiliationShown, named, rolesOf } from './members.queries.ts';

export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}
interface Paging {
  readonly cursor?: string | undefined;
  readonly limit: number;
}
export interface MemberRow extends AccountFacts {
  readonly email: string;
  readonly confirmed: boolean;
  readonly locale: Locale;
  readonly createdAt: Date;
  readonly seenAt: Date | null;
  readonly held: {
    readonly role: Role;
    readonly givenBy: string | null;
    readonly validFrom: string;
    readonly validUntil: string | null;
  }[];
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** The id a cursor points at, or null for none or a forged one. */
const idIn = (cursor: string | undefined): string | null => {
  const id = decodeCursor(cursor, 1)?.[0];
  return typeof id === 'string' && uuid.test(id) ? id : null;
};
/** `100%_` is looked for as it stands. */
const beginning = (q: string): string => `${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/** A parked job has used up its attempts and waits for a person. */
const jobState = `case when j.locked_at is not null then 'running' when j.attempts >= j.max_attempts then 'parked'
  when j.attempts = 0 and j.run_at > now() then 'scheduled' else 'waiting' end`;

const mailLine = `id, to_address as "to", subject, locale, state, created_at as "createdAt", sent_at as "sentAt"`;

@Injectable()
export class AdminQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  async overview(at: Date): Promise<Omit<Overview, 'mailServer'>> {
    const [row]: Omit<Overview, 'mailServer'>[] = await this.dataSource.query(
      `select
         (select json_build_object('waiting', count(*), 'late', count(*) filter (where t.due_at < $1))
          from affiliation a left join timer t on t.subject = 'affiliation:' || a.id and t.state = 'armed'
          where a.state = 'pending') as affiliations,
         (select json_build_object('active', count(*) filter (where state = 'active' and email_verified),
            'unconfirmed', count(*) filter (where state = 'active' and not email_verified),
            'suspended', count(*) filter (where state = 'suspended')) from member) as members,
         (select json_build_object('parked', count(*) filter (where attempts >= max_attempts),
            'waiting', count(*) filter (where attempts < max_attempts and run_at <= now())) from graphile_worker.jobs) as jobs,
         json_build_object('failed', (select count(*) from mail where state = 'failed'),
           'kept', (select count(*) from mail where state = 'kept')) as mails,
         (select count(*) from timer where state = 'armed' and due_at < $1 - interval '1 minute') as overdue`,
      [at],
    );
    return row as Omit<Overview, 'mailServer'>;
  }

  /** What an administrator should look at now. */
  async waiting(): Promise<number> {
    const [row]: { n: number }[] = await this.dataSource.query(
      `select ((select count(*) from affiliation where state = 'pending') + (select count(*) from mail where state = 'failed')
         + (select count(*) from graphile_worker.jobs where attempts >= max_attempts))::int as n`,
    );
    return row?.n ?? 0;
  }

  async affiliations(state: string, { cursor, limit }: Paging, locale: Locale): Promise<Page<AffiliationShown>> {
    const rows: AffiliationShown[] = await this.dataSource.query(
      `${affiliationShown} where a.state = $2
         and ($3::uuid is null or (a.requested_at, a.id) > (select requested_at, id from affiliation where id = $3))
       order by a.requested_at, a.id limit $4`,
      [locale, state, idIn(cursor), limit + 1],
    );
    return pageFrom(rows, limit, ({ id }) => [id]);
  }

  async members(
    q: string,
    role: Role | undefined,
    { cursor, limit }: Paging,
    at: Date,
    locale: Locale,
  ): Promise<Page<MemberLine>> {
    const rows: MemberLine[] = await this.dataSource.query(
      `select m.id, m.name as "displayName", m.email, m.email_verified as confirmed, m.state, ${rolesOf('$1')} as roles,
         array(select ${named('$6')} from affiliation a join organisation o on o.id = a.organisation_id
           where a.member_id = m.id and a.state = 'active' order by a.valid_from, a.id limit 5) as organisations
       from member m
       where (lower(m.name) collate "C" like $2 or m.email collate "C" like $2)
         and ($3::text is null or exists (select 1 from member_role r where r.member_id = m.id and r.role = $3
           and (r.valid_until is null or r.valid_until > $1)))
         and ($4::uuid is null or (lower(m.name) collate "C", m.id) >
           (select lower(c.name) collate "C", c.id from member c where c.id = $4))
       order by lower(m.name) collate "C", m.id limit $5`,
      [at, beginning(q), role ?? null, idIn(cursor), limit + 1, locale],
    );
    return pageFrom(rows, limit, ({ id }) => [id]);
  }

  async member(id: string, at: Date): Promise<MemberRow | undefined> {
    const [row]: MemberRow[] = await this.dataSource.query(
      `select m.id, m.version, m.state, m.name as "displayName", m.email, m.email_verified as confirmed, m.locale,
         m.created_at as "createdAt", ${rolesOf('$2')} as roles,
         (select max(s.updated_at) from member_session s where s.user_id = m.id) as "seenAt",
         coalesce((select json_agg(json_build_object('role', r.role, 'givenBy', g.name, 'validFrom', r.valid_from,
             'validUntil', r.valid_until) order by r.role)
           from member_role r left join member g on g.id = r.given_by
           where r.member_id = m.id and (r.valid_until is null or r.valid_until > $2)), '[]') as held
       from member m where m.id = $1`,
      [id, at],
    );
    return row;
  }

  async jobs(state: Job['state'], { cursor, limit }: Paging): Promise<Page<Job>> {
    const after = decodeCursor(cursor, 1)?.[0];
    const before = typeof after === 'string' && /^\d{1,18}$/.test(after) ? after : null;
    const rows: Job[] = await this.dataSource.query(
      `select j.id::text, ${jobState} as state, j.task_identifier as task, left(p.payload::text, 200) as about, j.attempts,
         j.max_attempts as most, j.run_at as "runAt", j.last_error as error
       from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
       where ${jobState} = $1 and ($2::bigint is null or j.id < $2::bigint)
       order by j.id desc limit $3`,
      [state, before, limit + 1],
    );
    return pageFrom(rows, limit, ({ id }) => [id]);
  }

  async mails(state: MailLine['state'] | undefined, { cursor, limit }: Paging): Promise<Page<MailLine>> {
    const rows: MailLine[] = await this.dataSource.query(
      `select ${mailLine} from mail
       where ${state ? 'state = $1' : '$1::text is null'}
         and ($2::uuid is null or (created_at, id) < (select c.created_at, c.id from mail c where c.id = $2))
       order by created_at desc, id desc limit $3`,
      [state ?? null, idIn(cursor), limit + 1],
    );
    return pageFrom(rows, limit, ({ id }) => [id]);
  }

  async mail(id: string): Promise<MailFile | undefined> {
    const [row]: MailFile[] = await this.dataSource.query(
      `select ${mailLine}, body_text as text, body_html as html, error from mail where id = $1`,
      [id],
    );
    return row;
  }
}
