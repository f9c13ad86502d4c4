export const liveEndpoints = { missed: 'GET /live/:stream' } as const;
