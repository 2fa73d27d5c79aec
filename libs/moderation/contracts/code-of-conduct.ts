import type { Localized } from '@isegoria/kernel/contracts';

/** A rule of how we speak with each other. Reports and decisions name it by its number, so a number never changes its meaning. */
export interface ConductRule {
  number: number;
  title: Localized;
  text: Localized;
}

/** The code of conduct, in order. */
export const codeOfConduct: readonly ConductRule[] = [
  rule(1, 'Μιλάμε για το θέμα', 'Speak to the matter',
    'Γράφουμε για αυτό που συζητιέται. Άλλο θέμα; Του αξίζει δική του πρόταση.',
    'Write about what is being discussed. Something else? It deserves a proposal of its own.'),
  rule(2, 'Δεν προσβάλλουμε πρόσωπα', 'No insults',
    'Κρίνουμε ιδέες και πράξεις, όσο αυστηρά θέλουμε. Δεν βρίζουμε, δεν ειρωνευόμαστε, δεν απειλούμε όποιον τις λέει.',
    'Judge ideas and acts, as severely as you like. Do not insult, mock or threaten those who stand behind them.'),
  rule(3, 'Δεν σπέρνουμε μίσος', 'No hatred',
    'Κανείς δεν αξίζει λιγότερο για την καταγωγή, τη θρησκεία, το φύλο, τον προσανατολισμό, την ηλικία ή την αναπηρία του.',
    'Nobody is worth less for their origin, religion, gender, orientation, age or disability.'),
  rule(4, 'Δεν διαφημίζουμε', 'No advertising',
    'Εδώ δεν πουλάμε προϊόντα, υπηρεσίες ή υποψηφιότητες, ούτε μαζεύουμε επισκέψεις για άλλες σελίδες.',
    'This is no place to sell products, services or candidacies, nor to gather visits for other pages.'),
  rule(5, 'Σεβόμαστε τα προσωπικά δεδομένα', 'Respect personal data',
    'Δεν δημοσιεύουμε διευθύνσεις, τηλέφωνα, πινακίδες, φωτογραφίες ή ιστορίες άλλων χωρίς να το θέλουν.',
    'Do not publish the addresses, telephone numbers, number plates, photographs or stories of others against their will.'),
  rule(6, 'Μιλάμε στο δικό μας όνομα', 'Speak as yourself',
    'Δεν παριστάνουμε άλλο πρόσωπο, υπηρεσία ή σύλλογο. Αν μας αφορά οικονομικά, το λέμε.',
    'Do not pose as another person, service or association. Where you stand to gain, say so.'),
  rule(7, 'Δεν επαναλαμβάνουμε το ίδιο', 'No repetition',
    'Μία φορά αρκεί. Το ίδιο κείμενο πολλές φορές, ή από πολλούς κατόπιν συνεννόησης, σκεπάζει τις άλλες φωνές.',
    'Once is enough. The same text many times, or from many by agreement, drowns the other voices.'),
  rule(8, 'Δεν διαδίδουμε ψέματα εν γνώσει μας', 'No knowing falsehoods',
    'Λάθος κάνουμε όλοι. Πλαστά έγγραφα, παραποιημένες εικόνες και επινοημένα στοιχεία όμως δεν χωρούν εδώ.',
    'Everyone errs. But forged papers, altered pictures and invented figures have no place here.'),
  rule(9, 'Τηρούμε τον νόμο', 'Keep to the law',
    'Δεν καλούμε σε πράξεις που ο νόμος τιμωρεί και δεν ανεβάζουμε έργα άλλων χωρίς άδεια.',
    'Do not call for acts that the law punishes, and do not post the works of others without leave.'),
];

/** The rule of a number, or null. */
export function conductRule(number: number): ConductRule | null {
  return codeOfConduct.find((candidate) => candidate.number === number) ?? null;
}

function rule(number: number, el: string, en: string, textEl: string, textEn: string): ConductRule {
  return { number, title: { el, en }, text: { el: textEl, en: textEn } };
}
