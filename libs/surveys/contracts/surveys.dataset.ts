import type { DatasetField } from '@isegoria/kernel/contracts';

/** The columns of the public data of surveys. */
export const surveyFields = [
  { name: 'id', from: 'Survey.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό του ερωτηματολογίου.', en: 'Id of the survey.' } },
  { name: 'titleEl', from: 'Survey.title.el', title: { el: 'Τίτλος', en: 'Title (Greek)' }, says: { el: 'Ο τίτλος στα ελληνικά.', en: 'The title in Greek.' } },
  { name: 'titleEn', from: 'Survey.title.en', title: { el: 'Τίτλος (αγγλικά)', en: 'Title' }, says: { el: 'Ο τίτλος στα αγγλικά, ή ο ελληνικός όπου δεν γράφτηκε.', en: 'The title in English, or the Greek one where none was written.' } },
  { name: 'status', from: 'Survey.status', title: { el: 'Κατάσταση', en: 'Status' }, says: { el: 'Πού βρίσκεται τώρα· draft δεν υπάρχει σε δημόσια δεδομένα.', en: 'Where it stands now; draft never appears in public data.' } },
  { name: 'department', from: 'Survey.department.id', title: { el: 'Κωδικός υπηρεσίας', en: 'Department code' }, says: { el: 'Η υπηρεσία που ρωτά.', en: 'The department that asks.' } },
  { name: 'publishedAt', from: 'Survey.publishedAt', title: { el: 'Δημοσιεύτηκε', en: 'Published' }, says: { el: 'Πότε έγινε δημόσιο.', en: 'When it became public.' } },
  { name: 'opensAt', from: 'Survey.opensAt', title: { el: 'Ανοίγει', en: 'Opens' }, says: { el: 'Από πότε απαντούν οι πολίτες.', en: 'From when citizens answer.' } },
  { name: 'closesAt', from: 'Survey.closesAt', title: { el: 'Κλείνει', en: 'Closes' }, says: { el: 'Ως πότε, με τις παρατάσεις.', en: 'Until when, extensions included.' } },
  { name: 'questions', from: 'Survey.questionCount', title: { el: 'Ερωτήσεις', en: 'Questions' }, says: { el: 'Πόσες ερωτήσεις έχει.', en: 'How many questions it has.' } },
  { name: 'people', from: 'Survey.people', title: { el: 'Απάντησαν', en: 'Answered' }, says: { el: 'Πόσα πρόσωπα απάντησαν.', en: 'How many persons answered.' } },
  { name: 'onPaper', type: 'integer', isRequired: false, title: { el: 'Σε χαρτί', en: 'On paper' }, says: { el: 'Πόσα από αυτά σε χαρτί. Μένει κενό πριν από το τέλος, και όπου από κάποιον δρόμο ήρθαν λιγότερα από δέκα.', en: 'How many of them on paper. Left empty before the end, and where fewer than ten came on one of the ways.' } },
  { name: 'byPhone', type: 'integer', isRequired: false, title: { el: 'Από τηλέφωνο', en: 'By phone' }, says: { el: 'Πόσα από τηλέφωνο, κατά τον ίδιο κανόνα.', en: 'How many by phone, by the same rule.' } },
  { name: 'atDesk', type: 'integer', isRequired: false, title: { el: 'Στη θυρίδα', en: 'At a desk' }, says: { el: 'Πόσα σε θυρίδα, κατά τον ίδιο κανόνα.', en: 'How many at a desk, by the same rule.' } },
  { name: 'entitled', from: 'SurveyElectorate.entitled', title: { el: 'Ρωτήθηκαν', en: 'Asked' }, says: { el: 'Πόσα πρόσωπα ρωτήθηκαν, όπως μετρήθηκαν στο άνοιγμα.', en: 'How many persons were asked, as counted at the opening.' } },
  { name: 'countedAt', type: 'dateTime', isRequired: false, title: { el: 'Μετρήθηκε', en: 'Counted' }, says: { el: 'Πότε βγήκαν τα τελικά αποτελέσματα.', en: 'When the final results came.' } },
  { name: 'reportedAt', from: 'SurveyReport.at', isRequired: false, title: { el: 'Η υπηρεσία απάντησε', en: 'Reported' }, says: { el: 'Πότε η υπηρεσία είπε τι έμαθε.', en: 'When the department said what it learned.' } },
  { name: 'learned', from: 'SurveyReport.learned', isRequired: false, title: { el: 'Τι μάθαμε', en: 'What was learned' }, says: { el: 'Με τα λόγια της υπηρεσίας.', en: 'In the department’s words.' } },
  { name: 'does', from: 'SurveyReport.does', isRequired: false, title: { el: 'Τι κάνουμε', en: 'What is done' }, says: { el: 'Με τα λόγια της υπηρεσίας.', en: 'In the department’s words.' } },
  { name: 'withdrawnAt', from: 'SurveyWithdrawal.at', isRequired: false, title: { el: 'Αποσύρθηκε', en: 'Taken back' }, says: { el: 'Πότε το απέσυρε ο δήμος.', en: 'When the municipality took it back.' } },
  { name: 'isDemo', from: 'Survey.isDemo', title: { el: 'Επινοημένο', en: 'Invented' }, says: { el: 'Αν επινοήθηκε για την πόλη επίδειξης.', en: 'Whether it was invented for the demo city.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα του.', en: 'Its page.' } },
] as const satisfies readonly DatasetField[];

