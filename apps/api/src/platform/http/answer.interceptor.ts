import type { Route } from '@baraza/contracts/kernel';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, map, type Observable, of } from 'rxjs';
import { Replay } from '../database/unit-of-work.ts';
import { ROUTE } from './route.decorator.ts';

/** Nothing leaves that the contract does not name; a replayed write leaves as it did the first time. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  private readonly reflector: Reflector;
  constructor(reflector: Reflector) {
    this.reflector = reflector;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) return next.handle();
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (error instanceof Replay) return of(error.answer);
        throw error;
      }),
      map((answer) => route.response?.parse(answer)),
    );
  }
}
