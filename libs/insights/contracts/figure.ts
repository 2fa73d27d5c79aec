import type { Cell, FigureChapter, Localized } from '@isegoria/kernel/contracts';

/** A row as a slice hands it in. */
export type FigureRow = Record<string, Cell | Localized>;

/** The columns' keys that carry a meaning of their own, whichever slice a figure comes from. */
export const KEYS = {
  /** A distribution over five steps, worst to best. */
  steps: ['1', '2', '3', '4', '5'],
  /** What should have been answered by now. */
  overdue: 'overdue',
  /** A line that the figure's owner wrote itself. */
  headline: 'headline',
} as const;

export interface FigureShape {
  chart: 'bars' | 'stacked' | 'line' | 'none';
  columns: readonly { key: string; label: Localized; type: 'text' | 'number' | 'percent' | 'date' | 'days' }[];
  /** How it says what is late; `#` stands for the number. */
  late?: { none: Localized; one: Localized; many: Localized };
}

const has = ({ columns }: FigureShape, key: string): boolean => columns.some((column) => column.key === key);

/** Opinions on steps are drawn as such; what waits is told as a table with the late ones marked; the rest by its chart. */
export function faceOf(figure: FigureShape): 'opinions' | 'waiting' | 'chart' {
  if (KEYS.steps.every((step) => has(figure, step))) return 'opinions';
  return has(figure, KEYS.overdue) ? 'waiting' : 'chart';
}

/** Who sees figures that are kept for the council. */
export const COUNCIL_ROLES = ['council', 'clerk', 'administrator', 'official', 'moderator'] as const;

/** The pages of figures: whose figures they show (`reader`: as much as whoever looks may see), and how they are called on paper. On the screen the newest decision gives the headline. */
export const FIGURE_PAGES = [
  { id: 'council', page: 'council', audience: 'council', path: '/council', title: { el: 'Τι λέει η πόλη', en: 'What the city says' }, lead: { el: 'Όσα ζητούν, κρίνουν και περιμένουν οι πολίτες. Για το Δημοτικό Συμβούλιο.', en: 'What citizens ask for, judge and wait for. For the Municipal Council.' } },
  { id: 'city', page: 'council', audience: 'city', path: '/city-says', title: { el: 'Τι λέει η πόλη', en: 'What the city says' }, lead: { el: 'Όσα ζητούν, κρίνουν και περιμένουν οι πολίτες.', en: 'What citizens ask for, judge and wait for.' } },
  { id: 'participation', page: 'participation', audience: 'reader', path: '/participation', title: { el: 'Ποιοι συμμετέχουν', en: 'Who takes part' }, lead: { el: 'Πόσοι ανοίγουν τις σελίδες, πόσοι φτάνουν ως το τέλος και από πού.', en: 'How many open the pages, how many come to the end, and from where.' } },
] as const;

/** What the chapters of the council's page are called; those of a page that is one chapter bear the page's own name. */
export const CHAPTER_TITLES: Record<Exclude<FigureChapter, 'participation'>, Localized> = {
  decisions: { el: 'Πώς κρίνει τις αποφάσεις', en: 'How it judges decisions' },
  asks: { el: 'Τι ζητά', en: 'What it asks for' },
  waiting: { el: 'Τι περιμένει από τον δήμο', en: 'What it waits for' },
  together: { el: 'Πώς συμμετέχει', en: 'How it takes part' },
  fairness: { el: 'Πόσο δίκαιος είναι ο διάλογος', en: 'How fair the dialogue is' },
};

/** The rooms in which a change of the figures is told. */
export const councilRoom = { kind: 'insights', id: 'council' };
export const cityRoom = { kind: 'insights', id: 'city' };
