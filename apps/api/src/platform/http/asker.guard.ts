import type { Route } from '@baraza/contracts/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Askers } from '../auth/askers.ts';
import { notPermitted, ProblemError } from './problem-error.ts';
import { RateLimits } from './rate-limits.ts';
import type { AskedRequest } from './request.ts';
import { ROUTE } from './route.decorator.ts';

/** Says who asks, and whether they may knock at this door at all. What they may do inside is asked of the room's policy. */
@Injectable()
export class AskerGuard implements CanActivate {
  private readonly reflector: Reflector;
  private readonly askers: Askers;
  private readonly limits: RateLimits;
  constructor(reflector: Reflector, askers: Askers, limits: RateLimits) {
    this.reflector = reflector;
    this.askers = askers;
    this.limits = limits;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // a socket's asker is known from its handshake
    const request = context.switchToHttp().getRequest<AskedRequest>();
    const asker = await this.askers.of(request);
    request.asker = asker;
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) return true;
    await this.limits.take(route, asker);
    if (route.access === 'anyone') return true;
    if (asker.actor.kind === 'visitor') throw new ProblemError('not-signed-in');
    if (route.access !== 'member' && !route.access.some((role) => asker.actor.roles.includes(role)))
      throw notPermitted();
    return true;
  }
}
