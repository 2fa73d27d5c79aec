import type { RegisterImportState } from '@isegoria/evaluations/contracts';
import type { RegisterImportRecord } from './register-import.schema';

type Standing = Pick<RegisterImportRecord, 'organisationId' | 'isOn' | 'everyMinutes' | 'askedAt' | 'startedAt' | 'aliveAt' | 'endedAt' | 'notBefore' | 'failure'>;

/** A run that gave no sign of life for so long was killed: it gives one before each question. */
const DEAD_AFTER_MS = 5 * 60_000;

const later = (a: Date | null, b: Date | null): boolean => a !== null && (b === null || a > b);

/** Whether a run began and has not ended, whatever became of it. */
const isOpen = ({ startedAt, endedAt }: Standing): boolean => later(startedAt, endedAt);

const isRunning = (record: Standing, now: Date): boolean => isOpen(record) && record.aliveAt !== null && now.getTime() - record.aliveAt.getTime() < DEAD_AFTER_MS;

export function stateOf(record: Standing, now: Date): RegisterImportState {
  if (isRunning(record, now)) return 'RUNNING';
  if (later(record.askedAt, record.startedAt)) return 'WAITING';
  if (record.failure) return 'FAILED';
  return record.isOn && record.organisationId ? 'WAITING' : 'OFF';
}

/** When it runs next by itself; null while it is off. What the register asked us to wait is kept. */
export function nextAt({ organisationId, isOn, everyMinutes, endedAt, notBefore }: Standing, now: Date): Date | null {
  if (!isOn || !organisationId) return null;
  const next = endedAt ? new Date(endedAt.getTime() + everyMinutes * 60_000) : now;
  return notBefore && notBefore > next ? notBefore : next;
}

/** Whether a run is to begin now: somebody asked for it, one was killed, or it is time. Never while one runs, here or at a command line. */
export function isDue(record: Standing, now: Date): boolean {
  if (!record.organisationId || isRunning(record, now)) return false;
  if (later(record.askedAt, record.startedAt)) return true;
  if (record.notBefore && record.notBefore > now) return false;
  if (isOpen(record)) return true;
  const next = nextAt(record, now);
  return next !== null && next <= now;
}
