import { fold, type Localized } from '@isegoria/kernel/contracts';
import { LATIN_TWINS } from './mended';

/** The register's types of acts by code, in the singular and in sentence case; the English is ours. */
const LABELS: Record<string, Localized> = {
  '100': { el: 'Πράξη για θέση γενικού ή ειδικού γραμματέα, μονομελές όργανο', en: 'Act on a secretary or single-member body' },
  'Α.1.1': { el: 'Νόμος', en: 'Law' },
  'Α.1.2': { el: 'Πράξη νομοθετικού περιεχομένου', en: 'Act of legislative content' },
  'Α.2': { el: 'Κανονιστική πράξη', en: 'Regulation' },
  'Α.3': { el: 'Εγκύκλιος', en: 'Circular' },
  'Α.4': { el: 'Γνωμοδότηση', en: 'Legal opinion' },
  'Α.5': { el: 'Πρακτικά Νομικού Συμβουλίου', en: 'Minutes of the Legal Council' },
  'Α.6': { el: 'Έκθεση αποτίμησης νομοθεσίας', en: 'Report on existing law' },
  'Α.7': { el: 'Έκθεση Επιτροπής Κωδικοποίησης', en: 'Report of the Codification Committee' },
  'Β.1.1': { el: 'Έγκριση προϋπολογισμού', en: 'Approval of a budget' },
  'Β.1.2': { el: 'Επιτροπικό ένταλμα', en: 'Delegated warrant' },
  'Β.1.3': { el: 'Ανάληψη υποχρέωσης', en: 'Commitment of funds' },
  'Β.2.1': { el: 'Έγκριση δαπάνης', en: 'Approval of spending' },
  'Β.2.2': { el: 'Οριστικοποίηση πληρωμής', en: 'Final payment' },
  'Β.3': { el: 'Ισολογισμός – απολογισμός', en: 'Accounts' },
  'Β.4': { el: 'Δωρεά – επιχορήγηση', en: 'Donation or grant' },
  'Β.5': { el: 'Παραχώρηση χρήσης περιουσίας', en: 'Grant of use of property' },
  'Β.6': { el: 'Προγραμματική συμφωνία οικονομικής υποστήριξης', en: 'Financial support agreement' },
  'Γ.2': { el: 'Πράξη για συλλογικό όργανο ή επιτροπή', en: 'Act on a committee or body' },
  'Γ.3.1': { el: 'Προκήρυξη πλήρωσης θέσεων', en: 'Call for posts' },
  'Γ.3.2': { el: 'Πίνακες επιτυχόντων και διοριστέων', en: 'Lists of successful candidates' },
  'Γ.3.3': { el: 'Διορισμός', en: 'Appointment' },
  'Γ.3.4': { el: 'Σύμβαση', en: 'Contract' },
  'Γ.3.5': { el: 'Υπηρεσιακή μεταβολή', en: 'Change in service' },
  'Γ.3.6': { el: 'Αθωωτική πειθαρχική απόφαση', en: 'Disciplinary acquittal' },
  'Δ.1': { el: 'Ανάθεση έργου, προμήθειας, υπηρεσίας ή μελέτης', en: 'Award of works, supplies, services or studies' },
  'Δ.2.1': { el: 'Περίληψη διακήρυξης', en: 'Summary of a call for tenders' },
  'Δ.2.2': { el: 'Κατακύρωση', en: 'Award of tender' },
  'Ε.1': { el: 'Υπαγωγή επένδυσης', en: 'Admission of an investment' },
  'Ε.2': { el: 'Σύμβαση αναπτυξιακού νόμου', en: 'Development law contract' },
  'Ε.3': { el: 'Έναρξη λειτουργίας επένδυσης', en: 'Start of an investment' },
  'Ε.4': { el: 'Άλλη πράξη αναπτυξιακού νόμου', en: 'Other act of development law' },
  'Ζ.1': { el: 'Δημόσιο πρότυπο έγγραφο', en: 'Public standard document' },
  '2.4.6.1': { el: 'Χωροταξική ή πολεοδομική πράξη', en: 'Act of town planning' },
  '2.4.7.1': { el: 'Λοιπή ατομική διοικητική πράξη', en: 'Other individual act' },
};

/** The label of a type; a code that we do not know stands for itself. */
export const decisionTypeLabel = (code: string): Localized => LABELS[code] ?? { el: code, en: code };

/** The codes that we have a label for, in the register's order. */
export const decisionTypes: readonly string[] = Object.keys(LABELS);

/** The code of a type as people write it: the code itself, with a Latin letter in the shape of the Greek one too, or its name. What is neither stays as it stands. */
export function typeSaid(said: string): string {
  const text = said.trim();
  const code = text.toUpperCase().replace(/[A-Z]/g, (letter) => LATIN_TWINS[letter] ?? letter);
  if (decisionTypes.includes(code)) return code;
  const name = fold(text);
  return decisionTypes.find((known) => Object.values(decisionTypeLabel(known)).some((label) => fold(label) === name)) ?? text;
}
