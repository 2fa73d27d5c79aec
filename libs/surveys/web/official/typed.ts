import { conditionOptions, isChosen, newKey, offlineChannels, type SurveyDraft, surveyForms } from '@isegoria/surveys/contracts';
import { asTyped, clockOf, fromCityClock, numberOf } from '@isegoria/ui/web';
import type { ShownSection, ShownSurvey } from '../documents';

interface Both {
  el: string;
  en: string;
}

export interface TypedOption {
  id: string;
  text: Both;
  isOther: boolean;
}

/** A question as it stands in the form. */
export interface TypedQuestion {
  id: string;
  form: (typeof surveyForms)[number];
  text: Both;
  hint: Both;
  isRequired: boolean;
  hasNoOpinion: boolean;
  options: TypedOption[];
  /** As it was typed; empty: as many as one likes. */
  most: string;
  showIf: { questionId: string; optionIds: string[] } | null;
}

export interface TypedSection {
  id: string;
  title: Both;
  note: Both;
  questions: TypedQuestion[];
}

/** A survey as it stands in the form: moments by the city's clock, as they were typed. */
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
  channels: string[];
  handIn: Both;
  sections: TypedSection[];
}

const nothing = (): Both => ({ el: '', en: '' });

export const blank = (departmentId: string): Typed => ({
  revision: null, title: nothing(), purpose: nothing(), use: nothing(), departmentId, districtIds: [], verified: false, minimumAge: '', opensAt: '', closesAt: '', isLive: true, publishesWords: false, channels: [], handIn: nothing(),
  sections: [{ id: 's1', title: nothing(), note: nothing(), questions: [] }],
});

export type EditedSurvey = ShownSurvey & { sections: readonly ShownSection[] };

export function typedOf({ revision, title, purpose, use, department, electorate, opensAt, closesAt, isLive, publishesWords, channels, handIn, sections }: EditedSurvey): Typed {
  return {
    revision, title: asTyped(title), purpose: asTyped(purpose), use: asTyped(use), departmentId: department?.id ?? '', districtIds: electorate.districts.map(({ id }) => id), verified: electorate.verified, minimumAge: String(electorate.minimumAge ?? ''),
    opensAt: clockOf(opensAt), closesAt: clockOf(closesAt), isLive, publishesWords, channels: [...channels], handIn: asTyped(handIn),
    sections: sections.map(({ id, title: name, note, questions }) => ({
      id, title: asTyped(name), note: asTyped(note),
      questions: questions.map(({ options, most, showIf, text, hint, ...rest }) => ({
        id: rest.id, form: rest.form, isRequired: rest.isRequired, hasNoOpinion: rest.hasNoOpinion, text: asTyped(text), hint: asTyped(hint), most: String(most ?? ''),
        options: options.map((option) => ({ id: option.id, text: asTyped(option.text), isOther: option.isOther })), showIf: showIf && { questionId: showIf.questionId, optionIds: [...showIf.optionIds] },
      })),
    })),
  };
}

/** What was typed as the schemas read it. */
export function formOf({ revision: _, minimumAge, departmentId, opensAt, closesAt, channels, sections, ...rest }: Typed): SurveyDraft {
  return {
    ...rest, departmentId: departmentId || null, minimumAge: numberOf(minimumAge), opensAt: fromCityClock(opensAt), closesAt: fromCityClock(closesAt), channels: offlineChannels.filter((channel) => channels.includes(channel)),
    sections: sections.map((section) => ({ ...section, questions: section.questions.map((question) => ({ ...question, most: takesMost(question.form) ? numberOf(question.most) : null })) })),
  };
}

const takesMost = (form: TypedQuestion['form']): boolean => form === 'several' || form === 'ranking';

/** A question of another form keeps what the two have in common. */
export function asForm(question: TypedQuestion, form: TypedQuestion['form']): TypedQuestion {
  const kept = isChosen(question.form) ? question.options : [];
  const two = [1, 2].map((at) => ({ id: `o${at}`, text: nothing(), isOther: false }));
  const ends = ['1', '5'].map((id) => ({ id, text: nothing(), isOther: false }));
  const options = form === 'scale' ? ends : !isChosen(form) ? [] : kept.length > 0 ? kept : two;
  const hasOwnWords = form === 'single' || form === 'several';
  return { ...question, form, options: options.map((one) => ({ ...one, isOther: one.isOther && hasOwnWords })), hasNoOpinion: question.hasNoOpinion && form !== 'ranking' && form !== 'words', most: takesMost(form) ? question.most : '' };
}

export const questionsOf = (sections: readonly TypedSection[]): TypedQuestion[] => sections.flatMap(({ questions }) => questions);

export function newSection(sections: readonly TypedSection[]): TypedSection {
  return { id: newKey('s', sections.map(({ id }) => id)), title: nothing(), note: nothing(), questions: [] };
}

export function newQuestion(sections: readonly TypedSection[]): TypedQuestion {
  const id = newKey('q', questionsOf(sections).map((one) => one.id));
  return asForm({ id, form: 'single', text: nothing(), hint: nothing(), isRequired: false, hasNoOpinion: false, options: [], most: '', showIf: null }, 'single');
}

export const newOption = (options: readonly TypedOption[]): TypedOption => ({ id: newKey('o', options.map(({ id }) => id)), text: nothing(), isOther: false });

/** The list with one thing a place higher or lower. */
export function movedBy<One extends { id: string }>(all: readonly One[], id: string, step: 1 | -1): One[] {
  const from = all.findIndex((one) => one.id === id);
  const [moved, other] = [all[from], all[from + step]];
  if (!moved || !other) return [...all];
  return all.map((one, at) => (at === from ? other : at === from + step ? moved : one));
}

/** The sections with one question a place higher or lower; from the end of a section it goes into the next one. */
export function questionMoved(sections: readonly TypedSection[], id: string, step: 1 | -1): TypedSection[] {
  const at = sections.findIndex(({ questions }) => questions.some((one) => one.id === id));
  const questions = sections[at]?.questions ?? [];
  const question = questions.find((one) => one.id === id);
  if (!question) return [...sections];
  const place = questions.indexOf(question) + step;
  const stays = place >= 0 && place < questions.length;
  if (!stays && !sections[at + step]) return [...sections];
  return sections.map((section, here) => {
    if (here === at) return { ...section, questions: stays ? movedBy(questions, id, step) : questions.filter((one) => one.id !== id) };
    if (stays || here !== at + step) return section;
    return { ...section, questions: step === 1 ? [question, ...section.questions] : [...section.questions, question] };
  });
}

/** The sections with one question changed, and no condition left that names an answer which it does not offer any more. */
export function questionChanged(sections: readonly TypedSection[], changed: TypedQuestion): TypedSection[] {
  const offered = conditionOptions(changed);
  return eachQuestion(sections, (one) => {
    if (one.id === changed.id) return changed;
    if (one.showIf?.questionId !== changed.id) return one;
    const optionIds = one.showIf.optionIds.filter((option) => offered.includes(option));
    return { ...one, showIf: { ...one.showIf, optionIds } };
  });
}

/** The sections without a question, nor any condition on it. */
export function questionRemoved(sections: readonly TypedSection[], id: string): TypedSection[] {
  const without = sections.map((section) => ({ ...section, questions: section.questions.filter((one) => one.id !== id) }));
  return eachQuestion(without, (one) => (one.showIf?.questionId === id ? { ...one, showIf: null } : one));
}

const eachQuestion = (sections: readonly TypedSection[], change: (question: TypedQuestion) => TypedQuestion): TypedSection[] => sections.map((section) => ({ ...section, questions: section.questions.map(change) }));
