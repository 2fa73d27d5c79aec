import type { Localized } from '@isegoria/kernel/contracts';

export interface DemoItem {
  title: Localized;
  /** What is looked for in the demo city; an item that finds nothing is left out. */
  about: { kind: string; words: string; skip?: number; most: number }[];
}

interface DemoSitting {
  id: string;
  title: Localized;
  place: string;
  inDays: number;
  isOver: boolean;
  items: DemoItem[];
}

const place = 'Αίθουσα Δημοτικού Συμβουλίου, Δημαρχείο';

export const demoSittings: readonly DemoSitting[] = [
  {
    id: 'sitting-coming',
    title: { el: 'Τακτική συνεδρίαση: το παραλιακό μέτωπο', en: 'Ordinary sitting: the waterfront' },
    place,
    inDays: 2,
    isOver: false,
    items: [
      {
        title: { el: 'Σχέδιο για το λιμάνι και το παραλιακό μέτωπο', en: 'The plan for the harbour and the waterfront' },
        about: [{ kind: 'process', words: 'λιμάνι', most: 1 }, { kind: 'process', words: 'παραλ', most: 1 }, { kind: 'proposal', words: 'παραλία', most: 3 }],
      },
      {
        title: { el: 'Απολογισμός της απόφασης που αξιολόγησαν οι περισσότεροι', en: 'Account of the decision that most people evaluated' },
        about: [{ kind: 'decision', words: '', most: 1 }],
      },
      {
        title: { el: 'Πεζοδρόμια και διαβάσεις: τι ζητούν οι γειτονιές', en: 'Pavements and crossings: what the neighbourhoods ask for' },
        about: [{ kind: 'proposal', words: 'πεζοδρόμια', most: 3 }, { kind: 'proposal', words: 'διάβαση', most: 2 }],
      },
      {
        title: { el: 'Έργα του συμμετοχικού προϋπολογισμού', en: 'Projects of the participatory budget' },
        about: [{ kind: 'project', words: '', most: 3 }],
      },
    ],
  },
  {
    id: 'sitting-past',
    title: { el: 'Τακτική συνεδρίαση: πράσινο και καθαριότητα', en: 'Ordinary sitting: green spaces and cleaning' },
    place,
    inDays: -19,
    isOver: true,
    items: [
      {
        title: { el: 'Οι προτάσεις που στηρίζουν οι περισσότεροι', en: 'The proposals that most people support' },
        about: [{ kind: 'proposal', words: '', most: 3 }],
      },
      {
        title: { el: 'Πάρκα και δέντρα', en: 'Parks and trees' },
        about: [{ kind: 'proposal', words: 'πάρκο', most: 3 }, { kind: 'proposal', words: 'δέντρα', most: 2 }],
      },
      {
        title: { el: 'Κάδοι και ανακύκλωση', en: 'Bins and recycling' },
        about: [{ kind: 'proposal', words: 'ανακύκλωση', most: 2 }, { kind: 'proposal', words: 'κάδοι', most: 2 }, { kind: 'decision', words: '', skip: 1, most: 1 }],
      },
    ],
  },
];
