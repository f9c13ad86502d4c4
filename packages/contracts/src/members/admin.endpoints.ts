export const adminEndpoints = {
  overview: 'GET /admin/overview',
  affiliations: 'GET /admin/affiliations',
  members: 'GET /admin/members',
  member: 'GET /admin/members/:id',
  jobs: 'GET /admin/jobs',
  retryJob: 'POST /admin/jobs/:id/retry',
  discardJob: 'POST /admin/jobs/:id/discard',
  mails: 'GET /admin/mails',
  mail: 'GET /admin/mails/:id',
  resendMail: 'POST /admin/mails/:id/resend',
} as const;
