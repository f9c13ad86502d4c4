export const lineageEndpoints = { chain: 'GET /lineage/:kind/:id' } as const;
