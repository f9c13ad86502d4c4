import { z } from 'zod';
import { defineRoutes, Id } from '../kernel/index.ts';
import { lineageEndpoints } from './lineage.endpoints.ts';
import { Bead, NodeKind } from './lineage.schema.ts';

export const lineage = defineRoutes('lineage', lineageEndpoints, {
  chain: {
    summary: 'How this began, and what came of it: one line from the root over this to the furthest result',
    access: 'anyone',
    params: z.object({ kind: NodeKind, id: Id }),
    response: z.object({ beads: z.array(Bead) }),
  },
});
