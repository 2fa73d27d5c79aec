import { noOpinion } from '@isegoria/surveys/contracts';
import type { Localized } from '@isegoria/kernel/contracts';
import type { WordsOfSlice } from '@isegoria/ui/web';

interface Offers {
  form: string;
  options: readonly { id: string; text: Localized }[];
}

/** What an answer is called: an option by its words, a step of a scale by its number and the words at the ends, or «no opinion». */
export function optionText({ form, options }: Offers, optionId: string, { t, lt }: WordsOfSlice): string {
  if (optionId === noOpinion) return t('answer.noOpinion');
  const words = options.find(({ id }) => id === optionId)?.text;
  const text = words ? lt(words) : '';
  if (form !== 'scale') return text;
  return text && text !== optionId ? `${optionId}: ${text}` : optionId;
}
