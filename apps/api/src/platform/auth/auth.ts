import { type BetterAuthOptions, betterAuth } from 'better-auth';
import type { Pool } from 'pg';
import type { Settings } from '../config/settings.ts';

/** Injection token of the auth library. */
export const AUTH = Symbol('auth');

/** What the library asks to have mailed; the members' room writes the words. */
export interface AuthMails {
  confirm(member: { id: string; email: string }, token: string): Promise<void>;
  reset(member: { id: string; email: string }, token: string): Promise<void>;
}

export const cookiePrefix = 'baraza';
const snake = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]));

/**
 * better-auth on our own tables (migration `members`): passwords, sessions, confirmation and reset. Its routes are not
 * mounted; the members' room calls them, so that every door has a contract, a limit and a form without script.
 */
export const makeAuth = (pool: Pool, settings: Settings, mails: AuthMails) =>
  betterAuth({
    database: pool,
    secret: settings.secret,
    baseURL: settings.baseUrl,
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix,
      useSecureCookies: settings.baseUrl.startsWith('https:'),
      database: { generateId: 'uuid' },
      disableOriginCheck: true, // our own hook checks the origin of every write
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => mails.reset(user, token),
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      sendVerificationEmail: ({ user, token }) => mails.confirm(user, token),
    },
    user: { modelName: 'member', fields: snake(['emailVerified', 'createdAt', 'updatedAt']) },
    session: {
      modelName: 'member_session',
      fields: snake(['expiresAt', 'createdAt', 'updatedAt', 'ipAddress', 'userAgent', 'userId']),
      expiresIn: 60 * 60 * 24 * 60,
      updateAge: 60 * 60 * 24,
    },
    account: {
      modelName: 'member_account',
      fields: snake([
        'accountId',
        'providerId',
        'userId',
        'accessToken',
        'refreshToken',
        'idToken',
        'accessTokenExpiresAt',
        'refreshTokenExpiresAt',
        'createdAt',
        'updatedAt',
      ]),
    },
    verification: { modelName: 'member_verification', fields: snake(['expiresAt', 'createdAt', 'updatedAt']) },
  } satisfies BetterAuthOptions);

export type Auth = ReturnType<typeof makeAuth>;
