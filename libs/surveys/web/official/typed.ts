import { type Asked, conditionOptions, isChosen, newKey, steps, type SurveyDraft, surveyLimits as limits } from '@isegoria/surveys/contracts';
import { fromCityClock, toCityClock } from '@isegoria/ui/web';
import type { EditedSurvey } from '../documents';

type Both = { el: string; en: string };

/** A question as it stands in the form. */
export interface TypedQuestion {
  id: string;
  form: Asked['form'];
  text: Both;
  hint: Both;
  isRequired: boolean;
  hasNoOpinion: boolean;
  options: { id: string; text: Both; isOther: boolean }[];
  most: string;
  showIf: { questionId: string; optionIds: string[] } | null;
}

export interface TypedSection {
  id: string;
  title: Both;
  note: Both;
  questions: TypedQuestion[];
}

/** A survey as it stands in the form: moments by the city's clock and numbers, as they were typed. */
export interface Typed {
  /** The change that it follows; null for a new one. */
  revision: number | null;
  title: Both;
  purpose: Both;
  use: Both;
  departmentId: string;
  districtIds: string[];
  verified: boolean;
  minimumAge: string;
  opensAt: string;
  closesAt: string;
  isLive: boolean;
  publishesWords: boolean;
  sections: TypedSection[];
}

export const nothing = (): Both => ({ el: '', en: '' });

export const blank = (departmentId: string): Typed => ({
  revision: null, title: nothing(), purpose: nothing(), use: nothing(), departmentId, districtIds: [], verified: false, minimumAge: '', opensAt: '', closesAt: '', isLive: true, publishesWords: false,
  sections: [{ id: 's1', title: nothing(), note: nothing(), questions: [] }],
});

export function typedOf({ revision, title, purpose, use, department, electorate, opensAt, closesAt, isLive, publishesWords, sections }: EditedSurvey): Typed {
  return {
    revision, title: asTyped(title), purpose: asTyped(purpose), use: asTyped(use), departmentId: department?.id ?? '', districtIds: electorate.districts.map(({ id }) => id), verified: electorate.verified,
    minimumAge: electorate.minimumAge === null ? '' : String(electorate.minimumAge), opensAt: opensAt ? toCityClock(new Date(opensAt)) : '', closesAt: closesAt ? toCityClock(new Date(closesAt)) : '', isLive, publishesWords,
    sections: sections.map((section) => ({
      id: section.id, title: asTyped(section.title), note: asTyped(section.note),
      questions: section.questions.map(({ id, form, text, hint, isRequired, hasNoOpinion, options, most, showIf }) => ({
        id, form, text: asTyped(text), hint: asTyped(hint), isRequired, hasNoOpinion, options: options.map((option) => ({ id: option.id, text: asTyped(option.text), isOther: option.isOther })),
        most: most === null ? '' : String(most), showIf: showIf && { questionId: showIf.questionId, optionIds: [...showIf.optionIds] },
      })),
    })),
  };
}

/** English words that were left empty are the Greek ones since: they were not typed. */
const asTyped = ({ el, en }: Both): Both => ({ el, en: en === el ? '' : en });

/** What was typed as the schemas read it. */
export function formOf({ revision: _, departmentId, minimumAge, opensAt, closesAt, sections, ...rest }: Typed): SurveyDraft {
  return {
    ...rest, departmentId: departmentId || null, minimumAge: numberOf(minimumAge), opensAt: fromCityClock(opensAt), closesAt: fromCityClock(closesAt),
    sections: sections.map((section) => ({ ...section, questions: section.questions.map((question) => ({ ...question, most: question.form === 'several' || question.form === 'ranking' ? numberOf(question.most) : null })) })),
  };
}

const numberOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));

/** A new question, with two answers to write where people choose. */
export function newQuestion(sections: readonly TypedSection[]): TypedQuestion {
  const id = newKey('q', sections.flatMap(({ questions }) => questions.map((question) => question.id)));
  return withForm({ id, form: 'single', text: nothing(), hint: nothing(), isRequired: false, hasNoOpinion: false, options: [], most: '', showIf: null }, 'single');
}

export const newSection = (sections: readonly TypedSection[]): TypedSection => ({ id: newKey('s', sections.map(({ id }) => id)), title: nothing(), note: nothing(), questions: [] });

/** The same question in another form: answers that were written stay where the new form has answers. */
export function withForm(question: TypedQuestion, form: Asked['form']): TypedQuestion {
  const written = isChosen(question.form) ? question.options : [];
  if (form === 'scale') return { ...question, form, options: [{ id: '1', text: nothing(), isOther: false }, { id: '5', text: nothing(), isOther: false }] };
  if (!isChosen(form)) return { ...question, form, options: [] };
  const options = [...written];
  while (options.length < limits.leastOptions) options.push({ id: newKey('o', options.map(({ id }) => id)), text: nothing(), isOther: false });
  return { ...question, form, options };
}

/** A list with one of its things a place higher or lower. */
export function movedBy<T extends { id: string }>(things: readonly T[], id: string, step: 1 | -1): T[] {
  const from = things.findIndex((one) => one.id === id);
  const [thing, other] = [things[from], things[from + step]];
  if (!thing || !other) return [...things];
  return things.map((one, at) => (at === from ? other : at === from + step ? thing : one));
}

/** A question a place higher or lower: at the end of its page it goes to the next one. */
export function movedQuestion(sections: readonly TypedSection[], id: string, step: 1 | -1): TypedSection[] {
  const at = sections.findIndex(({ questions }) => questions.some((one) => one.id === id));
  const section = sections[at];
  const place = section?.questions.findIndex((one) => one.id === id) ?? -1;
  const question = section?.questions[place];
  if (!section || !question) return [...sections];
  if (section.questions[place + step]) return sections.map((one, here) => (here === at ? { ...one, questions: movedBy(one.questions, id, step) } : one));
  if (!sections[at + step]) return [...sections];
  return sections.map((one, here) => {
    if (here === at) return { ...one, questions: one.questions.filter((other) => other.id !== id) };
    if (here !== at + step) return one;
    return { ...one, questions: step === 1 ? [question, ...one.questions] : [...one.questions, question] };
  });
}

/** The questions before one that it may hang on, with the answers that a condition may name. */
export function mayHangOn(sections: readonly TypedSection[], id: string): { question: TypedQuestion; options: { id: string; text: string }[] }[] {
  const all = sections.flatMap(({ questions }) => questions);
  return all.slice(0, all.findIndex((one) => one.id === id)).flatMap((question) => {
    const known = conditionOptions(question);
    const textOf = (option: string) => {
      const text = question.options.find((one) => one.id === option)?.text.el ?? '';
      return question.form === 'scale' && steps.some((step) => step === option) ? [option, text].filter(Boolean).join(' – ') : text;
    };
    return known.length > 0 ? [{ question, options: known.map((option) => ({ id: option, text: textOf(option) })) }] : [];
  });
}
