import type { Localized } from '@isegoria/kernel/contracts';
import { noOpinion, steps } from '@isegoria/surveys/contracts';
import type { StoredQuestion } from '../survey.schema';

const noneWords: Localized = { el: 'Δεν έχω γνώμη', en: 'I have no opinion' };

/** An option as people read it, in files and tables: a step of a scale by its number, with the words at its ends. */
export function optionName({ form, options }: Pick<StoredQuestion, 'form' | 'options'>, optionId: string): Localized {
  if (optionId === noOpinion) return noneWords;
  const text = options.find(({ id }) => id === optionId)?.text ?? { el: '', en: '' };
  if (form !== 'scale' || !steps.some((step) => step === optionId)) return text;
  return { el: [optionId, text.el].filter(Boolean).join(' – '), en: [optionId, text.en].filter(Boolean).join(' – ') };
}
