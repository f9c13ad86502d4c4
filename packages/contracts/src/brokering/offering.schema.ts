import { z } from 'zod';
import { OrganisationRef } from './parts.schema.ts';

/** Whether the reader may offer an organisation something that it did not ask for. */
export const Offering = z
  .object({
    organisation: OrganisationRef,
    offerAs: z.array(OrganisationRef).describe('For whom the reader may offer it something now'),
  })
  .meta({ id: 'Offering' });
export type Offering = z.output<typeof Offering>;
