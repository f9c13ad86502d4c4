import { edgeMethods, nodeKinds, relationNames } from '@baraza/domain/lineage';
import { z } from 'zod';
import { instant, Locale } from '../kernel/index.ts';

export const NodeKind = z.enum(nodeKinds).meta({ id: 'NodeKind' });

/** One bead of "how this began". A thing the reader may not see keeps its place and loses its name. */
export const Bead = z
  .object({
    kind: NodeKind,
    title: z.object({ text: z.string(), locale: Locale }).nullable(),
    href: z.string().nullable(),
    at: instant.nullable(),
    relation: z.enum(relationNames).nullable().describe('How it came of the bead before it'),
    method: z.enum(edgeMethods).nullable(),
    here: z.boolean(),
  })
  .meta({ id: 'Bead' });
export type Bead = z.output<typeof Bead>;
