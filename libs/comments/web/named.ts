import { useWords } from '@isegoria/ui/web';
import type { ShownComment } from './documents';

const most = 60;

/** By how much of its text an argument is told from the others. */
export function beginning({ text }: Pick<ShownComment, 'text'>): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, line.lastIndexOf(' ', most)) || line.slice(0, most)}…` : line;
}

/** Names an act with the argument that it is on: twenty buttons of one page are not alike to those who hear them. The visible words stand first (WCAG 2.5.3). */
export function useNamed(comment: Pick<ShownComment, 'text'>): (act: string) => string {
  const { t } = useWords('comments');
  return (act) => t('act.of', { act, text: beginning(comment) });
}
