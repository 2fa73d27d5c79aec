import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';

/** The process's log: JSON lines on standard error, as loud as LOG_LEVEL says once the environment was found right. What a person did is logged with ids, never with names or mail addresses. */
export const log = pino({ level: 'warn', base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));

/** Nest's own messages, in the same log. */
export const nestLog: LoggerService = {
  log: (message: unknown, context?: string) => log.debug({ context }, String(message)),
  debug: (message: unknown, context?: string) => log.debug({ context }, String(message)),
  verbose: (message: unknown, context?: string) => log.debug({ context }, String(message)),
  warn: (message: unknown, context?: string) => log.warn({ context }, String(message)),
  error: (message: unknown, stack?: string, context?: string) => log.error({ context, stack }, String(message)),
  fatal: (message: unknown, context?: string) => log.fatal({ context }, String(message)),
};
