import {
  cashBands,
  contactPolicies,
  modalities,
  readinesses,
  requestKinds,
  requestMachine,
  sdgTargets,
  sectors,
  urgencies,
  visibilities,
} from '@baraza/domain/brokering';
import { organisationTypes, regions } from '@baraza/domain/cities';
import { sizeBands } from '@baraza/domain/matching';
import { z } from 'zod';
import { Id, Version, Words } from '../kernel/index.ts';
import { Day, Figure, language, WorkingLanguage } from './parts.schema.ts';

export const RequestKind = z.enum(requestKinds).meta({ id: 'RequestKind' });
export const RequestState = z.enum(requestMachine.states).meta({ id: 'RequestState' });
export const RequestVisibility = z.enum(visibilities).meta({ id: 'RequestVisibility' });
export const Modality = z.enum(modalities).meta({ id: 'Modality' });
export const Region = z.enum(regions).meta({ id: 'RequestRegion' });
export const Readiness = z.enum(readinesses).meta({ id: 'Readiness' });
export const ContactPolicy = z.enum(contactPolicies).meta({ id: 'ContactPolicy' });
export const Urgency = z.enum(urgencies).meta({ id: 'Urgency' });
const Wish = z
  .object({
    regions: z.array(z.enum(regions)).max(regions.length).default([]),
    sizes: z.array(z.enum(sizeBands)).max(sizeBands.length).default([]),
    languages: z.array(WorkingLanguage).max(20).default([]),
    types: z.array(z.enum(organisationTypes)).max(organisationTypes.length).default([]),
  })
  .meta({ id: 'CounterpartWish' });
/** Whom the requester would like to hear from. */
export const Counterpart = z
  .object({
    must: Wish.prefault({}).describe('Nobody else is suggested'),
    prefer: Wish.prefault({}).describe('Suggested before others'),
    avoid: Wish.prefault({}).describe('Never suggested'),
  })
  .meta({ id: 'Counterpart' });
export type Counterpart = z.output<typeof Counterpart>;
export const Sdg = z.int().min(1).max(17);
export const SdgTarget = z
  .string()
  .refine((target) => sdgTargets.has(target))
  .describe('As the United Nations number it: 9.3, 17.a');
export const Tag = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

/** Where a request began: `thread:12`, `story:kolkata-online-festival`, `question:<id>`, `session:<id>`. */
export const originKinds = ['thread', 'story', 'question', 'session'] as const;
export const Origin = z
  .string()
  .regex(new RegExp(`^(${originKinds.join('|')}):[\\w.-]{1,80}$`))
  .describe('thread:12, story:<slug>, question:<id>, session:<id>');

/** Everything a requester may say. Nothing is required before it is submitted; what is left out is emptied. */
const content = {
  language,
  title: Words(0, 200).optional(),
  context: Words(0, 5000).optional(),
  wantedResult: Words(0, 3000).optional(),
  whatWeTried: Words(0, 3000).optional(),
  whatWeBring: Words(0, 3000).optional(),
  partnerSought: Words(0, 3000).optional(),
  lines: z
    .array(z.object({ id: Id.optional(), text: Words(0, 300).optional(), quantity: Words(0, 60).optional() }))
    .max(20)
    .default([]),
  modalities: z.array(Modality).max(modalities.length).default([]),
  themes: z.array(Tag).max(12).default([]),
  sdgs: z.array(Sdg).max(17).default([]),
  sdgTargets: z.array(SdgTarget).max(30).default([]).describe('Their goals come with them'),
  sectors: z.array(z.enum(sectors)).max(sectors.length).default([]),
  languages: z.array(WorkingLanguage).max(20).default([]),
  readiness: Readiness.optional(),
  counterpart: Counterpart.optional(),
  contactPolicy: ContactPolicy.default('after_mutual_yes'),
  window: z.object({ start: Day.optional(), end: Day.optional() }).optional(),
  urgency: Urgency.default('ordinary'),
  resources: z
    .object({
      ownCash: z.enum(cashBands).optional(),
      inKind: z
        .array(z.object({ id: Id.optional(), text: Words(0, 200).optional() }))
        .max(10)
        .default([]),
      fundingSought: z.boolean().default(false),
      triangularPartnerWanted: z.boolean().default(false).describe('A third that pays or accompanies is welcome'),
    })
    .optional(),
  expectedOutcomes: z
    .array(
      z.object({
        id: Id.optional(),
        indicator: Words(0, 300).optional(),
        unit: Words(0, 60).optional(),
        baseline: Figure.optional(),
        target: Figure.optional(),
      }),
    )
    .max(5)
    .default([])
    .describe('By what it could be told that it worked; an outcome may begin from one'),
  delegateId: Id.optional().describe('Who sees to it every day, one of the organisation; without it, who wrote it'),
  visibility: RequestVisibility.default('public'),
  cluster: Tag.optional().describe('Slug of the cluster it belongs to'),
  submit: z.boolean().default(false).describe('Send it to the desk in the same breath'),
};
export const RequestDraftBody = z
  .object({
    kind: RequestKind.default('need'),
    organisationId: Id.optional().describe('For whom; without it, the organisation the writer acts for'),
    from: Origin.optional(),
    addressedTo: Id.optional().describe('An offer to an organisation that did not ask; the desk reads it first'),
    ...content,
  })
  .meta({ id: 'RequestDraft' });
export const RequestRevisionBody = z
  .object({ version: Version, kind: RequestKind.optional(), ...content })
  .meta({ id: 'RequestRevision' });
