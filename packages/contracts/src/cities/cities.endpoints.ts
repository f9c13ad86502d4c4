export const citiesEndpoints = {
  list: 'GET /cities',
  places: 'GET /map',
  read: 'GET /cities/:slug',
} as const;
