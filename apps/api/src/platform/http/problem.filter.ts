import { type Problem, type ProblemCode, problemStatus } from '@baraza/contracts/kernel';
import { type Locale, Refusal } from '@baraza/domain/kernel';
import { negotiate } from '@baraza/i18n';
import { translatorFor } from '@baraza/i18n/server';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { withoutTokens } from '../signed-links.ts';
import { ProblemError } from './problem-error.ts';
import { ProblemPages } from './problem-pages.ts';
import type { AskedRequest } from './request.ts';

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'invalid-input',
  401: 'not-signed-in',
  403: 'not-permitted',
  404: 'not-found',
  405: 'not-found',
  413: 'payload-too-large',
  414: 'payload-too-large',
  415: 'unsupported-media-type',
  422: 'invalid-input',
  429: 'rate-limited',
  503: 'unavailable',
};

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
};

/** PostgreSQL's ways to say that the input was at fault: text it cannot hold, a number out of range, a broken uuid. */
const inputFaults = new Set(['22P02', '22P05', '22021', '22003', '22007', '22008', '22001']);
const pgCode = (error: unknown): string | undefined =>
  (error as { driverError?: { code?: string }; code?: string } | null)?.driverError?.code ??
  (error as { code?: string } | null)?.code;

/** One kind of bad news: RFC 9457, in the reader's language, with the request id to quote. */
export function problemOf(error: unknown, locale: Locale, requestId: string): Problem {
  const i18n = translatorFor(locale);
  const build = (
    code: ProblemCode,
    sentence: string,
    args: Readonly<Record<string, string | number>> = {},
  ): Problem => ({
    type: `/api/docs#${code}`,
    title: i18n.say(`kernel.problem.${code}`),
    status: problemStatus[code],
    code,
    detail: i18n.say(sentence, args),
    instance: requestId,
  });
  if (error instanceof ProblemError || error instanceof Refusal) {
    const { path, sentence, args } = error;
    const fields = error instanceof Refusal ? error.fields : path ? [{ path, sentence, args }] : [];
    const problem = build(error.code, sentence, args);
    const { issues, retryAfter } = error instanceof ProblemError ? error : {};
    return {
      ...problem,
      ...(fields.length > 0 && {
        issues: fields.map((field) => ({
          path: field.path,
          code: field.sentence,
          message: i18n.say(field.sentence, field.args),
        })),
      }),
      ...(issues && { issues: [...issues] }),
      ...(retryAfter && { retryAfter }),
    };
  }
  const status = statusOf(error);
  const code: ProblemCode =
    (status && codeOfStatus[status]) || (inputFaults.has(pgCode(error) ?? '') ? 'invalid-input' : 'unexpected');
  return build(code, `kernel.problem.${code}`, { id: requestId });
}

/** An address that leads to no route at all, too long or badly written, is a problem like any other. */
export function refuseUnroutable(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, negotiate(request.headers['accept-language']), String(request.id));
  reply
    .status(problem.status)
    .header('x-content-type-options', 'nosniff')
    .type('application/problem+json; charset=utf-8')
    .send(problem);
}

/** Somebody looks: a browser that opens an address. Under `/api` there are machines, and answers for them. */
const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && (headers.accept?.includes('text/html') ?? false);

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);
  private readonly pages: ProblemPages;
  constructor(pages: ProblemPages) {
    this.pages = pages;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<AskedRequest>();
    const reply = http.getResponse<FastifyReply>();
    const locale = request.asker?.locale ?? negotiate(request.headers['accept-language']);
    const problem = problemOf(error, locale, String(request.id));
    if (problem.code === 'unexpected')
      this.logger.error(
        `${request.method} ${withoutTokens(request.url)} ${request.id}`,
        error instanceof Error ? error.stack : String(error),
      );
    if (problem.retryAfter) reply.header('retry-after', String(problem.retryAfter));
    const send = () => reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
    if (!this.pages.draw || !wantsPage(request)) return void send();
    this.pages.draw(request, reply, problem).catch((fault: unknown) => {
      this.logger.error(`no page for ${request.id}`, fault instanceof Error ? fault.stack : String(fault));
      if (!reply.sent) send();
    });
  }
}
