import type { DatasetField } from '@isegoria/kernel/contracts';

/** The columns of the public data of initiatives. */
export const initiativeFields = [
  { name: 'id', from: 'Initiative.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό της πρωτοβουλίας.', en: 'Id of the initiative.' } },
  { name: 'title', from: 'Initiative.title', title: { el: 'Τίτλος', en: 'Title' }, says: { el: 'Ο τίτλος, όπως τον έγραψαν όσοι την προωθούν.', en: 'The title, as its promoters wrote it.' } },
  { name: 'text', from: 'Initiative.text', title: { el: 'Κείμενο', en: 'Text' }, says: { el: 'Το κείμενο που υπογράφεται.', en: 'The text that is signed.' } },
  { name: 'digest', from: 'Initiative.digest', title: { el: 'Αποτύπωμα', en: 'Digest' }, says: { el: 'SHA-256 του κειμένου, base64url, όπως στο ανοιχτό βιβλίο.', en: 'SHA-256 of the text, base64url, as in the open ledger.' } },
  { name: 'kind', from: 'InitiativeTerms.kindId', title: { el: 'Είδος', en: 'Kind' }, says: { el: 'Κωδικός του είδους.', en: 'Code of the kind.' } },
  { name: 'kindEl', from: 'InitiativeTerms.name.el', title: { el: 'Είδος (όνομα)', en: 'Kind (Greek)' }, says: { el: 'Το είδος στα ελληνικά.', en: 'The kind in Greek.' } },
  { name: 'kindEn', from: 'InitiativeTerms.name.en', title: { el: 'Είδος (αγγλικά)', en: 'Kind (English)' }, says: { el: 'Το είδος στα αγγλικά.', en: 'The kind in English.' } },
  { name: 'stage', from: 'Initiative.stage', title: { el: 'Στάδιο', en: 'Stage' }, says: { el: 'Πού βρίσκεται τώρα. Όσα δεν έγιναν δεκτά προς συλλογή δεν δημοσιεύονται.', en: 'Where it stands now. What was not admitted is not published.' } },
  { name: 'category', from: 'Initiative.category.id', isRequired: false, title: { el: 'Κατηγορία', en: 'Category' }, says: { el: 'Κωδικός κατηγορίας.', en: 'Code of the category.' } },
  { name: 'district', from: 'Initiative.district.id', isRequired: false, title: { el: 'Γειτονιά', en: 'District' }, says: { el: 'Κενό για όλη την πόλη.', en: 'Empty for the whole city.' } },
  { name: 'needed', from: 'InitiativeTerms.needed', title: { el: 'Χρειάζονται', en: 'Needed' }, says: { el: 'Πόσες υπογραφές χρειάζεται.', en: 'How many signatures it needs.' } },
  { name: 'online', from: 'SignatureCount.online', title: { el: 'Ηλεκτρονικές', en: 'Here' }, says: { el: 'Υπογραφές στην πλατφόρμα.', en: 'Signatures on the platform.' } },
  { name: 'paper', from: 'SignatureCount.paper', title: { el: 'Σε χαρτί', en: 'On paper' }, says: { el: 'Υπογραφές σε φύλλα που μέτρησαν δύο υπάλληλοι.', en: 'Signatures on sheets that two officials counted.' } },
  { name: 'valid', from: 'SignatureCheck.valid', isRequired: false, title: { el: 'Έγκυρες', en: 'Valid' }, says: { el: 'Πόσες βρέθηκαν έγκυρες στον έλεγχο.', en: 'How many the check found valid.' } },
  { name: 'opensAt', from: 'Initiative.opensAt', title: { el: 'Έναρξη', en: 'Began' }, says: { el: 'Πότε άρχισε η συλλογή.', en: 'When collecting began.' } },
  { name: 'closesAt', from: 'Initiative.closesAt', title: { el: 'Λήξη', en: 'Ends' }, says: { el: 'Πότε λήγει ή έληξε.', en: 'When it ends or ended.' } },
  { name: 'handedInAt', from: 'Initiative.handedInAt', isRequired: false, title: { el: 'Κατάθεση', en: 'Handed in' }, says: { el: 'Πότε κατατέθηκαν οι υπογραφές.', en: 'When the signatures were handed in.' } },
  { name: 'outcome', from: 'InitiativeAnswer.outcome', isRequired: false, title: { el: 'Απάντηση', en: 'Outcome' }, says: { el: 'Τι αποφάσισε το συμβούλιο.', en: 'What the council decided.' } },
  { name: 'answeredAt', from: 'InitiativeAnswer.at', isRequired: false, title: { el: 'Απαντήθηκε', en: 'Answered' }, says: { el: 'Πότε απάντησε το συμβούλιο.', en: 'When the council answered.' } },
  { name: 'ada', from: 'InitiativeAnswer.ada', isRequired: false, title: { el: 'ΑΔΑ', en: 'ΑΔΑ' }, says: { el: 'Ο αριθμός της πράξης στη Διαύγεια.', en: 'The number of the act in the register Διαύγεια.' } },
  { name: 'isDemo', from: 'Initiative.isDemo', title: { el: 'Επίδειξη', en: 'Demo' }, says: { el: 'Αν φτιάχτηκε για την πόλη επίδειξης.', en: 'Whether it was invented for the demo city.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα της.', en: 'Its page.' } },
] as const satisfies readonly DatasetField[];

/** The columns of signatures by day: how each collection went. */
export const signatureDayFields = [
  { name: 'initiative', from: 'Initiative.id', title: { el: 'Πρωτοβουλία', en: 'Initiative' }, says: { el: 'Η πρωτοβουλία· δες το σύνολο initiatives.', en: 'The initiative; see the dataset initiatives.' } },
  { name: 'day', type: 'string', isRequired: true, title: { el: 'Ημέρα', en: 'Day' }, says: { el: 'Η μέρα, στην ώρα της πόλης.', en: 'The day, by the city’s clock.' } },
  { name: 'signatures', type: 'integer', isRequired: true, title: { el: 'Υπογραφές', en: 'Signatures' }, says: { el: 'Πόσες ηλεκτρονικές υπογραφές μετρούσαν στο τέλος της ημέρας.', en: 'How many signatures on the platform counted at the end of the day.' } },
] as const satisfies readonly DatasetField[];
