import { contributionKinds, milestoneStates } from '@baraza/domain/brokering';
import { z } from 'zod';
import { Id, instant, Reading, Words } from '../kernel/index.ts';
import { Day, language, OrganisationRef } from './parts.schema.ts';

export const MilestoneBody = z
  .object({ title: Words(3, 300), due: Day, ownerId: Id, language })
  .meta({ id: 'MilestoneBody' });
export const Milestone = z
  .object({
    id: Id,
    title: Reading,
    due: Day,
    owner: OrganisationRef,
    state: z.enum(milestoneStates),
    endedAt: instant.nullable(),
    late: z.boolean(),
  })
  .meta({ id: 'Milestone' });

const Money = z.number().min(0).max(1e12);
export const ContributionBody = z
  .object({
    kind: z.enum(contributionKinds),
    quantity: Money,
    unit: Words(1, 60),
    date: Day,
    amount: Money.optional().describe('In money, only together with how it was reckoned'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    method: Words(0, 300).optional(),
  })
  .refine(({ amount, currency, method }) => amount === undefined || (currency && method), {
    error: 'a sum needs its currency and how it was reckoned',
    path: ['method'],
  })
  .meta({ id: 'ContributionBody' });
export const Contribution = z
  .object({
    id: Id,
    organisation: OrganisationRef,
    kind: z.enum(contributionKinds),
    quantity: z.number(),
    unit: z.string(),
    monetised: z.object({ amount: z.number(), currency: z.string(), method: z.string() }).nullable(),
    date: Day,
    confirmedFor: OrganisationRef.nullable(),
    confirmedAt: instant.nullable(),
    mayConfirm: z.boolean(),
  })
  .meta({ id: 'Contribution' });
