import type { DatasetField } from '@isegoria/kernel/contracts';

/** The columns of the public data of panels. */
export const panelFields = [
  { name: 'id', from: 'Panel.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό της ομάδας.', en: 'Id of the panel.' } },
  { name: 'titleEl', from: 'Panel.title.el', title: { el: 'Τίτλος', en: 'Title (Greek)' }, says: { el: 'Ο τίτλος στα ελληνικά.', en: 'The title in Greek.' } },
  { name: 'titleEn', from: 'Panel.title.en', title: { el: 'Τίτλος (αγγλικά)', en: 'Title' }, says: { el: 'Ο τίτλος στα αγγλικά, ή ο ελληνικός όπου δεν γράφτηκε.', en: 'The title in English, or the Greek one where none was written.' } },
  { name: 'stage', from: 'Panel.stage', title: { el: 'Στάδιο', en: 'Stage' }, says: { el: 'Πού βρίσκεται τώρα· draft δεν υπάρχει σε δημόσια δεδομένα.', en: 'Where it stands now; draft never appears in public data.' } },
  { name: 'department', from: 'Panel.department.id', title: { el: 'Κωδικός υπηρεσίας', en: 'Department code' }, says: { el: 'Η υπηρεσία που καλεί.', en: 'The department that calls.' } },
  { name: 'seats', from: 'Panel.seats', title: { el: 'Θέσεις', en: 'Seats' }, says: { el: 'Πόσες θέσεις έχει.', en: 'How many seats it has.' } },
  { name: 'offers', from: 'Panel.offers', title: { el: 'Δήλωσαν συμμετοχή', en: 'Offers' }, says: { el: 'Πόσα πρόσωπα δήλωσαν συμμετοχή.', en: 'How many persons offered themselves.' } },
  { name: 'accepted', from: 'Panel.accepted', title: { el: 'Δέχτηκαν', en: 'Accepted' }, says: { el: 'Πόσες θέσεις έχουν καλυφθεί.', en: 'How many seats are taken.' } },
  { name: 'closesAt', from: 'Panel.closesAt', title: { el: 'Δηλώσεις έως', en: 'Offers until' }, says: { el: 'Ως πότε δηλώνει κανείς συμμετοχή.', en: 'Until when people offer themselves.' } },
  { name: 'listDigest', from: 'Panel.listDigest', title: { el: 'Αποτύπωμα του καταλόγου', en: 'Digest of the list' }, says: { el: 'SHA-256 του καταλόγου, base64url· είναι και στο ανοιχτό βιβλίο.', en: 'SHA-256 of the list, base64url; it stands in the ledger too.' } },
  { name: 'numbers', from: 'Panel.numbers', title: { el: 'Δημόσιοι αριθμοί', en: 'Public numbers' }, says: { el: 'Οι αριθμοί που έκριναν την κλήρωση.', en: 'The numbers that decided the draw.' } },
  { name: 'seed', from: 'Panel.seed', title: { el: 'Σπόρος', en: 'Seed' }, says: { el: 'Από τι βγαίνει η σειρά: SHA-256 του αποτυπώματος και των αριθμών.', en: 'What the order is made of: SHA-256 of the digest and the numbers.' } },
  { name: 'drawnAt', from: 'Panel.drawnAt', title: { el: 'Κληρώθηκε', en: 'Drawn' }, says: { el: 'Πότε έγινε η κλήρωση.', en: 'When it was drawn.' } },
  { name: 'isDemo', from: 'Panel.isDemo', title: { el: 'Επινοημένη', en: 'Invented' }, says: { el: 'Αν επινοήθηκε για την πόλη επίδειξης.', en: 'Whether it was invented for the demo city.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα της.', en: 'Its page.' } },
] as const satisfies readonly DatasetField[];

/** The columns of the lists of panels that are drawn: a row for each ticket. */
export const panelTicketFields = [
  { name: 'panel', from: 'Panel.id', title: { el: 'Ομάδα', en: 'Panel' }, says: { el: 'Δες το σύνολο panels.', en: 'See the dataset panels.' } },
  { name: 'ticket', from: 'PanelMember.ticket', title: { el: 'Αριθμός', en: 'Ticket' }, says: { el: 'Αριθμός στον κατάλογο· δεν λέει σε κανέναν ποιος είναι.', en: 'Number on the list; it tells nobody who it is.' } },
  { name: 'cell', from: 'PanelMember.cell', title: { el: 'Ομάδα πληθυσμού', en: 'Group' }, says: { el: 'Ηλικία, φύλο ή περιοχή, όσα ζύγιζε η κλήρωση.', en: 'Age band, gender or district, as far as the draw balanced them.' } },
  { name: 'rank', from: 'PanelMember.rank', title: { el: 'Σειρά', en: 'Rank' }, says: { el: 'Η σειρά του κλήρου μέσα στην ομάδα πληθυσμού.', en: 'The place in the order of the draw within the group.' } },
  { name: 'state', from: 'PanelMember.state', title: { el: 'Κατάσταση', en: 'State' }, says: { el: 'offered: αναπληρωματικός· drawn, accepted, declined, lapsed.', en: 'offered: next in order; drawn, accepted, declined, lapsed.' } },
] as const satisfies readonly DatasetField[];
