import { AskCard, Bar, Columns, Feed, Figure, LinkButton, OpinionBar, Page, Row, Rows, Section, Tag } from '@isegoria/ui/web';
import { Link } from 'react-router';
import styles from './gallery.module.css';
import { GalleryForms } from './gallery-forms';
import { GalleryFigures } from './gallery-figures';
import { GalleryMatters } from './gallery-matters';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

const ROWS = [
  { supports: 412, title: 'Σκίαστρα και βρύσες στη διαδρομή προς τα σχολεία', note: 'Κεντρική ενότητα, 38 επιχειρήματα υπέρ, 4 κατά', tag: <Tag tone="sun">Απάντηση έως 9 Δεκ.</Tag> },
  { supports: 366, title: 'Ποδηλατόδρομος από τον σταθμό ως την παραλία', note: 'Όρμος, 61 υπέρ, 27 κατά', tag: <Tag tone="olive">Έγινε δεκτή</Tag> },
  { supports: 298, title: 'Ανοιχτό το γυμναστήριο του 3ου Λυκείου τα απογεύματα', note: 'Άνω Πόλη, 19 υπέρ, 1 κατά', tag: <Tag>Εξετάζεται</Tag> },
];

const FEED = [
  { id: '1', at: minutesAgo(0), text: 'Νέο επιχείρημα υπέρ: «Ο δρόμος πλημμυρίζει κάθε φθινόπωρο»' },
  { id: '2', at: minutesAgo(2), text: 'Η Τεχνική Υπηρεσία απάντησε σε 214 πολίτες για τα φώτα της οδού Σαλαμίνος' },
  { id: '3', at: minutesAgo(190), text: '412ος πολίτης στηρίζει τα σκίαστρα' },
  { id: '4', at: minutesAgo(3000), text: 'Η πρόταση «Κομποστοποίηση στις λαϊκές» πέρασε τον έλεγχο' },
];

/** Every part of the design on one page, with believable content: to look at, to measure, never to publish. */
export function Component() {
  return (
    <Page band title="Τι αποφασίζουμε αυτή την εβδομάδα" lead="Τρία θέματα περιμένουν τη γνώμη σου. Κάθε ψήφος μετράει μία φορά, και μπορείς να ελέγξεις τη δική σου.">
      <div className={styles.now}>
        <AskCard
          main
          kind="Συμμετοχικός προϋπολογισμός"
          title="Πώς θα ξοδέψουμε 850.000 € στις γειτονιές μας"
          lead="22 έργα πέρασαν τον έλεγχο των υπηρεσιών. Διάλεξε όσα χωρούν στο ποσό."
          facts={[<><b>3.412</b> κάτοικοι ψήφισαν</>, <>κλείνει σε <b>5 ημέρες</b></>]}
          action={<LinkButton to="/gallery">Ψήφισε</LinkButton>}
        >
          <Bar label="Ψήφισαν" of={100} parts={[{ label: 'κάτοικοι', value: 64 }]} />
        </AskCard>
        <AskCard
          kind="Αξιολόγηση απόφασης"
          title="Μονοδρομήσεις στο κέντρο"
          lead="Έξι μήνες μετά: ήταν αναγκαίες, δίκαιες, καλά εξηγημένες;"
          facts={[<><b>1.208</b> αξιολόγησαν</>]}
          action={<Link to="/gallery">Πες τη γνώμη σου</Link>}
        >
          <OpinionBar thin label="Αναγκαίες" counts={[110, 160, 180, 410, 348]} />
        </AskCard>
        <AskCard
          kind="Διαβούλευση"
          title="Κανονισμός κοινόχρηστων χώρων"
          lead="14 άρθρα, σχόλια ανά άρθρο. Το τελικό κείμενο δημοσιεύεται με τις αλλαγές."
          facts={[<><b>287</b> σχόλια</>, <><b>12</b> ημέρες</>]}
          action={<Link to="/gallery">Διάβασε το κείμενο</Link>}
        />
      </div>
      <Columns>
        <Section title="Προτάσεις που ανεβαίνουν" more={{ to: '/gallery', label: 'Όλες οι προτάσεις' }}>
          <Rows ordered>
            {ROWS.map(({ supports, ...row }) => (
              <Row key={row.title} {...row} to="/gallery" figure={<Figure size="small" value={supports} label="στηρίζουν" />} />
            ))}
          </Rows>
        </Section>
        <Section title="Τώρα στην πόλη">
          <Feed items={FEED} />
        </Section>
      </Columns>
      <GalleryMatters />
      <GalleryForms />
      <GalleryFigures />
    </Page>
  );
}
