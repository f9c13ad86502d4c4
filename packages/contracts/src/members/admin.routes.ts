import { z } from 'zod';
import { defineRoutes, Id, Paging, pageOf } from '../kernel/index.ts';
import { adminEndpoints } from './admin.endpoints.ts';
import { Job, jobStates, MailFile, MailLine, MemberFile, MemberLine, mailStates, Overview } from './admin.schema.ts';
import { AffiliationCase, AffiliationState, Role } from './members.schema.ts';

const access = ['admin'] as const;
const byId = z.object({ id: Id });
const byNumber = z.object({ id: z.string().regex(/^\d{1,18}$/) });

/** Keeping the house: who waits, who holds which role, which jobs failed, which mails left. */
export const admin = defineRoutes('admin', adminEndpoints, {
  overview: { summary: 'What waits for an administrator', access, response: Overview },
  affiliations: {
    summary: 'Affiliations, those that wait longest first',
    access,
    query: z.object({ ...Paging, state: AffiliationState.default('pending') }),
    response: pageOf(AffiliationCase),
  },
  members: {
    summary: 'Members by the beginning of a name or an address',
    access,
    query: z.object({ ...Paging, q: z.string().trim().max(100).default(''), role: Role.optional() }),
    response: pageOf(MemberLine),
  },
  member: { summary: 'A member, their roles and affiliations', access, params: byId, response: MemberFile },
  jobs: {
    summary: 'Jobs of the queue',
    access,
    query: z.object({ ...Paging, state: z.enum(jobStates).default('parked') }),
    response: pageOf(Job),
  },
  retryJob: { summary: 'Try a job again now, from its first attempt', access, params: byNumber },
  discardJob: { summary: 'Take a job out of the queue', access, params: byNumber },
  mails: {
    summary: 'Mails written by this house, newest first',
    access,
    query: z.object({ ...Paging, state: z.enum(mailStates).optional() }),
    response: pageOf(MailLine),
  },
  mail: { summary: 'One mail as it was written', access, params: byId, response: MailFile },
  resendMail: { summary: 'Hand a mail to the server again', access, params: byId },
});
