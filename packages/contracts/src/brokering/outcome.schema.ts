import { outcomeLevels, outcomeMachine } from '@baraza/domain/brokering';
import { z } from 'zod';
import { FileShelf } from '../files/index.ts';
import { Id, instant, Reading, Version, Words } from '../kernel/index.ts';
import { Day, End, Figure, language, Move, MoveBody, NextStep, OrganisationRef } from './parts.schema.ts';

const Evidence = Words(1, 500).describe('A link, or which paper it is');
const actual = { value: Figure, date: Day, evidence: Evidence };

export const OutcomeBody = z
  .object({
    indicator: Words(3, 300),
    level: z.enum(outcomeLevels),
    unit: Words(1, 60),
    baseline: z.object({ value: Figure, date: Day, source: Words(1, 300) }).optional(),
    target: Figure.optional(),
    actual: z.object(actual).optional(),
    disaggregation: Words(0, 1000).optional(),
    language,
  })
  .meta({ id: 'OutcomeBody' });
export type OutcomeBody = z.output<typeof OutcomeBody>;
export const OutcomeReport = z.object({ version: Version, ...actual }).meta({ id: 'OutcomeReport' });

const verifier = {
  organisation: Words(2, 200),
  date: Day,
  document: Evidence,
};
export const OutcomeVerification = MoveBody.extend({
  verifier: z.object(verifier).optional().describe('Who verified it, when it was somebody outside'),
}).meta({ id: 'OutcomeVerification' });

export const OutcomeView = z
  .object({
    id: Id,
    version: z.int(),
    state: z.enum(outcomeMachine.states),
    stateSince: instant,
    claimant: OrganisationRef,
    indicator: Reading,
    level: z.enum(outcomeLevels),
    unit: z.string(),
    baseline: z.object({ value: z.number(), date: Day, source: z.string() }).nullable(),
    target: z.number().nullable(),
    actuals: z.array(z.object({ value: z.number(), date: Day, evidence: z.string() })),
    files: FileShelf.describe('What proves its figures'),
    disaggregation: Reading.nullable(),
    claimedAt: instant,
    countersignedFor: OrganisationRef.nullable(),
    countersignedAt: instant.nullable(),
    verifiedAt: instant.nullable(),
    verifier: z.object(verifier).nullable().describe('Somebody outside, as the officer recorded it'),
    dispute: Reading.nullable().describe('What another party says against it; read by the parties and the desk'),
    nextStep: NextStep.nullable(),
    end: End.nullable(),
    moves: z.array(Move),
  })
  .meta({ id: 'OutcomeView' });
export type OutcomeView = z.output<typeof OutcomeView>;
