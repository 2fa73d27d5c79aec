import { BothLanguages, Button, Checkbox, ComboBox, FileField, FoldedItem, Form, FormActs, LinkTabs, ListFilters, MoveActs, NotSaved, RadioGroup, SearchField, Section, Select, TextArea, TextField, type Problem } from '@isegoria/ui/web';
import { useState } from 'react';
import styles from './gallery.module.css';

const DISTRICTS = ['Κεντρική ενότητα', 'Άνω Πόλη', 'Όρμος', 'Πλατειές', 'Ελαιώνας'].map((label) => ({ value: label, label }));
const STEPS = ['Καθόλου', 'Λίγο', 'Μέτρια', 'Αρκετά', 'Πολύ', 'Δεν μπορώ να πω'].map((label, index) => ({ value: String(index + 1), label }));
const WRONG: Problem[] = [
  { field: 'title', code: 'required' },
  { field: 'text', code: 'too_long', limit: 60 },
  { field: 'necessary', code: 'required' },
];

/** Everything that a citizen fills in, right and wrong. */
export function GalleryForms() {
  const [values, setValues] = useState({ title: '', text: 'Τα παιδιά περπατούν 800 μέτρα χωρίς σκιά. Προτείνω σκίαστρα σε τέσσερα σημεία.', district: '', street: '', necessary: '', mail: true, file: 'κατάλογος.csv' });
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isOpen, setOpen] = useState(true);
  const [both, setBoth] = useState({ el: 'Πώς κινείσαι στην πόλη;', en: 'How do you move about the city?' });
  const set = (field: keyof typeof values) => (value: string | boolean) => setValues({ ...values, [field]: value });
  return (
    <Section title="Μια φόρμα">
      <div className={styles.stack}>
        <LinkTabs label="Η ουρά" tabs={[{ to: '/gallery', label: 'Νέα (2)', isCurrent: true }, { to: '/gallery?view=late', label: 'Καθυστερούν (1)', isCurrent: false }]} />
        <ListFilters search={<SearchField name="q" label="Ψάξε στις προτάσεις" value="" onSearch={() => undefined} />} chosen={values.district ? 1 : 0} isNarrow={values.district !== ''} onClear={() => set('district')('')}>
          <Select width="full" name="where" label="Περιοχή" placeholder="Όλη η πόλη" choices={DISTRICTS} value={values.district} onChange={set('district')} />
        </ListFilters>
        <Form words="ui" summary="here" problems={problems} onSubmit={() => setProblems([...WRONG])}>
          <NotSaved refused={null} overtaken="Την άλλαξε στο μεταξύ ένας συνάδελφος." onAnew={() => undefined} />
          <TextField name="title" label="Τίτλος" hint="Μια φράση που λέει τι να γίνει." value={values.title} onChange={set('title')} />
          <TextArea name="text" label="Η πρότασή σου" limit={60} value={values.text} onChange={set('text')} />
          <Select name="district" label="Περιοχή" optional placeholder="Όλη η πόλη" choices={DISTRICTS} value={values.district} onChange={set('district')} />
          <ComboBox name="street" label="Γειτονιά" hint="Γράψε τα πρώτα γράμματα." choices={DISTRICTS} value={values.street} onChange={set('street')} />
          <RadioGroup name="necessary" label="Ήταν αναγκαία;" layout="scale" choices={STEPS} value={values.necessary} onChange={set('necessary')} />
          <RadioGroup name="side" label="Πώς το βλέπεις;" layout="row" choices={[{ value: 'for', label: 'Υπέρ' }, { value: 'against', label: 'Κατά', hint: 'με επιχείρημα' }]} value="for" onChange={() => undefined} />
          <Checkbox name="mail" label="Γράψε μου όταν απαντήσει ο Δήμος" hint="Το πολύ ένα μήνυμα την ημέρα." checked={values.mail} onChange={set('mail')} />
          <BothLanguages name="question" label="Ερώτηση" labelEn="Ερώτηση στα αγγλικά" value={both} onChange={setBoth} />
          <ul role="list">
            <FoldedItem id="gallery-item" name="1. Πώς πας στη δουλειά;" note="μία απάντηση" isOpen={isOpen} onOpen={setOpen}>
              <MoveActs name="1. Πώς πας στη δουλειά;" at={0} canUp canDown loses="Χάνεται ό,τι έγραψες." onMove={() => undefined} onRemove={() => undefined} />
            </FoldedItem>
          </ul>
          <FileField name="file" label="Κατάλογος" hint="CSV έως 2 MB." accept=".csv" chosen={values.file} onFile={({ name }) => set('file')(name)} />
          <FormActs>
            <Button type="submit">Συνέχεια</Button>
            <Button variant="secondary">Κράτα το πρόχειρο</Button>
          </FormActs>
        </Form>
      </div>
    </Section>
  );
}
