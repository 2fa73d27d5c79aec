import type { Localized } from '@isegoria/kernel/contracts';

/** What the wide classes are called, for those who have no page: figures and files. */
export const classNames: Readonly<Record<string, Localized>> = {
  phone: { el: 'Κινητό', en: 'Phone' },
  tablet: { el: 'Τάμπλετ', en: 'Tablet' },
  computer: { el: 'Υπολογιστής', en: 'Computer' },
  el: { el: 'Ελληνικά', en: 'Greek' },
  en: { el: 'Αγγλικά', en: 'English' },
  direct: { el: 'Κατευθείαν', en: 'Directly' },
  search: { el: 'Μηχανή αναζήτησης', en: 'A search engine' },
  social: { el: 'Κοινωνικό δίκτυο', en: 'A social network' },
  elsewhere: { el: 'Άλλος ιστότοπος', en: 'Another site' },
};

const pages: Readonly<Record<string, Localized>> = {
  home: { el: 'Πρώτη σελίδα', en: 'Home page' },
  proposals: { el: 'Προτάσεις', en: 'Proposals' },
  decisions: { el: 'Αποφάσεις', en: 'Decisions' },
  processes: { el: 'Διαδικασίες', en: 'Processes' },
  budgets: { el: 'Συμμετοχικός προϋπολογισμός', en: 'Participatory budget' },
  consultations: { el: 'Διαβουλεύσεις', en: 'Consultations' },
  debates: { el: 'Συζητήσεις', en: 'Debates' },
  initiatives: { el: 'Πρωτοβουλίες πολιτών', en: 'Citizens’ initiatives' },
  panels: { el: 'Κληρωτές ομάδες', en: 'Panels by lot' },
  volunteering: { el: 'Εθελοντισμός', en: 'Volunteering' },
  meetings: { el: 'Συναντήσεις', en: 'Meetings' },
  surveys: { el: 'Ερωτηματολόγια', en: 'Surveys' },
  newsletters: { el: 'Ενημερωτικά δελτία', en: 'Newsletters' },
  integrity: { el: 'Ακεραιότητα', en: 'Integrity' },
  opinions: { el: 'Γνώμες', en: 'Opinions' },
  council: { el: 'Συμβούλιο', en: 'Council' },
  ledger: { el: 'Ανοιχτό βιβλίο', en: 'Open ledger' },
  'sign-in': { el: 'Σύνδεση', en: 'Sign in' },
  'sign-up': { el: 'Εγγραφή', en: 'Sign up' },
  'city-says': { el: 'Τι λέει η πόλη', en: 'What the city says' },
  themes: { el: 'Για τι μιλούν οι πολίτες', en: 'What citizens speak of' },
  participation: { el: 'Ποιοι συμμετέχουν', en: 'Who takes part' },
  votes: { el: 'Ψήφοι και κάλπες', en: 'Votes and boxes' },
  moderation: { el: 'Εποπτεία', en: 'Moderation' },
  account: { el: 'Λογαριασμός', en: 'Account' },
  search: { el: 'Αναζήτηση', en: 'Search' },
  following: { el: 'Όσα παρακολουθώ', en: 'What I follow' },
  inbox: { el: 'Ειδοποιήσεις', en: 'Notices' },
  official: { el: 'Υπηρεσία', en: 'Department desk' },
  other: { el: 'Άλλες', en: 'Others' },
};

/** A page that nobody named is called by the first word of its address. */
export const pageName = (kind: string): Localized => pages[kind] ?? { el: `/${kind}`, en: `/${kind}` };
