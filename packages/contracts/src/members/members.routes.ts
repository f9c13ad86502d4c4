import { z } from 'zod';
import { defineRoutes } from '../kernel/index.ts';
import { membersEndpoints } from './members.endpoints.ts';
import { Reader, SignIn } from './members.schema.ts';

export const members = defineRoutes('members', membersEndpoints, {
  session: { summary: 'Who is signed in', access: 'anyone', response: z.object({ reader: Reader.nullable() }) },
  signIn: {
    summary: 'Sign in with e-mail and password; the session comes as a cookie',
    access: 'anyone',
    repeatable: true,
    perMinute: 10,
    body: SignIn,
    response: z.object({ reader: Reader }),
  },
  signOut: {
    summary: 'End this session',
    access: 'anyone',
    repeatable: true,
    response: z.object({ reader: z.null() }),
  },
});
