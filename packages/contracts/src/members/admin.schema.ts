import { z } from 'zod';
import { Id, instant, Locale } from '../kernel/index.ts';
import { Account, AccountState, AffiliationCase, Role } from './members.schema.ts';

const count = z.coerce.number().int();

/** What waits for an administrator. */
export const Overview = z
  .object({
    affiliations: z.object({ waiting: count, late: count }),
    members: z.object({ active: count, unconfirmed: count, suspended: count }),
    jobs: z.object({ parked: count, waiting: count }),
    mails: z.object({ failed: count, kept: count }),
    overdue: count.describe('Deadlines past due by a minute and not fired'),
    mailServer: z.boolean().describe('Without one, mails are kept in the house'),
  })
  .meta({ id: 'AdminOverview' });
export type Overview = z.output<typeof Overview>;

export const MemberLine = z
  .object({
    id: Id,
    displayName: z.string(),
    email: z.string(),
    confirmed: z.boolean(),
    state: AccountState,
    roles: z.array(Role),
    organisations: z.array(z.string()),
  })
  .meta({ id: 'MemberLine' });
export type MemberLine = z.output<typeof MemberLine>;

export const MemberFile = Account.extend({
  displayName: z.string(),
  email: z.string(),
  confirmed: z.boolean(),
  locale: Locale,
  createdAt: instant,
  seenAt: instant.nullable().describe('To the day'),
  held: z.array(
    z.object({ role: Role, givenBy: z.string().nullable(), validFrom: instant, validUntil: instant.nullable() }),
  ),
  givable: z.array(Role),
  affiliations: z.array(AffiliationCase),
}).meta({ id: 'MemberFile' });
export type MemberFile = z.output<typeof MemberFile>;

/** `waiting` could run now or tries again soon; `scheduled` has its time ahead, as every deadline has. */
export const jobStates = ['parked', 'waiting', 'running', 'scheduled'] as const;
/** A job of the queue. Its payload names ids only. */
export const Job = z
  .object({
    id: z.string(),
    state: z.enum(jobStates),
    task: z.string(),
    about: z.string(),
    attempts: z.int(),
    most: z.int().describe('Attempts after which it is parked'),
    runAt: instant,
    error: z.string().nullable(),
  })
  .meta({ id: 'Job' });
export type Job = z.output<typeof Job>;

export const mailStates = ['queued', 'kept', 'sent', 'failed'] as const;
export const MailLine = z
  .object({
    id: Id,
    to: z.string(),
    subject: z.string(),
    locale: Locale,
    state: z.enum(mailStates),
    createdAt: instant,
    sentAt: instant.nullable(),
  })
  .meta({ id: 'MailLine' });
export type MailLine = z.output<typeof MailLine>;

export const MailFile = MailLine.extend({ text: z.string(), html: z.string(), error: z.string().nullable() }).meta({
  id: 'MailFile',
});
export type MailFile = z.output<typeof MailFile>;
