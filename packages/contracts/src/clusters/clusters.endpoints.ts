export const clustersEndpoints = {
  list: 'GET /clusters',
  read: 'GET /clusters/:slug',
  move: 'POST /clusters/:slug/moves',
  join: 'PUT /clusters/:slug/membership',
  leave: 'DELETE /clusters/:slug/membership',
  answer: 'POST /clusters/:slug/asking/:memberId',
} as const;
