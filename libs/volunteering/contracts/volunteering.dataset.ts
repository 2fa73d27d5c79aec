import type { DatasetField } from '@isegoria/kernel/contracts';

const url = { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα της δράσης.', en: 'The page of the call.' } } as const;

/** The columns of the public data of calls for volunteers: numbers and no persons. */
export const volunteerCallFields = [
  { name: 'id', from: 'VolunteerCall.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό της δράσης.', en: 'Id of the call.' } },
  { name: 'stage', from: 'VolunteerCall.stage', title: { el: 'Στάδιο', en: 'Stage' }, says: { el: 'Πού βρίσκεται τώρα. Πρόχειρα και όσα περιμένουν υπηρεσία δεν δημοσιεύονται.', en: 'Where it stands now. Drafts, and what waits for a department, are not published.' } },
  { name: 'titleEl', from: 'VolunteerCall.title.el', title: { el: 'Τίτλος', en: 'Title (Greek)' }, says: { el: 'Ο τίτλος στα ελληνικά.', en: 'The title in Greek.' } },
  { name: 'titleEn', from: 'VolunteerCall.title.en', title: { el: 'Τίτλος (αγγλικά)', en: 'Title (English)' }, says: { el: 'Ο τίτλος στα αγγλικά· μπορεί να λείπει.', en: 'The title in English; may be missing.' } },
  { name: 'isByCitizen', from: 'VolunteerCall.isByCitizen', title: { el: 'Από πολίτη', en: 'By a citizen' }, says: { el: 'Αν την πρότεινε πολίτης.', en: 'Whether a citizen proposed it.' } },
  { name: 'department', from: 'VolunteerCall.department.id', isRequired: false, title: { el: 'Υπηρεσία', en: 'Department' }, says: { el: 'Κωδικός της υπηρεσίας που την έχει.', en: 'Code of the department that holds it.' } },
  { name: 'category', from: 'VolunteerCall.category.id', isRequired: false, title: { el: 'Κατηγορία', en: 'Category' }, says: { el: 'Κωδικός της κατηγορίας.', en: 'Code of the category.' } },
  { name: 'district', from: 'VolunteerCall.district.id', isRequired: false, title: { el: 'Γειτονιά', en: 'District' }, says: { el: 'Κενό για όλη την πόλη.', en: 'Empty for the whole city.' } },
  { name: 'place', from: 'VolunteerPlace.label', title: { el: 'Τόπος', en: 'Place' }, says: { el: 'Πού γίνεται, με λόγια.', en: 'Where it is, in words.' } },
  { name: 'startsAt', from: 'VolunteerCall.startsAt', isRequired: false, title: { el: 'Έναρξη', en: 'Begins' }, says: { el: 'Η πρώτη βάρδια.', en: 'The first shift.' } },
  { name: 'endsAt', from: 'VolunteerCall.endsAt', isRequired: false, title: { el: 'Λήξη', en: 'Ends' }, says: { el: 'Το τέλος της τελευταίας βάρδιας.', en: 'The end of the last shift.' } },
  { name: 'places', from: 'VolunteerCall.places', title: { el: 'Θέσεις', en: 'Places' }, says: { el: 'Πόσα άτομα χωρούν, σε όλες τις βάρδιες.', en: 'How many people are wanted, in all shifts.' } },
  { name: 'offered', from: 'VolunteerCall.registered', title: { el: 'Δηλώσεις', en: 'Offers' }, says: { el: 'Πόσες θέσεις δόθηκαν.', en: 'How many places were given.' } },
  { name: 'people', from: 'VolunteerReport.people', isRequired: false, title: { el: 'Ήρθαν', en: 'Came' }, says: { el: 'Πόσα άτομα ήρθαν, όπως το λέει ο απολογισμός.', en: 'How many people came, as the report says.' } },
  { name: 'minutes', from: 'VolunteerReport.minutes', isRequired: false, title: { el: 'Λεπτά', en: 'Minutes' }, says: { el: 'Ο χρόνος που δόθηκε συνολικά, σε λεπτά.', en: 'The time that was given together, in minutes.' } },
  { name: 'reportedAt', from: 'VolunteerReport.at', isRequired: false, title: { el: 'Απολογισμός', en: 'Reported' }, says: { el: 'Πότε δημοσιεύτηκε τι έγινε.', en: 'When it was told what was done.' } },
  { name: 'isDemo', from: 'VolunteerCall.isDemo', title: { el: 'Επίδειξη', en: 'Demo' }, says: { el: 'Αν φτιάχτηκε για την πόλη επίδειξης.', en: 'Whether it was invented for the demo city.' } },
  url,
] as const satisfies readonly DatasetField[];

