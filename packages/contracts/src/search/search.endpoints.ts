export const searchEndpoints = { find: 'GET /search' } as const;
