import { Statement, type StatementText } from './statement';

const el: StatementText = {
  title: 'Μια πόλη που διαβάζεται από όλους',
  lead: 'Δήλωση προσβασιμότητας. Στόχος μας είναι το επίπεδο ΑΑ των οδηγιών WCAG 2.2, όπως ζητούν ο νόμος 4727/2020 και το πρότυπο EN 301 549.',
  parts: [
    {
      heading: 'Τι έχουμε φροντίσει',
      list: [
        'Όλες οι πράξεις γίνονται και μόνο με πληκτρολόγιο· η εστίαση φαίνεται πάντα.',
        'Κάθε σελίδα έχει έναν τίτλο, σύνδεσμο για το περιεχόμενο και σωστή σειρά επικεφαλίδων.',
        'Κάθε διάγραμμα έχει δίπλα του τα ίδια στοιχεία σε πίνακα και σε αρχείο CSV.',
        'Κανένα μήνυμα δεν δίνεται μόνο με χρώμα. Η αντίθεση είναι τουλάχιστον 4,5 προς 1, και στη σκούρα όψη.',
        'Οι φόρμες λένε τι λείπει με λόγια, στην αρχή της σελίδας και δίπλα στο πεδίο, και κρατούν ό,τι έγραψες.',
        'Η κίνηση είναι λίγη και σταματά όταν το ζητά η συσκευή σου.',
      ],
    },
    {
      heading: 'Πώς ελέγχθηκε',
      text: [
        'Ο έλεγχος γίνεται από εμάς: αυτόματα, με το εργαλείο axe σε πραγματικό περιηγητή και στις δύο γλώσσες, σε κάθε αλλαγή του κώδικα, και με το χέρι, με πληκτρολόγιο. Δεν έχει γίνει ακόμη έλεγχος από ανεξάρτητο φορέα ούτε δοκιμή με χρήστες βοηθητικής τεχνολογίας. Γι’ αυτό δηλώνουμε μερική συμμόρφωση.',
      ],
    },
    {
      heading: 'Τι δεν είναι ακόμη προσβάσιμο',
      list: [
        'Έγγραφα της Διαύγειας στα οποία οδηγούν σύνδεσμοι: είναι αρχεία PDF άλλου φορέα και δεν τα αλλάζουμε.',
        'Εικόνες που ανεβάζουν πολίτες χωρίς περιγραφή.',
        'Κείμενα πολιτών: δεν μεταφράζονται στην άλλη γλώσσα.',
      ],
    },
    {
      heading: 'Βρήκες εμπόδιο;',
      ways: [{ to: '/contact', label: 'Επικοινωνία' }],
      text: [
        'Γράψε μας ποια σελίδα ήταν και τι προσπαθούσες να κάνεις, από τη σελίδα «Επικοινωνία». Αν δεν πάρεις απάντηση ή δεν σε ικανοποιεί, μπορείς να απευθυνθείς στον Συνήγορο του Πολίτη.',
      ],
    },
  ],
};

const en: StatementText = {
  title: 'A city that everyone can read',
  lead: 'Accessibility statement. We aim at level AA of WCAG 2.2, as Greek law 4727/2020 and the standard EN 301 549 ask.',
  parts: [
    {
      heading: 'What we have taken care of',
      list: [
        'Every act can be done by keyboard alone, and the focus can always be seen.',
        'Every page has one headline, a link to its content and headings in the right order.',
        'Every chart has the same figures beside it as a table and as a CSV file.',
        'Nothing is told by colour alone. Contrast is at least 4.5 to 1, in the dark look too.',
        'Forms say in words what is missing, on top of the page and at the field, and keep what you typed.',
        'There is little motion, and none when your device asks for none.',
      ],
    },
    {
      heading: 'How it was checked',
      text: [
        'By ourselves: automatically with axe in a real browser, in both languages, at every change of the code, and by hand with the keyboard. No independent body has examined it yet, nor have people who use assistive technology tried it with us. Therefore we claim partial conformance.',
      ],
    },
    {
      heading: 'What is not accessible yet',
      list: [
        'Documents of the register Diavgeia to which links lead: they are another authority’s PDF files, which we do not change.',
        'Pictures that citizens upload without a description.',
        'Citizens’ own texts: they are not translated into the other language.',
      ],
    },
    {
      heading: 'Did you meet a barrier?',
      ways: [{ to: '/contact', label: 'Contact' }],
      text: [
        'Write to us which page it was and what you were trying to do, from the page “Contact”. If you get no answer, or not a good one, you can turn to the Greek Ombudsman.',
      ],
    },
  ],
};

/** What is accessible here, what is not, and how it was checked. */
export function Component() {
  return <Statement texts={{ el, en }} />;
}