/** The columns of what was answered: a row an option of a closed question, after the end. */
export const surveyAnswerFields = [
  { name: 'survey', from: 'Survey.id', title: { el: 'Ερωτηματολόγιο', en: 'Survey' }, says: { el: 'Δες το σύνολο surveys.', en: 'See the dataset surveys.' } },
  { name: 'question', from: 'SurveyQuestion.id', title: { el: 'Ερώτηση', en: 'Question' }, says: { el: 'Αναγνωριστικό της ερώτησης στο ερωτηματολόγιο.', en: 'Id of the question in its survey.' } },
  { name: 'questionEl', from: 'SurveyQuestion.text.el', title: { el: 'Κείμενο ερώτησης', en: 'Question (Greek)' }, says: { el: 'Όπως τέθηκε.', en: 'As it was asked, in Greek.' } },
  { name: 'questionEn', from: 'SurveyQuestion.text.en', title: { el: 'Κείμενο ερώτησης (αγγλικά)', en: 'Question in English' }, says: { el: 'Το ίδιο στα αγγλικά.', en: 'The same in English.' } },
  { name: 'form', from: 'SurveyQuestion.form', title: { el: 'Μορφή', en: 'Form' }, says: { el: 'single, several, scale ή ranking.', en: 'single, several, scale or ranking.' } },
  { name: 'option', from: 'SurveyOptionResult.optionId', title: { el: 'Απάντηση', en: 'Answer' }, says: { el: 'Αναγνωριστικό της απάντησης· none για «δεν έχω γνώμη».', en: 'Id of the answer; none for “no opinion”.' } },
  { name: 'optionEl', type: 'string', isRequired: true, title: { el: 'Κείμενο απάντησης', en: 'Answer (Greek)' }, says: { el: 'Όπως διαβαζόταν.', en: 'As it was read, in Greek.' } },
  { name: 'answered', from: 'SurveyQuestionResult.answered', title: { el: 'Απάντησαν', en: 'Answered' }, says: { el: 'Πόσα πρόσωπα απάντησαν στην ερώτηση. Ερωτήσεις με λιγότερα από δέκα λείπουν.', en: 'How many persons answered the question. Questions of fewer than ten are left out.' } },
  { name: 'people', from: 'SurveyOptionResult.people', title: { el: 'Πρόσωπα', en: 'People' }, says: { el: 'Πόσα διάλεξαν αυτή την απάντηση.', en: 'How many chose this answer.' } },
  { name: 'share', from: 'SurveyOptionResult.share.value', isRequired: false, title: { el: 'Μερίδιο', en: 'Share' }, says: { el: 'Μέρος όσων απάντησαν, 0 έως 1.', en: 'Part of those who answered, 0 to 1.' } },
  { name: 'shareLow', from: 'SurveyOptionResult.share.low', isRequired: false, title: { el: 'Μερίδιο από', en: 'Share from' }, says: { el: 'Κάτω άκρο του διαστήματος 95 %.', en: 'Lower end of the 95 % interval.' } },
  { name: 'shareHigh', from: 'SurveyOptionResult.share.high', isRequired: false, title: { el: 'Μερίδιο έως', en: 'Share to' }, says: { el: 'Άνω άκρο του διαστήματος.', en: 'Upper end of the interval.' } },
  { name: 'first', from: 'SurveyOptionResult.first', title: { el: 'Πρώτη θέση', en: 'First place' }, says: { el: 'Πόσα την έβαλαν πρώτη, όπου ζητήθηκε σειρά.', en: 'How many put it first, where an order was asked for.' } },
  { name: 'meanPlace', from: 'SurveyOptionResult.meanPlace', title: { el: 'Μέση θέση', en: 'Mean place' }, says: { el: 'Η μέση θέση της σε όσους την έβαλαν σε σειρά.', en: 'Its mean place among those who placed it.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα των αποτελεσμάτων.', en: 'The page of the results.' } },
] as const satisfies readonly DatasetField[];
