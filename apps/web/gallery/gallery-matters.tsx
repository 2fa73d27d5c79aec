import { asFailure, BottomBar, Button, Card, Columns, DateText, Dialog, Disclosure, Empty, Facts, FailureNotice, Figure, Notice, NumberText, Pager, Prose, Quote, Section, Tag, Timeline, Waiting } from '@isegoria/ui/web';
import { useState } from 'react';
import { Link } from 'react-router';
import styles from './gallery.module.css';

/** One matter and what happens to it. */
export function GalleryMatters() {
  const [asking, setAsking] = useState(false);
  return (
    <Section title="Ένα θέμα και η πορεία του">
      <div className={styles.stack}>
        <div className={styles.line}>
          <Tag tone="sun">Περιμένει απάντηση έως 9 Δεκ.</Tag>
          <Tag tone="olive">Έγινε δεκτή</Tag>
          <Tag tone="terracotta">Εκπρόθεσμη</Tag>
          <Tag tone="aegean">Υλοποιείται</Tag>
          <Tag>Κεντρική ενότητα</Tag>
        </div>
        <Notice tone="done">
          Η στήριξή σου είναι στο ανοιχτό βιβλίο. <Link to="/gallery">Έλεγξέ τη</Link>
        </Notice>
        <Notice tone="warning" title="Μοιάζει με πρόταση που υπάρχει ήδη">
          «Σκιά στη στάση του 3ου Γυμνασίου», 214 στηρίζουν.
        </Notice>
        <Notice>Η διαβούλευση κλείνει την Παρασκευή.</Notice>
        <FailureNotice failure={asFailure(new Error('broken'))} retry={() => undefined} />
        <Columns>
          <Card edge="aegean" title="Η υπηρεσία Πρασίνου εξετάζει την πρόταση" note="Κόστος 42.000 €, απόφαση στη συνεδρίαση της 9ης Δεκεμβρίου.">
            <Prose html="<p>Τα παιδιά περπατούν <strong>800 μέτρα</strong> χωρίς σκιά. Προτείνω:</p><ul><li>σκίαστρα σε τέσσερα σημεία</li><li>δύο βρύσες</li></ul>" />
            <Facts columns={2} facts={[{ label: 'Αναφορές', value: '3, δύο από αξιόπιστους' }, { label: 'Συγγραφέας', value: '41 συνεισφορές' }, { label: 'Το έχουν δει', value: <NumberText value={1286} /> }, { label: 'Υποβλήθηκε', value: <DateText at="2026-11-09T09:00:00Z" /> }]} />
            <Quote>«Όποιος το ψήφισε αυτό δεν ξέρει να οδηγεί. Ας κάνουν ποδήλατο στο χωριό τους.»</Quote>
          </Card>
          <Timeline
            label="Πορεία"
            steps={[
              { title: 'Υποβλήθηκε', when: '9 Νοεμβρίου', state: 'done' },
              { title: 'Η υπηρεσία την εξετάζει', when: 'έως 9 Δεκεμβρίου', state: 'now', children: <p>Διεύθυνση Πρασίνου</p> },
              { title: 'Απάντηση', state: 'next' },
            ]}
          />
        </Columns>
        <Columns kind="even">
          <Section level={3} tone="olive" title="Υπέρ (38)">
            <p>Στις 14:00 ο δρόμος βράζει από Απρίλιο ως Οκτώβριο.</p>
          </Section>
          <Section level={3} tone="terracotta" title="Κατά (4)">
            <p>Τα σκίαστρα στενεύουν το πεζοδρόμιο. Πρώτα δέντρα.</p>
          </Section>
        </Columns>
        <div className={styles.line}>
          <Button onClick={() => setAsking(true)}>Άνοιξε μια ερώτηση</Button>
          <Button variant="secondary" shortcut="A">
            Μένει
          </Button>
          <Button variant="danger" shortcut="H">
            Απόκρυψη
          </Button>
          <Button pending>Στέλνεται</Button>
          <Button disabled>Έκλεισε</Button>
          <Button variant="quiet">Άκυρο</Button>
          <Disclosure label="Μαρία Κ." kind="panel">
            <Link to="/gallery">Οι προτάσεις μου</Link>
            <button type="button">Αποσύνδεση</button>
          </Disclosure>
        </div>
        <Dialog open={asking} title="Να αποσυρθεί η πρόταση;" onClose={() => setAsking(false)} actions={<Button variant="danger">Απόσυρέ την</Button>}>
          <p>Όσοι τη στηρίζουν θα ενημερωθούν. Δεν μπορείς να το πάρεις πίσω.</p>
        </Dialog>
        <Empty title="Δεν υπάρχουν ακόμη επιχειρήματα" action={<Button variant="secondary">Γράψε το πρώτο</Button>}>
          Πες γιατί συμφωνείς ή διαφωνείς.
        </Empty>
        <Waiting />
        <Pager next="x" total={300} size={20} />
        <BottomBar>
          <Figure value={412} label="στηρίζουν" />
          <Button>Στηρίζω</Button>
        </BottomBar>
      </div>
    </Section>
  );
}
