import { plain, terms } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { isChosen, type SurveyInput } from '@isegoria/surveys/contracts';
import type { StoredQuestion, StoredSection } from './survey.schema';

const termsKept = 1500;

/** On one line, as titles and questions are. */
const line = (text: string): string => plain(text).replace(/\s+/g, ' ');

/** English words that nobody wrote yet are the Greek ones. */
function localized({ el, en }: Localized, clean: (text: string) => string): Localized {
  return { el: clean(el), en: clean(en) || clean(el) };
}

/** What an official wrote, ready to be stored. */
export function fieldsOf({ title, purpose, use, districtIds, verified, minimumAge, opensAt, closesAt, isLive, publishesWords, sections }: SurveyInput, departmentId: string | null) {
  return {
    title: localized(title, line), purpose: localized(purpose, plain), use: localized(use, plain),
    departmentId, districtIds: [...new Set(districtIds)], verified, minimumAge: minimumAge ?? null,
    opensAt: opensAt ?? null, closesAt: closesAt ?? null, isLive, publishesWords,
    sections: sections.map((section): StoredSection => ({ id: section.id, title: localized(section.title, line), note: localized(section.note, plain), questions: section.questions.map(questionOf) })),
  };
}

/** What does not belong to a form of question is not kept with it, as the options of what was a choice before. */
function questionOf({ id, form, text, hint, isRequired, hasNoOpinion, options, most, showIf }: SurveyInput['sections'][number]['questions'][number]): StoredQuestion {
  const kept = form === 'scale' ? options.filter((option) => option.id === '1' || option.id === '5') : isChosen(form) ? options : [];
  return {
    id, form, text: localized(text, line), hint: localized(hint, line), isRequired,
    hasNoOpinion: hasNoOpinion && form !== 'ranking' && form !== 'words',
    options: kept.map((option) => ({ id: option.id, text: localized(option.text, line), isOther: option.isOther && (form === 'single' || form === 'several') })),
    most: form === 'several' || form === 'ranking' ? (most ?? null) : null,
    showIf: showIf ? { questionId: showIf.questionId, optionIds: [...showIf.optionIds] } : null,
  };
}

/** The stems that a survey is found by: those of its title and purpose first, then of its questions. */
export function termsOf({ title, purpose, sections }: { title: Localized; purpose: Localized; sections: readonly StoredSection[] }): string[] {
  const asked = sections.flatMap(({ questions }) => questions.flatMap(({ text }) => [text.el, text.en]));
  return terms([title.el, title.en, purpose.el, purpose.en, ...asked].join(' ')).slice(0, termsKept);
}
