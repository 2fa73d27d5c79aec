import { useFate as useFateOf, useWords } from '@isegoria/ui/web';
import { refusalText } from './refusal-text';

/** Where a small form stands, in the words of initiatives. */
export function useFate() {
  const words = useWords('initiatives');
  return useFateOf((reason) => refusalText(words, reason));
}
