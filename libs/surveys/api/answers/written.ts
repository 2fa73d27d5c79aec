import { inBoth, oneLine, plain, terms } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { isChosen, type SurveyInput } from '@isegoria/surveys/contracts';
import type { StoredQuestion, StoredSection } from '../survey.schema';

const termsKept = 1500;

/** What an official wrote, ready to be stored. */
export function fieldsOf({ title, purpose, use, districtIds, verified, minimumAge, opensAt, closesAt, isLive, publishesWords, channels, handIn, sections }: SurveyInput, departmentId: string | null) {
  return {
    title: inBoth(title, oneLine), purpose: inBoth(purpose, plain), use: inBoth(use, plain),
    departmentId, districtIds: [...new Set(districtIds)], verified, minimumAge: minimumAge ?? null,
    opensAt: opensAt ?? null, closesAt: closesAt ?? null, isLive, publishesWords, channels: [...new Set(channels ?? [])], handIn: inBoth(handIn ?? { el: '', en: '' }, plain),
    sections: sections.map((section): StoredSection => ({ id: section.id, title: inBoth(section.title, oneLine), note: inBoth(section.note, plain), questions: section.questions.map(questionOf) })),
  };
}

/** What does not belong to a form of question is not kept with it, as the options of what was a choice before. */
function questionOf({ id, form, text, hint, isRequired, hasNoOpinion, options, most, showIf }: SurveyInput['sections'][number]['questions'][number]): StoredQuestion {
  const kept = form === 'scale' ? options.filter((option) => option.id === '1' || option.id === '5') : isChosen(form) ? options : [];
  return {
    id, form, text: inBoth(text, oneLine), hint: inBoth(hint, oneLine), isRequired,
    hasNoOpinion: hasNoOpinion && form !== 'ranking' && form !== 'words',
    options: kept.map((option) => ({ id: option.id, text: inBoth(option.text, oneLine), isOther: option.isOther && (form === 'single' || form === 'several') })),
    most: form === 'several' || form === 'ranking' ? (most ?? null) : null,
    showIf: showIf ? { questionId: showIf.questionId, optionIds: [...showIf.optionIds] } : null,
  };
}

/** The stems that a survey is found by: those of its title and purpose first, then of its questions. */
export function termsOf({ title, purpose, sections }: { title: Localized; purpose: Localized; sections: readonly StoredSection[] }): string[] {
  const asked = sections.flatMap(({ questions }) => questions.flatMap(({ text }) => [text.el, text.en]));
  return terms([title.el, title.en, purpose.el, purpose.en, ...asked].join(' ')).slice(0, termsKept);
}
