import type { DatasetField } from '@isegoria/kernel/contracts';

/** The columns of the public data of the council's sittings: a row an item of the agenda. */
export const sittingFields = [
  { name: 'sitting', from: 'Sitting.id', title: { el: 'Συνεδρίαση', en: 'Sitting' }, says: { el: 'Αναγνωριστικό της συνεδρίασης.', en: 'Id of the sitting.' } },
  { name: 'position', type: 'integer', isRequired: true, title: { el: 'Σειρά', en: 'Position' }, says: { el: 'Η σειρά του θέματος, από το 1· 0 όσο η ημερήσια διάταξη είναι κενή.', en: 'Place on the agenda, from 1; 0 while the agenda is empty.' } },
  { name: 'titleEl', from: 'Sitting.title.el', title: { el: 'Τίτλος', en: 'Title (Greek)' }, says: { el: 'Ο τίτλος της συνεδρίασης.', en: 'The title of the sitting in Greek.' } },
  { name: 'titleEn', from: 'Sitting.title.en', title: { el: 'Τίτλος (αγγλικά)', en: 'Title' }, says: { el: 'Το ίδιο στα αγγλικά.', en: 'The same in English.' } },
  { name: 'place', from: 'Sitting.place', title: { el: 'Τόπος', en: 'Place' }, says: { el: 'Πού συνεδριάζει.', en: 'Where it meets.' } },
  { name: 'startsAt', from: 'Sitting.startsAt', title: { el: 'Αρχίζει', en: 'Starts' }, says: { el: 'Πότε αρχίζει.', en: 'When it is to begin.' } },
  { name: 'status', from: 'Sitting.status', title: { el: 'Κατάσταση', en: 'Status' }, says: { el: 'planned, postponed, open, closed ή cancelled.', en: 'planned, postponed, open, closed or cancelled.' } },
  { name: 'postponedFrom', from: 'Postponement.from', isRequired: false, title: { el: 'Αρχική μέρα', en: 'First day' }, says: { el: 'Πότε θα άρχιζε, όπως ανακοινώθηκε πρώτη φορά· κενό αν δεν αναβλήθηκε.', en: 'When it was to begin as it was first announced; empty where it was not postponed.' } },
  { name: 'openedAt', from: 'Sitting.openedAt', title: { el: 'Άνοιξε', en: 'Opened' }, says: { el: 'Πότε άνοιξε.', en: 'When it was opened.' } },
  { name: 'closedAt', from: 'Sitting.closedAt', title: { el: 'Έκλεισε', en: 'Closed' }, says: { el: 'Πότε έκλεισε.', en: 'When it was closed.' } },
  { name: 'item', from: 'AgendaItem.id', isRequired: false, title: { el: 'Θέμα', en: 'Item' }, says: { el: 'Αναγνωριστικό του θέματος.', en: 'Id of the item.' } },
  { name: 'itemEl', from: 'AgendaItem.title.el', isRequired: false, title: { el: 'Τίτλος θέματος', en: 'Title of the item (Greek)' }, says: { el: 'Το θέμα όπως γράφτηκε.', en: 'The item as it was written in Greek.' } },
  { name: 'itemEn', from: 'AgendaItem.title.en', isRequired: false, title: { el: 'Τίτλος θέματος (αγγλικά)', en: 'Title of the item' }, says: { el: 'Το ίδιο στα αγγλικά.', en: 'The same in English.' } },
  { name: 'subjects', type: 'string', isRequired: true, title: { el: 'Αφορά', en: 'About' }, says: { el: 'Για ποια πράγματα της πλατφόρμας μιλά, με κενά ανάμεσα, ως είδος:αναγνωριστικό· όσα βλέπουν όλοι.', en: 'What of the platform it is about, with spaces between, as kind:id; those that everybody may see.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα της συνεδρίασης.', en: 'The page of the sitting.' } },
] as const satisfies readonly DatasetField[];

