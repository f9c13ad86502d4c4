export const programmeEndpoints = {
  overview: 'GET /programme',
  past: 'GET /sessions',
  series: 'GET /series/:slug',
  session: 'GET /sessions/:slug',
  announce: 'POST /sessions',
  reschedule: 'PUT /sessions/:slug/times',
  record: 'PUT /sessions/:slug/record',
  move: 'POST /sessions/:slug/moves',
} as const;