/** The columns of the shifts of public calls. */
export const volunteerShiftFields = [
  { name: 'id', from: 'VolunteerShift.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό της βάρδιας.', en: 'Id of the shift.' } },
  { name: 'call', from: 'VolunteerCall.id', title: { el: 'Δράση', en: 'Call' }, says: { el: 'Η δράση· δες το σύνολο volunteering.', en: 'The call; see the dataset volunteering.' } },
  { name: 'task', from: 'VolunteerShift.task', title: { el: 'Τι γίνεται', en: 'Task' }, says: { el: 'Τι γίνεται σε αυτή τη βάρδια.', en: 'What is done in this shift.' } },
  { name: 'startsAt', from: 'VolunteerShift.startsAt', isRequired: false, title: { el: 'Έναρξη', en: 'Begins' }, says: { el: 'Κενό όπου καθένας έρχεται όποτε θέλει.', en: 'Empty where each comes when they like.' } },
  { name: 'endsAt', from: 'VolunteerShift.endsAt', title: { el: 'Λήξη', en: 'Ends' }, says: { el: 'Πότε τελειώνει.', en: 'When it ends.' } },
  { name: 'minimum', from: 'VolunteerShift.minimum', title: { el: 'Τουλάχιστον', en: 'At least' }, says: { el: 'Πόσα άτομα χρειάζονται για να γίνει.', en: 'How many people it takes at least.' } },
  { name: 'places', from: 'VolunteerShift.places', title: { el: 'Θέσεις', en: 'Places' }, says: { el: 'Πόσα άτομα χωρούν.', en: 'How many people there is room for.' } },
  { name: 'offered', from: 'VolunteerShift.registered', title: { el: 'Δηλώσεις', en: 'Offers' }, says: { el: 'Πόσοι έχουν θέση.', en: 'How many have a place.' } },
  { name: 'waiting', from: 'VolunteerShift.waiting', title: { el: 'Σε αναμονή', en: 'Waiting' }, says: { el: 'Πόσοι περιμένουν θέση.', en: 'How many wait for a place.' } },
  { name: 'came', from: 'VolunteerShift.came', isRequired: false, title: { el: 'Ήρθαν', en: 'Came' }, says: { el: 'Πόσοι ήρθαν, όπως σημειώθηκαν.', en: 'How many came, as they were marked.' } },
  { name: 'isStepFree', from: 'VolunteerShift.isStepFree', title: { el: 'Με αμαξίδιο', en: 'In a wheelchair' }, says: { el: 'Αν μπορεί να έρθει κάποιος με αμαξίδιο.', en: 'Whether one can come in a wheelchair.' } },
  { name: 'isForChildren', from: 'VolunteerShift.isForChildren', title: { el: 'Με παιδιά', en: 'With children' }, says: { el: 'Αν έρχονται και παιδιά με κηδεμόνα.', en: 'Whether children can come along.' } },
  { name: 'isCancelled', title: { el: 'Ματαιώθηκε', en: 'Cancelled' }, says: { el: 'Αν ματαιώθηκε.', en: 'Whether it was cancelled.' }, type: 'boolean' },
  url,
] as const satisfies readonly DatasetField[];
