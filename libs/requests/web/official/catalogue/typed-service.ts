import type { Localized } from '@isegoria/kernel/contracts';
import type { ServiceAnswerType, ServiceFields } from '@isegoria/requests/contracts';
import type { Service } from '../../documents';

export interface TypedChoice {
  id: string;
  name: Localized;
}

export interface TypedQuestion {
  id: string;
  text: Localized;
  hint: Localized;
  type: ServiceAnswerType;
  isRequired: boolean;
  choices: TypedChoice[];
}

/** A service as an administrator types it: numbers and lists as text. */
export interface TypedService {
  name: Localized;
  description: Localized;
  group: Localized;
  keywords: string;
  departmentId: string;
  days: string;
  notice: Localized;
  questions: TypedQuestion[];
  nearMetres: string;
  isPrivate: boolean;
  waits: boolean;
}

export const nothing: Localized = { el: '', en: '' };
const usual: TypedService = { name: nothing, description: nothing, group: nothing, keywords: '', departmentId: '', days: '10', notice: nothing, questions: [], nearMetres: '50', isPrivate: false, waits: false };

export function typedFrom(service: Service | null): TypedService {
  if (!service) return usual;
  const { name, description, group, keywords, department, days, notice, questions, nearMetres, isPrivate, waits } = service;
  return { name, description, group, notice, isPrivate, waits, keywords: keywords.join(', '), departmentId: department.id, days: String(days), nearMetres: String(nearMetres), questions: questions.map((question) => ({ ...question, choices: [...question.choices] })) };
}

export function fieldsOf({ keywords, days, nearMetres, questions, ...typed }: TypedService): ServiceFields {
  const isChosen = (type: ServiceAnswerType) => type === 'choice' || type === 'choices';
  return {
    ...typed,
    keywords: keywords.split(/[,\n]/).map((word) => word.trim()).filter(Boolean),
    days: numberIn(days),
    nearMetres: numberIn(nearMetres),
    questions: questions.map((question) => ({ ...question, choices: isChosen(question.type) ? question.choices : [] })),
  };
}

const numberIn = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** A short id for a new question or choice; of ids that were once given none is given again within what is shown. */
export function freshId(taken: readonly string[]): string {
  const id = crypto.randomUUID().slice(0, 8);
  return taken.includes(id) ? freshId(taken) : id;
}
