import type { DatasetField } from '@isegoria/kernel/contracts';

const url = { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα της συνάντησης.', en: 'The page of the meeting.' } } as const;

/** The columns of the public data of meetings. */
export const meetingFields = [
  { name: 'id', from: 'Meeting.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό της συνάντησης.', en: 'Id of the meeting.' } },
  { name: 'kind', from: 'Meeting.kind', title: { el: 'Είδος', en: 'Kind' }, says: { el: 'Λαϊκή συνέλευση, ενημέρωση, εργαστήριο, αυτοψία ή Επιτροπή Διαβούλευσης.', en: 'Assembly, information, workshop, site visit or committee of consultation.' } },
  { name: 'stage', from: 'Meeting.stage', title: { el: 'Στάδιο', en: 'Stage' }, says: { el: 'Πού βρίσκεται τώρα. Πρόχειρα δεν δημοσιεύονται.', en: 'Where it stands now. Drafts are not published.' } },
  { name: 'titleEl', from: 'Meeting.title.el', title: { el: 'Τίτλος', en: 'Title (Greek)' }, says: { el: 'Ο τίτλος στα ελληνικά.', en: 'The title in Greek.' } },
  { name: 'titleEn', from: 'Meeting.title.en', title: { el: 'Τίτλος (αγγλικά)', en: 'Title (English)' }, says: { el: 'Ο τίτλος στα αγγλικά.', en: 'The title in English.' } },
  { name: 'department', from: 'Meeting.department.id', isRequired: false, title: { el: 'Υπηρεσία', en: 'Department' }, says: { el: 'Κωδικός της υπηρεσίας που καλεί.', en: 'Code of the department that invites.' } },
  { name: 'address', from: 'MeetingVenue.address.el', title: { el: 'Τόπος', en: 'Place' }, says: { el: 'Πού γίνεται· κενό αν γίνεται μόνο από απόσταση.', en: 'Where it is; empty where it is from afar only.' } },
  { name: 'startsAt', from: 'Meeting.startsAt', isRequired: false, title: { el: 'Έναρξη', en: 'Begins' }, says: { el: 'Πότε αρχίζει.', en: 'When it begins.' } },
  { name: 'endsAt', from: 'Meeting.endsAt', isRequired: false, title: { el: 'Λήξη', en: 'Ends' }, says: { el: 'Πότε τελειώνει.', en: 'When it ends.' } },
  { name: 'places', from: 'Meeting.places', isRequired: false, title: { el: 'Θέσεις', en: 'Places' }, says: { el: 'Κενό αν δεν υπάρχει όριο.', en: 'Empty where there is no limit.' } },
  { name: 'registered', from: 'Meeting.registered', title: { el: 'Δηλώσεις', en: 'Registered' }, says: { el: 'Πόσοι έχουν θέση.', en: 'How many have a place.' } },
  { name: 'came', from: 'Meeting.came', isRequired: false, title: { el: 'Ήρθαν', en: 'Came' }, says: { el: 'Πόσοι ήρθαν, όπως μετρήθηκαν στην είσοδο.', en: 'How many came, as counted at the door.' } },
  { name: 'reportedAt', from: 'MeetingReport.at', isRequired: false, title: { el: 'Απολογισμός', en: 'Reported' }, says: { el: 'Πότε δημοσιεύτηκε ο απολογισμός.', en: 'When the report was published.' } },
  { name: 'isDemo', from: 'Meeting.isDemo', title: { el: 'Επίδειξη', en: 'Demo' }, says: { el: 'Αν φτιάχτηκε για την πόλη επίδειξης.', en: 'Whether it was invented for the demo city.' } },
  url,
] as const satisfies readonly DatasetField[];

