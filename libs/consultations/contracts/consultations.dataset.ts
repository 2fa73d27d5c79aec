import type { DatasetField } from '@isegoria/kernel/contracts';

/** The columns of the public data of consultations. */
export const consultationFields = [
  { name: 'id', from: 'Consultation.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό της διαβούλευσης.', en: 'Id of the consultation.' } },
  { name: 'titleEl', from: 'Consultation.title.el', title: { el: 'Τίτλος', en: 'Title (Greek)' }, says: { el: 'Ο τίτλος του κειμένου.', en: 'The title of the text in Greek.' } },
  { name: 'titleEn', from: 'Consultation.title.en', title: { el: 'Τίτλος (αγγλικά)', en: 'Title' }, says: { el: 'Ο τίτλος στα αγγλικά, ή ο ελληνικός όπου δεν γράφτηκε.', en: 'The title in English, or the Greek one where none was written.' } },
  { name: 'summaryEl', from: 'Consultation.summary.el', title: { el: 'Περίληψη', en: 'Summary (Greek)' }, says: { el: 'Γιατί τώρα και τι ρυθμίζει.', en: 'Why now and what it regulates, in Greek.' } },
  { name: 'summaryEn', from: 'Consultation.summary.en', title: { el: 'Περίληψη (αγγλικά)', en: 'Summary' }, says: { el: 'Το ίδιο στα αγγλικά.', en: 'The same in English.' } },
  { name: 'status', from: 'Consultation.status', title: { el: 'Κατάσταση', en: 'Status' }, says: { el: 'Πού βρίσκεται τώρα· draft δεν υπάρχει σε δημόσια δεδομένα.', en: 'Where it stands now; draft never appears in public data.' } },
  { name: 'department', from: 'Consultation.department.id', title: { el: 'Κωδικός υπηρεσίας', en: 'Department code' }, says: { el: 'Η υπηρεσία που απαντά.', en: 'The department that answers.' } },
  { name: 'departmentEl', from: 'Consultation.department.name.el', title: { el: 'Υπηρεσία', en: 'Department (Greek)' }, says: { el: 'Η υπηρεσία στα ελληνικά.', en: 'The department in Greek.' } },
  { name: 'departmentEn', from: 'Consultation.department.name.en', title: { el: 'Υπηρεσία (αγγλικά)', en: 'Department' }, says: { el: 'Η υπηρεσία στα αγγλικά.', en: 'The department in English.' } },
  { name: 'category', from: 'Consultation.category.id', title: { el: 'Κωδικός κατηγορίας', en: 'Category code' }, says: { el: 'Αναγνωριστικό της κατηγορίας.', en: 'Id of the category.' } },
  { name: 'districts', type: 'string', isRequired: true, title: { el: 'Περιοχές', en: 'Districts' }, says: { el: 'Οι περιοχές που αφορά, με κενά ανάμεσα· κενό για όλη την πόλη.', en: 'The districts that it concerns, with spaces between; empty for the whole city.' } },
  { name: 'publishedAt', from: 'Consultation.publishedAt', title: { el: 'Δημοσιεύτηκε', en: 'Published' }, says: { el: 'Πότε έγινε δημόσια.', en: 'When it became public.' } },
  { name: 'opensAt', from: 'Consultation.opensAt', title: { el: 'Ανοίγει', en: 'Opens' }, says: { el: 'Από πότε λένε τη γνώμη τους οι πολίτες.', en: 'From when citizens say what they think.' } },
  { name: 'closesAt', from: 'Consultation.closesAt', title: { el: 'Κλείνει', en: 'Closes' }, says: { el: 'Ως πότε, με τις παρατάσεις.', en: 'Until when, extensions included.' } },
  { name: 'extensions', type: 'integer', isRequired: true, title: { el: 'Παρατάσεις', en: 'Extensions' }, says: { el: 'Πόσες φορές δόθηκε παράταση.', en: 'How often people were given more time.' } },
  { name: 'articles', from: 'Consultation.articleCount', title: { el: 'Άρθρα', en: 'Articles' }, says: { el: 'Πόσα άρθρα έχει το κείμενο, χωρίς το προοίμιο.', en: 'How many articles the text has, without the preamble.' } },
  { name: 'stances', from: 'Consultation.stanceCount', title: { el: 'Θέσεις', en: 'Stances' }, says: { el: 'Πόσες φορές πήρε κάποιος θέση σε άρθρο.', en: 'How often somebody took a stance on an article.' } },
  { name: 'arguments', from: 'Consultation.argumentCount', title: { el: 'Επιχειρήματα', en: 'Arguments' }, says: { el: 'Δημόσια επιχειρήματα και απαντήσεις, για το σύνολο και για άρθρα.', en: 'Public arguments and replies, about the whole and about articles.' } },
  { name: 'amendments', from: 'Consultation.amendmentCount', title: { el: 'Προτάσεις αλλαγής', en: 'Amendments' }, says: { el: 'Δημόσιες προτάσεις αλλαγής.', en: 'Public amendments.' } },
  { name: 'answeredAt', from: 'Consultation.answer.at', isRequired: false, title: { el: 'Απαντήθηκε', en: 'Answered' }, says: { el: 'Πότε δημοσιεύτηκε η απάντηση.', en: 'When the answer was published.' } },
  { name: 'adopted', from: 'Consultation.answer.adopted', isRequired: false, title: { el: 'Δεκτές προτάσεις αλλαγής', en: 'Amendments adopted' }, says: { el: 'Πόσες προτάσεις αλλαγής έγιναν δεκτές.', en: 'How many amendments were adopted.' } },
  { name: 'partly', from: 'Consultation.answer.partly', isRequired: false, title: { el: 'Δεκτές εν μέρει', en: 'Adopted in part' }, says: { el: 'Πόσες έγιναν δεκτές εν μέρει.', en: 'How many were adopted in part.' } },
  { name: 'notAdopted', from: 'Consultation.answer.notAdopted', isRequired: false, title: { el: 'Δεν έγιναν δεκτές', en: 'Not adopted' }, says: { el: 'Πόσες δεν έγιναν δεκτές.', en: 'How many were not adopted.' } },
  { name: 'withdrawnAt', from: 'ConsultationWithdrawal.at', isRequired: false, title: { el: 'Αποσύρθηκε', en: 'Taken back' }, says: { el: 'Πότε την απέσυρε ο δήμος.', en: 'When the municipality took it back.' } },
  { name: 'adoptedAt', from: 'AdoptedAct.at', isRequired: false, title: { el: 'Εγκρίθηκε', en: 'Adopted' }, says: { el: 'Πότε δηλώθηκε η πράξη που ενέκρινε το κείμενο.', en: 'When the act that adopted the text was named.' } },
  { name: 'ada', from: 'AdoptedAct.ada', title: { el: 'ΑΔΑ', en: 'Act' }, says: { el: 'Ο αριθμός της πράξης στη Διαύγεια, όπου δηλώθηκε.', en: 'The number of the act in the register, where it was named.' } },
  { name: 'isDemo', from: 'Consultation.isDemo', title: { el: 'Επινοημένη', en: 'Invented' }, says: { el: 'Αν επινοήθηκε για την πόλη επίδειξης.', en: 'Whether it was invented for the demo city.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα της διαβούλευσης.', en: 'The page of the consultation.' } },
] as const satisfies readonly DatasetField[];

