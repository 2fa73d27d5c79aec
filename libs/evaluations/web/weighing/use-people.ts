import { useWords } from '@isegoria/ui/web';
import type { OpinionOnPage } from '../documents';

/** How many people weighed it, in a sentence without its full stop. */
export function usePeople({ people }: OpinionOnPage, acts: number): string {
  const { t } = useWords('evaluations');
  return acts > 1 ? t('peopleActs', { count: people, acts }) : t('people', { count: people });
}
