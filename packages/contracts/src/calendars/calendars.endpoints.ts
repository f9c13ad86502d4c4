export const calendarsEndpoints = {
  all: 'GET /calendars',
  read: 'GET /calendars/:key',
  look: 'POST /calendars/:key/imports',
  take: 'POST /calendars/:key/imports/:id',
  addDay: 'POST /calendars/:key/days',
  removeDay: 'POST /calendars/:key/days/remove',
  removeSource: 'DELETE /calendars/:key/sources',
  setWeekend: 'PUT /calendars/:key/weekend',
} as const;
