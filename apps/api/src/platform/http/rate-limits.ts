import { isWrite, type Route } from '@baraza/contracts/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Asker } from '../asker.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { ProblemError } from './problem-error.ts';

/** Points a minute. An address stands for a whole office behind one line, so it may do far more than one member. */
const perMinute = { memberReads: 600, memberWrites: 60, addressReads: 3000, addressWrites: 240 } as const;

const limiter = (points: number): RateLimiterMemory => new RateLimiterMemory({ points, duration: 60 });

/** Refuses who asks too often, per actor and per address, and says when to come back. */
@Injectable()
export class RateLimits {
  private readonly enabled: boolean;
  private readonly reads = { actor: limiter(perMinute.memberReads), address: limiter(perMinute.addressReads) };
  private readonly writes = { actor: limiter(perMinute.memberWrites), address: limiter(perMinute.addressWrites) };
  private readonly own = new Map<string, RateLimiterMemory>();

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.enabled = settings.rateLimits;
  }

  async take(route: Route, { actor, address, device }: Asker): Promise<void> {
    if (!this.enabled) return;
    const { actor: perActor, address: perAddress } = isWrite(route) ? this.writes : this.reads;
    try {
      await perAddress.consume(address);
      const who = actor.id ?? device;
      if (who) await perActor.consume(who);
      if (route.perMinute) await this.ownOf(route, route.perMinute).consume(who ?? address);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw new ProblemError('rate-limited', 'kernel.rateLimited', { args: { seconds }, retryAfter: seconds });
    }
  }

  private ownOf(route: Route, points: number): RateLimiterMemory {
    const known = this.own.get(route.name) ?? limiter(points);
    this.own.set(route.name, known);
    return known;
  }
}