/** The columns of the public data of articles: each as people were asked about it, what they said, and what the service did. */
export const articleFields = [
  { name: 'consultation', from: 'Consultation.id', title: { el: 'Διαβούλευση', en: 'Consultation' }, says: { el: 'Η διαβούλευση του κειμένου· δες το σύνολο consultations.', en: 'The consultation of the text; see the dataset consultations.' } },
  { name: 'article', from: 'ConsultationArticle.id', title: { el: 'Αναγνωριστικό άρθρου', en: 'Article id' }, says: { el: 'Σταθερό σε όλες τις εκδοχές του κειμένου.', en: 'Stable over the versions of the text.' } },
  { name: 'label', from: 'ConsultationArticle.label', title: { el: 'Αριθμός', en: 'Number' }, says: { el: 'Όπως «Άρθρο 3»· κενό για το προοίμιο.', en: 'Such as «Άρθρο 3»; empty for the preamble.' } },
  { name: 'title', from: 'ConsultationArticle.title', title: { el: 'Τίτλος', en: 'Title' }, says: { el: 'Ο τίτλος του άρθρου.', en: 'The title of the article.' } },
  { name: 'text', from: 'ConsultationArticle.body', title: { el: 'Κείμενο', en: 'Text' }, says: { el: 'Το κείμενο που τέθηκε σε διαβούλευση.', en: 'The text that people were asked about.' } },
  { name: 'agree', from: 'ArticleStances.agree', title: { el: 'Συμφωνούν', en: 'Agree' }, says: { el: 'Πόσα πρόσωπα συμφωνούν.', en: 'How many persons agree.' } },
  { name: 'withChanges', from: 'ArticleStances.withChanges', title: { el: 'Συμφωνούν με αλλαγές', en: 'Agree with changes' }, says: { el: 'Πόσα συμφωνούν με αλλαγές.', en: 'How many agree with changes.' } },
  { name: 'disagree', from: 'ArticleStances.disagree', title: { el: 'Διαφωνούν', en: 'Disagree' }, says: { el: 'Πόσα διαφωνούν.', en: 'How many disagree.' } },
  { name: 'arguments', from: 'ArgumentCounts.total', title: { el: 'Επιχειρήματα', en: 'Arguments' }, says: { el: 'Δημόσια επιχειρήματα και απαντήσεις.', en: 'Public arguments and replies.' } },
  { name: 'amendments', from: 'ConsultationArticle.amendments', title: { el: 'Προτάσεις αλλαγής', en: 'Amendments' }, says: { el: 'Δημόσιες προτάσεις αλλαγής.', en: 'Public amendments.' } },
  { name: 'heard', from: 'ConsultationArticle.answer.heard', isRequired: false, title: { el: 'Τι ακούσαμε', en: 'What we heard' }, says: { el: 'Τι άκουσε η υπηρεσία.', en: 'What the department heard.' } },
  { name: 'outcome', from: 'ConsultationArticle.answer.outcome', isRequired: false, title: { el: 'Τι κάναμε', en: 'What we did' }, says: { el: 'Αν έμεινε, άλλαξε ή αφαιρέθηκε.', en: 'Whether it was kept, changed or removed.' } },
  { name: 'reason', from: 'ConsultationArticle.answer.reason', isRequired: false, title: { el: 'Αιτιολογία', en: 'Reason' }, says: { el: 'Γιατί.', en: 'Why.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα του άρθρου.', en: 'The page of the article.' } },
] as const satisfies readonly DatasetField[];

