import type { RegisterFailureCode } from '@isegoria/evaluations/contracts';

/** The register did not answer as its documentation says. What the register wrote is not repeated: it may be anything. */
export class RegisterFailure extends Error {
  constructor(
    readonly code: RegisterFailureCode,
    /** The question, without the register's address. */
    readonly asked: string,
    /** What the register asked us to wait, where it did. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(`The register could not be read (${code}): ${asked}`);
    this.name = 'RegisterFailure';
  }
}

const PASSING: readonly RegisterFailureCode[] = ['TIMEOUT', 'UNREACHABLE', 'BUSY', 'BROKEN', 'NOT_JSON'];
const firstMs = 500;
const mostMs = 30_000;

/**
 * How long to wait before the question is asked once more, or null where that is of no use, or over the budget. Doubles from
 * half a second, with chance (in [0, 1)) so that many cities do not come back together; a wait that the register names is kept to the full.
 */
export function waitMs({ code, retryAfterMs }: RegisterFailure, { attempt, spentMs, patienceMs, chance }: { attempt: number; spentMs: number; patienceMs: number; chance: number }): number | null {
  if (!PASSING.includes(code)) return null;
  const own = Math.min(firstMs * 2 ** attempt, mostMs) * (0.5 + chance / 2);
  const wait = Math.max(Math.round(own), retryAfterMs ?? 0);
  return spentMs + wait <= patienceMs ? wait : null;
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, 10.2.3). Null where it says nothing. */
export function retryAfter(header: string | null, now: Date): number | null {
  if (!header) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(at - now.getTime(), 0);
}
