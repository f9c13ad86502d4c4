import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

/** One JSON line an event, on stdout. Cookies, keys and bodies never reach it. */
export const makeLogger = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers.cookie', 'req.headers.authorization'],
  });

/** Nest's own words through the same pen; its chatter at start is not worth a line. */
export class LogBridge implements LoggerService {
  private readonly logger: Logger;
  constructor(logger: Logger) {
    this.logger = logger;
  }
  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  error(message: unknown, ...rest: readonly unknown[]): void {
    const [stack, context] = rest;
    this.logger.error({ context, stack }, message instanceof Error ? message.message : String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
}
