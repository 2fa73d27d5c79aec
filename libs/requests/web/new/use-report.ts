import type { UploadedPicture } from '@isegoria/files/web';
import { problemsOf } from '@isegoria/kernel/contracts';
import type { ChosenPlace } from '@isegoria/organisation/web';
import { type ServiceRequestFields, serviceRequestInput } from '@isegoria/requests/contracts';
import { type Problem, useKept } from '@isegoria/ui/web';
import { useState } from 'react';
import type { Service } from '../documents';

/** What somebody reports, as it is typed. It stays in this tab until it is sent: through a reload, and on the way to the sign-in page and back. */
export interface Report {
  serviceId: string;
  place: ChosenPlace | null;
  text: string;
  answers: Record<string, string[]>;
  pictures: UploadedPicture[];
  isNamed: boolean;
  /** Made once for each report: sent twice, it is one. */
  nonce: string;
}

export const steps = ['what', 'where', 'more', 'check'] as const;
export type StepName = (typeof steps)[number];

const blank = (): Report => ({ serviceId: '', place: null, text: '', answers: {}, pictures: [], isNamed: false, nonce: crypto.randomUUID() });

/** A part of it, or a change of what is there by then: a picture or the name of a street comes a while later. */
export type ChangeReport = (part: Partial<Report> | ((before: Report) => Partial<Report>)) => void;

/** The report of this tab, how to change it, and how to let it go once it was sent. */
export function useReport(): { report: Report; change: ChangeReport; forget(): void } {
  const [first] = useState(blank);
  const [report, set, forget] = useKept<Report>('request:new', first);
  return { report, change: (part) => set((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) })), forget };
}

/** What is sent. Answers to another service's questions stay behind, and so does a name where nobody would see it. */
export function inputOf({ place, answers, pictures, isNamed, text, serviceId }: Report, service: Service): ServiceRequestFields {
  return {
    serviceId, text,
    place: { label: place?.label.trim() ?? '', lat: place?.lat ?? null, lng: place?.lng ?? null },
    districtId: place?.districtId || null,
    answers: service.questions.map(({ id }) => ({ questionId: id, values: given(answers[id]) })).filter(({ values }) => values.length > 0),
    pictures: pictures.map(({ id }) => id),
    isNamed: isNamed && !service.isPrivate,
  };
}

const given = (values: readonly string[] = []): string[] => values.map((value) => value.trim()).filter(Boolean);

/** What is wrong or missing, at the fields of the form. */
export function problemsIn(report: Report, service: Service): Problem[] {
  const wrong = problemsOf(serviceRequestInput, inputOf(report, service)).map((problem) => ({ ...problem, field: fieldOf(problem.field) }));
  const { place } = report;
  if (place?.label.trim() && place.lat === null && !place.districtId) wrong.push({ field: 'place.districtId', code: 'required', limit: null });
  for (const { id, isRequired, type } of service.questions) {
    const [value] = given(report.answers[id]);
    if (!value && isRequired) wrong.push({ field: `answers.${id}`, code: 'required', limit: null });
    if (value && type === 'number' && !/^-?\d+([.,]\d+)?$/.test(value)) wrong.push({ field: `answers.${id}`, code: 'invalid', limit: null });
  }
  return wrong;
}

/** The form's own name for a field of the input. */
export function fieldOf(field: string): string {
  if (field.startsWith('place')) return field === 'place.districtId' ? field : 'place';
  return field === 'districtId' ? 'place.districtId' : field;
}

/** At which step a field is asked for. */
export function stepOf(field: string): StepName {
  if (field === 'serviceId') return 'what';
  return field.startsWith('place') ? 'where' : 'more';
}
