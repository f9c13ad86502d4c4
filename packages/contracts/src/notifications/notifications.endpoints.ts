export const notificationsEndpoints = {
  inbox: 'GET /inbox',
  markRead: 'POST /inbox/:id/read',
  markAllRead: 'POST /inbox/read',
  preferences: 'GET /inbox/preferences',
  savePreferences: 'PUT /inbox/preferences',
} as const;
