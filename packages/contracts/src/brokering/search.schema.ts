import { z } from 'zod';
import { Id, instant } from '../kernel/index.ts';
import { WorkingLanguage } from './parts.schema.ts';
import { Modality, Region, RequestKind, Tag } from './request-content.schema.ts';

const some = <T extends z.ZodType>(item: T) => z.array(item).max(50).default([]);

/** What somebody would like to hear of: the filters of the list of requests that say what a request is about. */
export const RequestInterest = z
  .object({
    kind: some(RequestKind),
    theme: some(Tag),
    sdg: some(z.int().min(0).max(17)).describe('0: without a goal'),
    modality: some(Modality),
    region: some(Region),
    language: some(WorkingLanguage),
    cluster: Tag.optional().describe('Slug'),
    organisation: Tag.optional().describe('Slug'),
    q: z.string().trim().max(100).optional(),
  })
  .meta({ id: 'RequestInterest' });
export type RequestInterest = z.output<typeof RequestInterest>;

export const SavedSearch = z
  .object({
    id: Id,
    interest: RequestInterest,
    since: instant,
  })
  .meta({ id: 'SavedSearch' });
export type SavedSearch = z.output<typeof SavedSearch>;
