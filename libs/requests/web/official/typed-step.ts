import type { UploadedPicture } from '@isegoria/files/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import { type ClosingReason, namesDay, type RequestStep, type StepFields, stepInput, stepProblems } from '@isegoria/requests/contracts';
import { fromCityClock, type Problem } from '@isegoria/ui/web';

/** A step as an official types it. */
export interface TypedStep {
  step: RequestStep | '';
  text: string;
  /** The day of the work, yyyy-mm-dd. */
  day: string;
  reason: ClosingReason | '';
  duplicateOf: string;
  pictures: UploadedPicture[];
}

export const noStep: TypedStep = { step: '', text: '', day: '', reason: '', duplicateOf: '', pictures: [] };

/** What of it goes with the step that was chosen: what was typed for another one stays behind. */
export function fieldsOf({ step, text, day, reason, duplicateOf, pictures }: TypedStep & { step: RequestStep }): StepFields {
  const isClosed = step === 'closed';
  return {
    step,
    text: text.trim(),
    expectedAt: namesDay(step) && day ? fromCityClock(`${day}T23:59`) : null,
    reason: isClosed && reason ? reason : null,
    duplicateOf: isClosed && reason === 'duplicate' ? numberOf(duplicateOf) || null : null,
    pictures: pictures.map(({ id }) => id),
  };
}

/** As it is sent. */
export function inputOf(fields: StepFields) {
  return { ...fields, expectedAt: fields.expectedAt?.toISOString() ?? null };
}

/** What is wrong with it, by the same rules as the city's. */
export function problemsIn(fields: StepFields, now = new Date()): Problem[] {
  return [...problemsOf(stepInput, fields), ...stepProblems(fields, now)];
}

/** A number as people say it: «αρ. 1.024», «#1024». */
export const numberOf = (said: string): string => said.replace(/[^\w-]/g, '');

/** What a template may say, as it is written: for the sentences that tell of it. */
export const blanks = { place: '{{place}}', number: '{{number}}' };
