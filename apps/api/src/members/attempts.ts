import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { SETTINGS, type Settings } from '../platform/config/settings.ts';
import { ProblemError } from '../platform/http/problem-error.ts';

const minutes = 60;

/**
 * How often a password may be tried and a mail asked for. An office or a training room signs in from one address, so tries
 * are counted per account and address; the account alone has a limit too wide for people and too narrow for a botnet.
 * Known and unknown accounts are counted alike.
 */
@Injectable()
export class Attempts {
  private readonly enabled: boolean;
  private readonly here = new RateLimiterMemory({ points: 8, duration: 15 * minutes });
  private readonly anywhere = new RateLimiterMemory({ points: 100, duration: 60 * minutes });
  private readonly mails = new RateLimiterMemory({ points: 5, duration: 60 * minutes });

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.enabled = settings.rateLimits;
  }

  /** Counts a try before it is made, so that many at once are not all free, and takes it back when it was right. */
  async password<T>(account: string, address: string, attempt: () => Promise<T>): Promise<T> {
    const who = account.toLowerCase();
    await this.take(this.here, `${who} ${address}`);
    await this.take(this.anywhere, who);
    const result = await attempt();
    await this.here.delete(`${who} ${address}`);
    await this.anywhere.reward(who);
    return result;
  }

  async mail(to: string): Promise<void> {
    await this.take(this.mails, to.toLowerCase());
  }

  private async take(limiter: RateLimiterMemory, key: string): Promise<void> {
    if (!this.enabled) return;
    try {
      await limiter.consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw new ProblemError('rate-limited', 'kernel.rateLimited', { args: { seconds }, retryAfter: seconds });
    }
  }
}