/** The columns of what was asked at meetings: without names. */
export const meetingQuestionFields = [
  { name: 'id', from: 'MeetingQuestion.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό της ερώτησης.', en: 'Id of the question.' } },
  { name: 'meeting', from: 'Meeting.id', title: { el: 'Συνάντηση', en: 'Meeting' }, says: { el: 'Η συνάντηση· δες το σύνολο meetings.', en: 'The meeting; see the dataset meetings.' } },
  { name: 'text', from: 'MeetingQuestion.text', title: { el: 'Ερώτηση', en: 'Question' }, says: { el: 'Τι ρωτήθηκε.', en: 'What was asked.' } },
  { name: 'isFromHall', from: 'MeetingQuestion.isFromHall', title: { el: 'Από την αίθουσα', en: 'From the hall' }, says: { el: 'Αν τη σημείωσε η υπηρεσία από την αίθουσα.', en: 'Whether the department wrote it down in the hall.' } },
  { name: 'stage', from: 'MeetingQuestion.stage', title: { el: 'Στάδιο', en: 'Stage' }, says: { el: 'Αν απαντήθηκε.', en: 'Whether it was answered.' } },
  { name: 'supports', from: 'MeetingQuestion.supports', title: { el: 'Στηρίζουν', en: 'Supports' }, says: { el: 'Πόσοι τη στηρίζουν.', en: 'How many support it.' } },
  { name: 'askedAt', from: 'MeetingQuestion.at', title: { el: 'Ρωτήθηκε', en: 'Asked' }, says: { el: 'Πότε.', en: 'When.' } },
  { name: 'dueAt', from: 'MeetingQuestion.dueAt', isRequired: false, title: { el: 'Έως', en: 'Due' }, says: { el: 'Έως πότε απαντιέται γραπτά.', en: 'By when it is answered in writing.' } },
  { name: 'answer', from: 'MeetingAnswer.text', isRequired: false, title: { el: 'Απάντηση', en: 'Answer' }, says: { el: 'Τι απαντήθηκε.', en: 'What was answered.' } },
  { name: 'answeredAt', from: 'MeetingAnswer.at', isRequired: false, title: { el: 'Απαντήθηκε', en: 'Answered' }, says: { el: 'Πότε απαντήθηκε.', en: 'When it was answered.' } },
  url,
] as const satisfies readonly DatasetField[];

/** The columns of straw polls: an option a row. */
export const meetingPollFields = [
  { name: 'poll', from: 'MeetingPoll.id', title: { el: 'Διερεύνηση', en: 'Straw poll' }, says: { el: 'Αναγνωριστικό της διερεύνησης γνώμης. Δεν δεσμεύει και δεν είναι αντιπροσωπευτική.', en: 'Id of the straw poll. It binds nobody and is not representative.' } },
  { name: 'meeting', from: 'Meeting.id', title: { el: 'Συνάντηση', en: 'Meeting' }, says: { el: 'Η συνάντηση· δες το σύνολο meetings.', en: 'The meeting; see the dataset meetings.' } },
  { name: 'question', from: 'MeetingPoll.question.el', title: { el: 'Ερώτηση', en: 'Question' }, says: { el: 'Τι ρωτήθηκε.', en: 'What was asked.' } },
  { name: 'option', from: 'MeetingPollOption.text.el', title: { el: 'Επιλογή', en: 'Option' }, says: { el: 'Μία από τις επιλογές.', en: 'One of the options.' } },
  { name: 'people', from: 'MeetingPollOption.people', isRequired: false, title: { el: 'Άτομα', en: 'People' }, says: { el: 'Πόσοι τη διάλεξαν.', en: 'How many chose it.' } },
  { name: 'answered', from: 'MeetingPoll.people', title: { el: 'Απάντησαν', en: 'Answered' }, says: { el: 'Πόσοι απάντησαν.', en: 'How many answered.' } },
  { name: 'present', from: 'MeetingPoll.present', isRequired: false, title: { el: 'Παρόντες', en: 'Present' }, says: { el: 'Περίπου πόσοι ήταν παρόντες.', en: 'About how many were present.' } },
  { name: 'closedAt', from: 'MeetingPoll.closesAt', title: { el: 'Έκλεισε', en: 'Closed' }, says: { el: 'Πότε έκλεισε.', en: 'When it closed.' } },
  url,
] as const satisfies readonly DatasetField[];
