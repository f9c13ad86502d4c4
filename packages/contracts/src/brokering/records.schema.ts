import { contributionKinds, contributionMachine, milestoneMachine } from '@baraza/domain/brokering';
import { z } from 'zod';
import { Id, instant, Reading, Words } from '../kernel/index.ts';
import { Day, language, Move, NextStep, OrganisationRef } from './parts.schema.ts';

export const MilestoneBody = z
  .object({ title: Words(3, 300), due: Day, ownerId: Id, language })
  .meta({ id: 'MilestoneBody' });
export const MilestonePlan = z
  .object({ due: Day, ownerId: Id.optional().describe('Unchanged when left out') })
  .meta({ id: 'MilestonePlan' });
export const Milestone = z
  .object({
    id: Id,
    title: Reading,
    due: Day,
    owner: OrganisationRef,
    state: z.enum(milestoneMachine.states),
    endedAt: instant.nullable(),
    late: z.boolean(),
    nextStep: NextStep.nullable(),
    moves: z.array(Move),
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
    version: z.int(),
    organisation: OrganisationRef,
    kind: z.enum(contributionKinds),
    quantity: z.number(),
    unit: z.string(),
    monetised: z.object({ amount: z.number(), currency: z.string(), method: z.string() }).nullable(),
    date: Day,
    state: z.enum(contributionMachine.states),
    confirmedFor: OrganisationRef.nullable(),
    confirmedAt: instant.nullable(),
    nextStep: NextStep.nullable(),
    moves: z.array(Move),
  })
  .meta({ id: 'Contribution' });
