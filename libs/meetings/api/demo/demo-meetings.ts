import type { Localized } from '@isegoria/kernel/contracts';
import type { Meeting, StoredItem } from '../meeting.schema';

export interface DemoQuestion {
  text: string;
  /** Which share of the demo's people support it. */
  support: number;
  answer: string | null;
  isFromHall?: boolean;
}

export interface DemoMeeting {
  id: string;
  kind: Meeting['kind'];
  stage: Meeting['stage'];
  department: string;
  title: Localized;
  text: Localized;
  address: Localized;
  access: { isStepFree: boolean; hasHearingLoop: boolean; hasSignLanguage: boolean };
  joinUrl: string;
  /** Days from today, in the evening. */
  starts: number;
  hours: number;
  places: number | null;
  registered: number;
  came: number | null;
  /** `subject`: a thing of the demo city, or words by which a proposal is found. */
  items: { title: Localized; subject: StoredItem['subjects'][number] | string | null }[];
  questions: DemoQuestion[];
  poll: { question: Localized; options: Localized[]; shares: number[]; present: number } | null;
  report: { text: Localized; outcomes: { text: string; department: string | null; dueDays: number | null; isDone: boolean }[] } | null;
  postponement: { hoursBefore: number; reason: string } | null;
}

/** Meetings of the demo city: two that were reported on, one to come, and one that meets for a whole week. */
export const demoMeetings: readonly DemoMeeting[] = [
  {
    id: 'demo-assembly-harbour', kind: 'assembly', stage: 'reported', department: 'technical',
    title: { el: 'Λαϊκή συνέλευση για το λιμάνι και την κυκλοφορία', en: 'Assembly of residents on the harbour and its traffic' },
    text: {
      el: 'Το καλοκαίρι ο δρόμος του λιμανιού γέμισε. Παρουσιάζουμε τις μετρήσεις, ακούμε όσους μένουν και δουλεύουν εκεί και συζητάμε τι αλλάζει πριν από την επόμενη άνοιξη.',
      en: 'Last summer the harbour road was full. We show what was measured, listen to those who live and work there, and discuss what changes before next spring.',
    },
    address: { el: 'Δημοτικό θέατρο, μεγάλη αίθουσα', en: 'Municipal theatre, great hall' }, access: { isStepFree: true, hasHearingLoop: true, hasSignLanguage: false }, joinUrl: '', starts: -47, hours: 3, places: null, registered: 58, came: 112,
    items: [
      { title: { el: 'Τι μετρήθηκε το καλοκαίρι', en: 'What was measured in summer' }, subject: null },
      { title: { el: 'Πεζοδρόμηση τα απογεύματα', en: 'No cars in the afternoons' }, subject: 'λιμάνι' },
    ],
    questions: [
      { text: 'Πού θα παρκάρουν όσοι μένουν στην Προκυμαία όταν ο δρόμος κλείνει το απόγευμα;', support: 0.22, answer: 'Με κάρτα κατοίκου θα μπαίνουν ως τις 20:00, και κρατάμε 64 θέσεις πίσω από το τελωνείο μόνο για κατοίκους.' },
      { text: 'Πώς θα φορτώνουν τα μαγαζιά; Η τροφοδοσία έρχεται στις έντεκα.', support: 0.16, answer: 'Η ώρα τροφοδοσίας πάει από τις επτά ως τις έντεκα. Το συμφωνήσαμε με τον εμπορικό σύλλογο.', isFromHall: true },
      { text: 'Θα δημοσιεύσετε τις μετρήσεις του αέρα ή μόνο των αυτοκινήτων;', support: 0.1, answer: 'Και τα δύο. Είναι ήδη στα ανοικτά δεδομένα, ανά ώρα.' },
    ],
    poll: { question: { el: 'Πότε να κλείνει ο δρόμος για αυτοκίνητα;', en: 'When should the road close to cars?' }, options: [{ el: 'Μόνο Σαββατοκύριακα', en: 'Weekends only' }, { el: 'Κάθε απόγευμα', en: 'Every afternoon' }, { el: 'Καθόλου', en: 'Never' }], shares: [0.34, 0.48, 0.18], present: 112 },
    report: {
      text: {
        el: 'Ήρθαν 112 άτομα και μίλησαν 27. Οι περισσότεροι δέχονται να κλείνει ο δρόμος τα απογεύματα, αν λυθούν η στάθμευση των κατοίκων και η τροφοδοσία. Διαφωνία έμεινε για τον Οκτώβριο: οι επαγγελματίες ζητούν να τελειώνει στις 30 Σεπτεμβρίου. Η υπηρεσία φέρνει στο συμβούλιο και τις δύο εκδοχές.',
        en: '112 people came and 27 spoke. Most accept that the road closes in the afternoons, if parking for residents and deliveries are solved. October stayed in dispute: the shops ask that it ends on 30 September. The department brings both versions to the council.',
      },
      outcomes: [
        { text: 'Κάρτες κατοίκου για την Προκυμαία', department: 'technical', dueDays: -9, isDone: true },
        { text: 'Νέο ωράριο τροφοδοσίας, με πινακίδες σε κάθε είσοδο', department: 'technical', dueDays: 35, isDone: false },
      ],
    },
    postponement: { hoursBefore: 24 * 7, reason: 'Η αίθουσα χρειάστηκε επισκευή στα φώτα ασφαλείας.' },
  },
  {
    id: 'demo-workshop-playground', kind: 'workshop', stage: 'reported', department: 'environment',
    title: { el: 'Εργαστήριο: σχεδιάζουμε την παιδική χαρά της Αγίας Τριάδας', en: 'Workshop: we design the playground of Agia Triada' },
    text: {
      el: 'Γονείς, παιδιά και γείτονες κάθονται γύρω από μια μακέτα. Στο τέλος μένουν τρία σχέδια, που κοστολογεί η υπηρεσία.',
      en: 'Parents, children and neighbours sit around a model. Three plans remain in the end, and the department counts what each costs.',
    },
    address: { el: '4ο Δημοτικό Σχολείο, αυλή', en: '4th primary school, yard' }, access: { isStepFree: true, hasHearingLoop: false, hasSignLanguage: false }, joinUrl: '', starts: -19, hours: 2, places: 40, registered: 40, came: 33,
    items: [{ title: { el: 'Σκιά και νερό', en: 'Shade and water' }, subject: { kind: 'initiative', id: 'demo-shaded-playgrounds' } }, { title: { el: 'Παιχνίδια για παιδιά με αναπηρία', en: 'Play for children with disabilities' }, subject: null }],
    questions: [
      { text: 'Η βρύση θα μένει ανοιχτή και τον χειμώνα;', support: 0.06, answer: 'Ναι. Μπαίνει βρύση που αδειάζει μόνη της, για να μην παγώνει.' },
      { text: 'Γιατί όχι χώμα αντί για λάστιχο κάτω από τις κούνιες;', support: 0.09, answer: null },
    ],
    poll: null,
    report: {
      text: {
        el: 'Ήρθαν 33 άτομα, τα 14 παιδιά. Έμειναν τρία σχέδια· σε όλα υπάρχουν σκιά από δέντρα και μία κούνια-φωλιά. Το υλικό του δαπέδου μένει ανοιχτό, ώσπου να απαντήσει η υπηρεσία γραπτά.',
        en: '33 people came, 14 of them children. Three plans remain; all have shade from trees and a nest swing. What the ground is made of stays open until the department answers in writing.',
      },
      outcomes: [{ text: 'Κοστολόγηση των τριών σχεδίων', department: 'environment', dueDays: 12, isDone: false }],
    },
    postponement: null,
  },
  {
    id: 'demo-information-schools', kind: 'information', stage: 'announced', department: 'social',
    title: { el: 'Ενημέρωση γονέων: δρομολόγια και σχολικά γεύματα', en: 'For parents: school buses and school meals' },
    text: {
      el: 'Η υπηρεσία εξηγεί τα νέα δρομολόγια και πώς δηλώνεται ένα παιδί για γεύμα. Μπορείς να έρθεις ή να συνδεθείς από το σπίτι. Ρώτησε από το κινητό σου, και στηρίξτε ο ένας την ερώτηση του άλλου.',
      en: 'The department explains the new school buses and how a child is registered for meals. Come, or join from home. Ask from your phone, and support each other’s questions.',
    },
    address: { el: 'Πολιτιστικό κέντρο, αίθουσα 2', en: 'Cultural centre, room 2' }, access: { isStepFree: true, hasHearingLoop: false, hasSignLanguage: true }, joinUrl: 'https://meet.example/schools', starts: 8, hours: 2, places: 60, registered: 41, came: null,
    items: [{ title: { el: 'Τα νέα δρομολόγια', en: 'The new routes' }, subject: null }, { title: { el: 'Σχολικά γεύματα', en: 'School meals' }, subject: null }],
    questions: [], poll: null, report: null, postponement: null,
  },
  {
    id: 'demo-open-seafront', kind: 'workshop', stage: 'open', department: 'technical',
    title: { el: 'Ανοιχτή εβδομάδα για το παραλιακό μέτωπο', en: 'An open week for the seafront' },
    text: {
      el: 'Μια εβδομάδα στο παλιό τελωνείο: τα σχέδια στους τοίχους, οι μηχανικοί κάθε απόγευμα εκεί. Ρώτησε από την αίθουσα ή από το σπίτι· απαντάμε πρώτα σε ό,τι στηρίζουν οι περισσότεροι.',
      en: 'A week in the old customs house: the plans on its walls, the engineers there every afternoon. Ask from the hall or from home; we answer first what most support.',
    },
    address: { el: 'Παλιό τελωνείο, ισόγειο', en: 'Old customs house, ground floor' }, access: { isStepFree: true, hasHearingLoop: false, hasSignLanguage: false }, joinUrl: 'https://meet.example/seafront', starts: -1, hours: 24 * 7, places: null, registered: 24, came: 31,
    items: [
      { title: { el: 'Ποδηλατόδρομος ή θέσεις στάθμευσης', en: 'A cycle track or parking' }, subject: 'ποδηλατόδρομος' },
      { title: { el: 'Δέντρα και καθίσματα', en: 'Trees and seats' }, subject: null },
      { title: { el: 'Πρόσβαση στη θάλασσα', en: 'Access to the sea' }, subject: { kind: 'initiative', id: 'demo-beach-access' } },
    ],
    questions: [
      { text: 'Πόσες θέσεις στάθμευσης χάνονται, σε αριθμό και όχι σε ποσοστό;', support: 0.26, answer: null },
      { text: 'Θα μπορεί ένα αμαξίδιο να φτάνει ως το νερό, και όχι μόνο ως το κιόσκι;', support: 0.31, answer: null },
      { text: 'Ποιος ποτίζει τα δέντρα τα πρώτα τρία χρόνια;', support: 0.12, answer: 'Ο εργολάβος, με ρήτρα: όποιο δέντρο ξεραθεί το ξαναφυτεύει με δικά του έξοδα.' },
      { text: 'Το σχέδιο προβλέπει δημόσιες τουαλέτες;', support: 0.18, answer: null, isFromHall: true },
      { text: 'Πότε αρχίζουν τα έργα και πόσο θα είναι κλειστός ο δρόμος;', support: 0.15, answer: null },
    ],
    poll: { question: { el: 'Τι λείπει περισσότερο σήμερα;', en: 'What is missed most today?' }, options: [{ el: 'Σκιά', en: 'Shade' }, { el: 'Καθίσματα', en: 'Seats' }, { el: 'Ασφαλής διάβαση', en: 'A safe crossing' }], shares: [0.5, 0.2, 0.3], present: 31 },
    report: null, postponement: null,
  },
];
