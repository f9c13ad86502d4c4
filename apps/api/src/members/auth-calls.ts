import { Inject, Injectable } from '@nestjs/common';
import { APIError } from 'better-auth/api';
import { ACCOUNT_NOT_ACTIVE, AUTH, type Auth } from '../platform/auth/auth.ts';
import { ProblemError } from '../platform/http/problem-error.ts';

/** What the library says when it refuses, as a sentence of ours. */
const sentences: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'members.refuse.wrongPassword',
  EMAIL_NOT_VERIFIED: 'members.refuse.notConfirmed',
  INVALID_PASSWORD: 'members.refuse.passwordNotYours',
  INVALID_TOKEN: 'members.refuse.linkSpent',
  TOKEN_EXPIRED: 'members.refuse.linkSpent',
  USER_NOT_FOUND: 'members.refuse.linkSpent',
  [ACCOUNT_NOT_ACTIVE]: 'members.refuse.suspended',
};

/** Calls of the auth library: its cookies go on to the browser, its refusals become problems. */
@Injectable()
export class AuthCalls {
  readonly auth: Auth;
  constructor(@Inject(AUTH) auth: Auth) {
    this.auth = auth;
  }

  /** Runs one call that answers with a Response; returns its cookies and payload. */
  async run(call: Promise<Response>): Promise<{ cookies: string[]; payload: unknown }> {
    const response = await call.catch((error: unknown) => {
      if (error instanceof APIError) throw refusalOf(String(error.body?.code));
      throw error;
    });
    const payload: unknown = await response.json().catch(() => null);
    if (!response.ok) throw refusalOf(String((payload as { code?: string } | null)?.code));
    return { cookies: response.headers.getSetCookie(), payload };
  }
}

/** A refusal of the library that no sentence of ours answers. */
export class Unanswered extends Error {
  override name = 'Unanswered';
  readonly code: string;
  constructor(code: string) {
    super(`the auth library refused: ${code}`);
    this.code = code;
  }
}

const refusalOf = (code: string): Error => {
  const sentence = sentences[code];
  return sentence ? new ProblemError('unmet-condition', sentence) : new Unanswered(code);
};
