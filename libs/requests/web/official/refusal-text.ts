import type { WordsOfSlice } from '@isegoria/ui/web';

/** Why an act of the department did not go through. */
export function refusalText({ t, has }: WordsOfSlice, reason: string): string {
  return has(`desk.refused.${reason}`) ? t(`desk.refused.${reason}`) : t('desk.failed');
}
