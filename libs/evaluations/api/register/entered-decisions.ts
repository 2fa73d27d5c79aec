import { createHash } from 'node:crypto';
import { type DecisionInput, amountTyped, type DecisionProblem, decisionProblems, idOfNumber, isAda, type LineFate, mended } from '@isegoria/evaluations/contracts';
import { plain } from '@isegoria/kernel/api';
import type { ActNotes } from '../decisions/acts.rules';
import type { Decision } from '../decisions/decision.schema';
import type { RegisterAct } from './record';

/** The body of all acts that were entered here. */
export const thisCity = 'city';

export type EnteredInput = Omit<DecisionInput, '__typename'>;

/** What is compared of a decision that is here. */
export type Known = Pick<Decision, 'ada' | 'source' | 'versionId'>;

/** One thing wrong with a decision: of its form, or with its number, which another act has. */
export type EnteredProblem = Omit<DecisionProblem, 'code'> & { code: DecisionProblem['code'] | 'taken' | 'of_register' | 'number_twice' };

/** What is wrong with a decision as it was entered. `hosts`: the sites that its document may lead to. */
export function enteredProblems(input: EnteredInput, { hosts, now }: { hosts: readonly string[]; now: Date }): DecisionProblem[] {
  const problems = decisionProblems(input, now);
  const link = input.document?.trim() ?? '';
  if (link === '' || problems.some(({ field }) => field === 'document')) return problems;
  const { hostname } = new URL(link);
  return hosts.includes(hostname) ? problems : [...problems, { field: 'document', code: 'invalid', limit: null }];
}

/** The act of a decision that was entered, and what the city adds. Its version is the digest of what it says, so that the same twice is once. */
export function enteredAct(input: EnteredInput, known: Known | null, now: Date): { act: RegisterAct; notes: ActNotes } {
  const subject = plain(input.subject);
  const unit = plain(input.unit ?? '');
  const issueDate = new Date(`${input.issued.trim()}T00:00:00Z`);
  const amount = input.amount?.trim() ? amountTyped(input.amount) : null;
  const act: RegisterAct = {
    ada: numberOf(input), source: 'CITY', registerSubject: subject, subject: mended(subject), typeCode: input.type.trim(), organisationId: thisCity,
    unitId: unit ? `${thisCity}:${digest(unit.toLocaleUpperCase('el')).slice(0, 12)}` : null, signerIds: [], protocolNumber: plain(input.protocol ?? '') || null,
    issueDate, publishedAt: issueDate, versionAt: now, status: input.status, versionId: '', correctedVersionId: null,
    documentUrl: input.document?.trim() || null, url: null, amount,
  };
  const { versionAt: _versionAt, ...says } = act;
  const versionId = `city-${digest(JSON.stringify([says, input.departmentId ?? null, input.districtId ?? null])).slice(0, 16)}`;
  const notes: ActNotes = {
    unitName: unit ? { el: unit, en: unit } : null,
    departmentId: input.departmentId || null,
    districtId: input.districtId || null,
  };
  return { act: { ...act, versionId, correctedVersionId: known && known.versionId !== versionId ? known.versionId : null }, notes };
}

/** What entering it does: nothing where it is here as it says. */
export function fateOf(input: EnteredInput, known: Known | null): LineFate {
  if (!known) return 'added';
  return enteredAct(input, known, new Date(0)).act.versionId === known.versionId ? 'unchanged' : 'changed';
}

/** The number as it is kept: real Greek letters, single spaces. */
export const numberOf = ({ number }: Pick<EnteredInput, 'number'>): string => mended(plain(number));

export const idOfEntered = (input: Pick<EnteredInput, 'number'>): string => idOfNumber(numberOf(input));

/** Why this number may not be used: another act reads the same (145/2026 and 145-2026), or the register holds it. */
export function numberTaken(input: Pick<EnteredInput, 'number'>, known: Known | null): 'taken' | 'of_register' | null {
  if (!known) return null;
  if (known.source === 'DIAVGEIA') return 'of_register';
  return known.ada === numberOf(input) || isAda(known.ada) ? null : 'taken';
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