/** The columns of the public data of amendments. Their authors are left out: an open file may be joined with any other. */
export const amendmentFields = [
  { name: 'id', from: 'Amendment.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό της πρότασης αλλαγής.', en: 'Id of the amendment.' } },
  { name: 'consultation', from: 'Amendment.consultationId', title: { el: 'Διαβούλευση', en: 'Consultation' }, says: { el: 'Η διαβούλευση στην οποία έγινε.', en: 'The consultation that it was made in.' } },
  { name: 'article', from: 'Amendment.articleId', title: { el: 'Άρθρο', en: 'Article' }, says: { el: 'Το άρθρο που αλλάζει· δες το σύνολο consultation-articles.', en: 'The article that it changes; see the dataset consultation-articles.' } },
  { name: 'version', from: 'Amendment.version', title: { el: 'Εκδοχή', en: 'Version' }, says: { el: 'Η εκδοχή του κειμένου πάνω στην οποία γράφτηκε.', en: 'The version of the text that it was written on.' } },
  { name: 'isRemoval', from: 'Amendment.isRemoval', title: { el: 'Αφαίρεση', en: 'Removal' }, says: { el: 'Αν ζητά να αφαιρεθεί το άρθρο.', en: 'Whether it asks that the article be left out.' } },
  { name: 'text', from: 'Amendment.text', title: { el: 'Διατύπωση', en: 'Wording' }, says: { el: 'Η διατύπωση που προτείνεται· κενό για αφαίρεση.', en: 'The wording that is proposed; empty for a removal.' } },
  { name: 'reason', from: 'Amendment.reason', title: { el: 'Γιατί', en: 'Why' }, says: { el: 'Ο λόγος, με τα λόγια του πολίτη.', en: 'The reason, in the citizen’s words.' } },
  { name: 'supports', from: 'Amendment.supports', title: { el: 'Στηρίξεις', en: 'Supports' }, says: { el: 'Πόσα πρόσωπα τη στηρίζουν.', en: 'How many persons support it.' } },
  { name: 'publishedAt', from: 'Amendment.publishedAt', title: { el: 'Δημοσιεύτηκε', en: 'Published' }, says: { el: 'Πότε έγινε δημόσια.', en: 'When it became public.' } },
  { name: 'outcome', from: 'AmendmentReply.outcome', isRequired: false, title: { el: 'Τι έγινε', en: 'Outcome' }, says: { el: 'Αν έγινε δεκτή, εν μέρει ή όχι, στην απάντηση της υπηρεσίας.', en: 'Whether the department’s answer adopted it, in part or not.' } },
  { name: 'outcomeReason', from: 'AmendmentReply.reason', isRequired: false, title: { el: 'Αιτιολογία', en: 'Reason' }, says: { el: 'Γιατί, με τα λόγια της υπηρεσίας.', en: 'Why, in the department’s words.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα της.', en: 'Its page.' } },
] as const satisfies readonly DatasetField[];
