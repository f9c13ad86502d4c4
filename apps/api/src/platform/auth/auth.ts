import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Pool } from 'pg';
import type { Settings } from '../config/settings.ts';

/** Injection token of the auth library. */
export const AUTH = Symbol('auth');

export interface Mailed {
  readonly id: string;
  readonly email: string;
}

/** What the library asks to have mailed; the members' room writes the words. */
export interface AuthMails {
  confirm(member: Mailed, token: string): Promise<void>;
  reset(member: Mailed, token: string): Promise<void>;
  /** Somebody asked for an account with an address that has one. */
  known(member: Mailed): Promise<void>;
  /** The password was replaced by way of a mail, which proves the address too. */
  passwordSet(member: Mailed): Promise<void>;
}

/** How long a link in a mail works: a confirmation may wait for the power to come back, a key to the house may not. */
export const linkHours = { confirm: 72, reset: 2 } as const;

/** The library's word for a session refused because the account is suspended or closed. */
export const ACCOUNT_NOT_ACTIVE = 'ACCOUNT_NOT_ACTIVE';

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
      ipAddress: { disableIpTracking: true },
      disableOriginCheck: true, // our own hook checks the origin of every write
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: linkHours.reset * 3600,
      sendResetPassword: ({ user, token }) => mails.reset(user, token),
      onPasswordReset: ({ user }) => mails.passwordSet(user),
      onExistingUserSignUp: ({ user }) => mails.known(user),
    },
    emailVerification: {
      sendOnSignUp: false, // the library's sign-up is one transaction; the mail is asked for when it has committed
      autoSignInAfterVerification: true,
      expiresIn: linkHours.confirm * 3600,
      sendVerificationEmail: ({ user, token }) => mails.confirm(user, token),
    },
    user: {
      modelName: 'member',
      fields: snake(['emailVerified', 'createdAt', 'updatedAt']),
      additionalFields: { locale: { type: 'string', required: true } },
    },
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
    verification: {
      modelName: 'member_verification',
      fields: snake(['expiresAt', 'createdAt', 'updatedAt']),
      storeIdentifier: 'hashed',
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const { rows } = await pool.query(`select 1 from member where id = $1 and state = 'active'`, [userId]);
            if (rows.length === 0) throw new APIError('FORBIDDEN', { code: ACCOUNT_NOT_ACTIVE, message: 'not active' });
          },
        },
      },
    },
  } satisfies BetterAuthOptions);

export type Auth = ReturnType<typeof makeAuth>;
