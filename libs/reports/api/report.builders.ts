import type { DocumentPart, DocumentTable, Localized, PageDocument } from '@isegoria/kernel/contracts';

const both = (el: string, en: string): Localized => ({ el, en });

/** A page with all that a page may hold, and with words that files must survive. */
export function aDocument(more: Partial<PageDocument> = {}): PageDocument {
  const at = new Date('2026-11-26T12:30:00Z');
  const sections = [
    { id: 'one', title: both('Πεζοδρόμια & διαβάσεις <script>', 'Pavements & crossings <script>'), lead: null, parts: [aPart()] },
    { id: 'two', title: both('Πράσινο', 'Green'), lead: both('Ό,τι ζητούν οι γειτονιές', 'What the neighbourhoods ask for'), parts: [aPart({ id: 'x.lines', tables: [], measures: [] })] },
    { id: 'waiting', title: both('Τι περιμένει απάντηση', 'What waits for an answer'), lead: null, parts: [] },
  ];
  return { id: 'page', title: both('Συνεδρίαση: το παραλιακό μέτωπο <β> & άλλα', 'Sitting: the waterfront <b> & more'), lead: both('Δημαρχείο', 'Town hall'), at, path: '/council/sittings/page', sections, ...more };
}

export function aPart(more: Partial<DocumentPart> = {}): DocumentPart {
  return {
    id: 'x.part',
    title: both('Τι πρότειναν', 'What was proposed'),
    lead: both('Άυλες και ΰλες: ΐ ΰ', 'A lead'),
    measures: [{ id: 'people', label: both('Άνθρωποι', 'People'), value: 1208 }],
    tables: [aTable(), opinions()],
    lines: [
      { text: both('Έχω δει τρία σκυλιά 🐕 σκοτωμένα', 'I saw three dogs'), note: both('Συμφωνούν 8', '8 agree'), path: '/proposals/x#a', tone: 'for' },
      { text: both('Όχι πια', 'No more'), note: null, path: null, tone: 'against' },
      { text: both('=HYPERLINK("http://x")', '=HYPERLINK("http://x")'), note: null, path: null, tone: 'quote' },
    ],
    ...more,
  };
}

export function aTable(more: Partial<DocumentTable> = {}): DocumentTable {
  return {
    id: 'streets',
    title: both('Οδοί', 'Streets'),
    note: both('Μετρήθηκαν μία μία', 'Counted one by one'),
    chart: 'bars',
    columns: [
      { key: 'name', label: both('Όνομα', 'Name'), type: 'text' },
      { key: 'people', label: both('Άνθρωποι', 'People'), type: 'number' },
      { key: 'share', label: both('Μερίδιο', 'Share'), type: 'percent' },
      { key: 'due', label: both('Ως', 'Due'), type: 'date' },
      { key: 'path', label: both('', ''), type: 'text' },
    ],
    rows: [
      { name: both('=1+1 Ψαρών', '=1+1 Psaron'), people: 40, share: 0.25, due: new Date('2026-12-31T22:30:00Z'), path: '/x' },
      { name: 'Μεγάλου Αλεξάνδρου', people: 7.5, share: 0.05, due: null, path: '/y' },
    ],
    ...more,
  };
}

export function opinions(): DocumentTable {
  const steps = ['Καθόλου', 'Λίγο', 'Μέτρια', 'Αρκετά', 'Πολύ'].map((label, at) => ({ key: String(at + 1), label: both(label, `Step ${at + 1}`), type: 'number' as const }));
  const interval = ['median', 'medianLow', 'medianHigh'].map((key) => ({ key, label: both('Διάμεσος', 'Median'), type: 'number' as const }));
  return { id: 'opinions', title: both('Κρίσεις', 'Opinions'), note: null, chart: 'stacked', columns: [{ key: 'criterion', label: both('Κριτήριο', 'Criterion'), type: 'text' }, ...steps, ...interval], rows: [{ criterion: both('Αναγκαία', 'Needed'), 1: 2, 2: 2, 3: 2, 4: 1, 5: 1, median: 2, medianLow: 1, medianHigh: 5 }] };
}
