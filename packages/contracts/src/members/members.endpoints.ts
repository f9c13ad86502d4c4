export const membersEndpoints = {
  session: 'GET /members/session',
  signIn: 'POST /members/sign-in',
  signOut: 'POST /members/sign-out',
} as const;