/** The columns of how an item's counts stood when its sitting opened and closed: a row a count. */
export const sittingFigureFields = [
  { name: 'sitting', from: 'Sitting.id', title: { el: 'Συνεδρίαση', en: 'Sitting' }, says: { el: 'Αναγνωριστικό της συνεδρίασης.', en: 'Id of the sitting.' } },
  { name: 'item', from: 'AgendaItem.id', title: { el: 'Θέμα', en: 'Item' }, says: { el: 'Αναγνωριστικό του θέματος της ημερήσιας διάταξης.', en: 'Id of the item of the agenda.' } },
  { name: 'itemEl', from: 'AgendaItem.title.el', title: { el: 'Τίτλος θέματος', en: 'Title of the item (Greek)' }, says: { el: 'Το θέμα όπως γράφτηκε.', en: 'The item as it was written in Greek.' } },
  { name: 'itemEn', from: 'AgendaItem.title.en', title: { el: 'Τίτλος θέματος (αγγλικά)', en: 'Title of the item' }, says: { el: 'Το ίδιο στα αγγλικά.', en: 'The same in English.' } },
  { name: 'part', from: 'SittingPart.id', title: { el: 'Μέρος', en: 'Part' }, says: { el: 'Το μέρος της σελίδας όπου βρίσκεται ο αριθμός.', en: 'The part of the page where the count stands.' } },
  { name: 'partEl', from: 'SittingPart.title.el', title: { el: 'Τίτλος μέρους', en: 'Title of the part (Greek)' }, says: { el: 'Ο τίτλος του μέρους.', en: 'The title of the part in Greek.' } },
  { name: 'partEn', from: 'SittingPart.title.en', title: { el: 'Τίτλος μέρους (αγγλικά)', en: 'Title of the part' }, says: { el: 'Το ίδιο στα αγγλικά.', en: 'The same in English.' } },
  { name: 'measure', from: 'SittingMeasure.id', title: { el: 'Μέγεθος', en: 'Measure' }, says: { el: 'Τι μετρήθηκε.', en: 'What was counted.' } },
  { name: 'measureEl', from: 'SittingMeasure.label.el', title: { el: 'Όνομα μεγέθους', en: 'Name of the measure (Greek)' }, says: { el: 'Το όνομα του μεγέθους στη σελίδα.', en: 'Its name on the page in Greek.' } },
  { name: 'measureEn', from: 'SittingMeasure.label.en', title: { el: 'Όνομα μεγέθους (αγγλικά)', en: 'Name of the measure' }, says: { el: 'Το ίδιο στα αγγλικά.', en: 'The same in English.' } },
  { name: 'openedAt', from: 'Sitting.openedAt', title: { el: 'Άνοιξε', en: 'Opened' }, says: { el: 'Πότε άνοιξε η συνεδρίαση.', en: 'When the sitting was opened.' } },
  { name: 'atOpening', from: 'SittingMeasure.atOpening', title: { el: 'Στην έναρξη', en: 'At the opening' }, says: { el: 'Ο αριθμός όταν άνοιξε· κενό αν δεν μετριόταν ακόμη.', en: 'The count when it opened; empty where it was not counted yet.' } },
  { name: 'closedAt', from: 'Sitting.closedAt', title: { el: 'Έκλεισε', en: 'Closed' }, says: { el: 'Πότε έκλεισε η συνεδρίαση.', en: 'When the sitting was closed.' } },
  { name: 'atClosing', from: 'SittingMeasure.atClosing', title: { el: 'Στη λήξη', en: 'At the closing' }, says: { el: 'Ο αριθμός όταν έκλεισε· κενό όσο η συνεδρίαση είναι ανοιχτή.', en: 'The count when it closed; empty while the sitting is open.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα της συνεδρίασης.', en: 'The page of the sitting.' } },
] as const satisfies readonly DatasetField[];

/** The columns of what public texts speak of: words and counts. Texts and their authors are in no file. */
export const themeFields = [
  { name: 'id', from: 'Theme.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό του θέματος συζήτησης.', en: 'Id of the theme.' } },
  { name: 'words', type: 'string', isRequired: true, title: { el: 'Λέξεις', en: 'Words' }, says: { el: 'Λέξεις που έρχονται μαζί, με κόμμα ανάμεσα.', en: 'Words that come together, with commas between.' } },
  { name: 'texts', from: 'Theme.texts', title: { el: 'Κείμενα', en: 'Texts' }, says: { el: 'Πόσα δημόσια κείμενα έχουν τουλάχιστον δύο από αυτές.', en: 'How many public texts have at least two of them.' } },
  { name: 'read', from: 'Themes.texts', title: { el: 'Διαβάστηκαν', en: 'Texts read' }, says: { el: 'Πόσα κείμενα διαβάστηκαν συνολικά.', en: 'How many texts were read in all.' } },
  { name: 'at', from: 'Themes.at', title: { el: 'Πότε', en: 'At' }, says: { el: 'Πότε μετρήθηκαν.', en: 'When they were counted.' } },
] as const satisfies readonly DatasetField[];
