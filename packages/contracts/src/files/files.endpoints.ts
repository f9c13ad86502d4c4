export const filesEndpoints = {
  attach: 'POST /files',
  read: 'GET /files/:id',
  change: 'PUT /files/:id',
  remove: 'DELETE /files/:id',
} as const;
