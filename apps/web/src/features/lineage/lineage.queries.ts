import type { NodeKind } from '@baraza/contracts/lineage';
import type { z } from 'zod';
import type { ApiClient } from '../../platform/index.ts';

export const chainQuery = (api: ApiClient, kind: z.output<typeof NodeKind>, id: string) => ({
  queryKey: ['lineage', kind, id],
  queryFn: () => api.lineage.chain({ params: { kind, id } }),
});
