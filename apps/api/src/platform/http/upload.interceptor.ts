import type { Route } from '@baraza/contracts/kernel';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { finalize, type Observable } from 'rxjs';
import { bodyFromForm } from '../pages/form-body.ts';
import { ProblemError } from './problem-error.ts';
import type { AskedRequest } from './request.ts';
import { ROUTE } from './route.decorator.ts';
import { isMultipart, Uploads } from './uploads.ts';

/** Names, on a request from inside, the form that came with the outer one. */
export const TICKET = 'x-inside-upload';

/** Receives the file of a route that takes one: after the guard has let its sender pass, and gone when the route has answered. */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  private readonly reflector: Reflector;
  private readonly uploads: Uploads;
  constructor(reflector: Reflector, uploads: Uploads) {
    this.reflector = reflector;
    this.uploads = uploads;
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route?.body || context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<AskedRequest>();
    if (!route.upload) {
      if (isMultipart(request)) throw new ProblemError('unsupported-media-type');
      return next.handle();
    }
    const received = this.uploads.claim(request.headers[TICKET]) ?? (await this.uploads.receive(request, route.upload));
    const { fields, file } = received;
    request.body = { ...bodyFromForm(route.body, fields), ...(file && { [route.upload.field]: file }) };
    return next.handle().pipe(finalize(() => void received.discard()));
  }
}
