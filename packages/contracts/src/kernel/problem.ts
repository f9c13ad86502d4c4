import type { RefusalCode } from '@baraza/domain/kernel';
import { z } from 'zod';

/** Every code the API can answer with, and its status. A refusal of the domain without a status does not compile. */
export const problemStatus = {
  'invalid-input': 422,
  'not-signed-in': 401,
  'not-permitted': 403,
  'not-found': 404,
  'no-such-move': 409,
  'stale-version': 409,
  'already-done': 409,
  'unmet-condition': 409,
  'idempotency-missing': 428,
  'idempotency-mismatch': 422,
  'payload-too-large': 413,
  'unsupported-media-type': 415,
  'rate-limited': 429,
  unavailable: 503,
  unexpected: 500,
} as const satisfies Record<RefusalCode, number> & Record<string, number>;

export type ProblemCode = keyof typeof problemStatus;
export const problemCodes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];

export const Issue = z
  .object({
    path: z.string().describe('Where it is: body.title, query.cursor, body.lines.0.text'),
    code: z.string().describe('Why, for machines: required, tooShort, tooLong, invalid …'),
    message: z.string().describe("Why, for the reader, in the reader's language"),
  })
  .meta({ id: 'Issue' });
export type Issue = z.output<typeof Issue>;

/** RFC 9457 problem details. `detail` is a sentence for the reader, in their language. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes),
    detail: z.string(),
    instance: z.string().optional().describe('The request id, to quote to an operator'),
    issues: z.array(Issue).optional(),
    /** The moves that exist now, when the one asked for does not. */
    legal: z.array(z.string()).optional(),
    retryAfter: z.int().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof Problem>;
