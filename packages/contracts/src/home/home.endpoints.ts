export const homeEndpoints = { read: 'GET /home' } as const;
