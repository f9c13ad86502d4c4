import { organisationKinds } from '@baraza/domain/cities';
import { unmetKinds } from '@baraza/domain/record';
import { z } from 'zod';
import { listOf, Paging } from '../kernel/index.ts';
import { WorkingLanguage } from './parts.schema.ts';
import { Modality, Region, RequestKind, Tag } from './request-content.schema.ts';

export const RequestFilter = z.object({
  kind: listOf(RequestKind).default([]),
  theme: listOf(Tag).default([]),
  sdg: listOf(z.coerce.number().int().min(0).max(17)).default([]).describe('0: without a goal'),
  modality: listOf(Modality).default([]),
  cluster: Tag.optional(),
  region: listOf(Region).default([]),
  state: listOf(z.enum(['published', 'in_matching', 'in_partnering', 'on_hold', 'expired', 'closed']))
    .default([])
    .describe('Without it, those that can still be answered'),
  organisation: Tag.optional().describe('Slug'),
  language: listOf(WorkingLanguage).default([]),
  unmet: z
    .enum(unmetKinds)
    .optional()
    .describe('Public needs that ended without a partner, or wait for one; instead of the states'),
  q: z.string().trim().max(100).optional(),
  ...Paging,
});

const counts = z.record(z.string(), z.int());
/** Each facet as if it alone were not yet chosen. */
export const RequestFacets = z
  .object({
    total: z.int(),
    kind: counts,
    theme: counts,
    region: counts,
    sdg: counts,
    modality: counts,
    language: counts,
    state: counts,
    places: z
      .array(
        z.object({
          slug: z.string(),
          name: z.string(),
          kind: z.enum(organisationKinds),
          lat: z.number(),
          lon: z.number(),
          requests: z.int(),
        }),
      )
      .describe('Where the organisations are whose requests these are'),
  })
  .meta({ id: 'RequestFacets' });
export type RequestFacets = z.output<typeof RequestFacets>;
