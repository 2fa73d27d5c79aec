import { Card, ChartTable, Columns, Figure, OpinionBar, OpinionKey, Section, type TableColumn } from '@isegoria/ui/web';
import styles from './gallery.module.css';

const DEPARTMENTS: TableColumn[] = [
  { key: 'name', label: 'Υπηρεσία', type: 'text' },
  { key: 'open', label: 'ανοιχτά', type: 'number' },
  { key: 'late', label: 'εκπρόθεσμα', type: 'number' },
];
const WAITING = [
  { name: 'Τεχνικών Υπηρεσιών', open: 23, late: 6 },
  { name: 'Περιβάλλοντος και Πρασίνου', open: 14, late: 0 },
  { name: 'Καθαριότητας', open: 9, late: 1 },
];
const MONTHS: TableColumn[] = [
  { key: 'month', label: { el: 'Μήνας', en: 'Month' }, type: 'date' },
  { key: 'proposals', label: { el: 'προτάσεις', en: 'proposals' }, type: 'number' },
  { key: 'arguments', label: { el: 'επιχειρήματα', en: 'arguments' }, type: 'number' },
];
const OVER_TIME = [31, 44, 28, 52, 61, 47, 70].map((proposals, index) => ({ month: `2026-0${index + 1}-01`, proposals, arguments: proposals * 2 - 20 }));
const OPINIONS: { label: string; counts: number[]; after: string }[] = [
  { label: 'Αναγκαίες', counts: [9, 13, 15, 34, 29], after: '4 (4–4)' },
  { label: 'Δίκαιες', counts: [12, 16, 19, 31, 22], after: '4 (3–4)' },
  { label: 'Καλά εξηγημένες', counts: [28, 27, 18, 17, 10], after: '2 (2–3)' },
  { label: 'Σωστή εφαρμογή', counts: [97, 1, 1, 1, 0], after: '1 (1–1)' },
];

/** What the council sees. */
export function GalleryFigures() {
  return (
    <Section title="Τι λέει η πόλη">
      <div className={styles.stack}>
        <div className={styles.line}>
          <Figure size="large" value={1208} label="κάτοικοι αξιολόγησαν" layout="beside" />
          <Figure value={7} tone="terracotta" label="εκπρόθεσμες" />
          <Figure value={31} tone="olive" label="έγιναν" />
        </div>
        <Columns>
          <Card title="Δίκαιες, όχι όμως καλά εξηγημένες" note="Κατανομή απαντήσεων, διάμεσος με διάστημα 95 %">
            <OpinionKey />
            <div>
              {OPINIONS.map((opinion) => (
                <OpinionBar key={opinion.label} {...opinion} />
              ))}
            </div>
          </Card>
          <Card title="Περιμένουν απάντηση" note="ανά υπηρεσία, με το όριο που έθεσε το Συμβούλιο">
            <ChartTable title="Περιμένουν απάντηση" chart="none" columns={DEPARTMENTS} rows={WAITING} csv="/gallery.csv" />
          </Card>
        </Columns>
        <Columns kind="even">
          <Card title="Ανά υπηρεσία">
            <ChartTable title="Ανοιχτά θέματα ανά υπηρεσία" chart="bars" columns={DEPARTMENTS} rows={WAITING} csv="/gallery.csv" note="Όσα δεν έχουν ακόμη απάντηση." />
          </Card>
          <Card title="Ανοιχτά και εκπρόθεσμα">
            <ChartTable title="Ανοιχτά και εκπρόθεσμα" chart="stacked" columns={DEPARTMENTS} rows={WAITING} />
          </Card>
          <Card title="Μέσα στον χρόνο">
            <ChartTable title="Προτάσεις και επιχειρήματα" chart="line" columns={MONTHS} rows={OVER_TIME} csv="/gallery.csv" />
          </Card>
        </Columns>
      </div>
    </Section>
  );
}
