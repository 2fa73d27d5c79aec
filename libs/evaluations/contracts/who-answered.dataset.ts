import type { DatasetField } from '@isegoria/kernel/contracts';

/** The columns of who answered, by groups: the tables that the pages show, in which no few stand alone. */
export const groupFields = [
  { name: 'subjectKind', from: 'Weighing.subject.kind', title: { el: 'Είδος', en: 'Kind' }, says: { el: 'decision ή choice.', en: 'decision or choice.' } },
  { name: 'subject', from: 'Weighing.subject.id', title: { el: 'Θέμα', en: 'Subject' }, says: { el: 'Το αναγνωριστικό του στο σύνολο decisions ή choices.', en: 'Its id in the dataset decisions or choices.' } },
  { name: 'round', from: 'EvaluationRound.round', title: { el: 'Γύρος', en: 'Round' }, says: { el: '1 όταν αποφασίστηκε, 2 αφού παραδόθηκε.', en: '1 when it was decided, 2 after it was delivered.' } },
  { name: 'dimension', from: 'GroupTable.dimension', title: { el: 'Χαρακτηριστικό', en: 'Trait' }, says: { el: 'Ως προς τι χωρίζονται: ageBand, gender, districtId.', en: 'What they are told apart by.' } },
  { name: 'group', type: 'string', isRequired: true, title: { el: 'Ομάδα', en: 'Group' }, says: { el: 'Η τιμή, unsaid για όσους δεν είπαν, rest για τις υπόλοιπες μαζί.', en: 'The value, unsaid for those who did not say, rest for the others together.' } },
  { name: 'criterion', type: 'string', isRequired: true, title: { el: 'Κριτήριο', en: 'Criterion' }, says: { el: 'Αναγνωριστικό του κριτηρίου· * στη γραμμή που λέει μόνο πόσοι απάντησαν.', en: 'Id of the criterion; * in the row that says only how many answered.' } },
  { name: 'people', from: 'GroupRow.people', title: { el: 'Πρόσωπα', en: 'People' }, says: { el: 'Πόσα πρόσωπα της ομάδας αξιολόγησαν.', en: 'How many persons of the group evaluated.' } },
  { name: 'share', from: 'GroupRow.share', title: { el: 'Μερίδιο', en: 'Share' }, says: { el: 'Μέρος όσων αξιολόγησαν, 0 έως 1.', en: 'Part of those who evaluated, 0 to 1.' } },
  { name: 'cityShare', from: 'GroupRow.cityShare', title: { el: 'Μερίδιο στην πόλη', en: 'Share of the city' }, says: { el: 'Μέρος των κατοίκων της πόλης, 0 έως 1.', en: 'Part of the people of the city, 0 to 1.' } },
  { name: 'answered', from: 'GroupOpinion.answered', isRequired: false, title: { el: 'Απάντησαν', en: 'Answered' }, says: { el: 'Πόσοι διάλεξαν βαθμίδα σε αυτό το κριτήριο.', en: 'How many chose a step on this criterion.' } },
  { name: 'favourable', from: 'GroupOpinion.favourable.value', isRequired: false, title: { el: 'Θετικοί', en: 'Favourable' }, says: { el: 'Μερίδιο των δύο καλύτερων βαθμίδων, 0 έως 1.', en: 'Share of the best two steps, 0 to 1.' } },
  { name: 'favourableLow', from: 'GroupOpinion.favourable.low', isRequired: false, title: { el: 'Θετικοί από', en: 'Favourable from' }, says: { el: 'Κάτω άκρο του διαστήματος 95 %.', en: 'Lower end of its 95 % interval.' } },
  { name: 'favourableHigh', from: 'GroupOpinion.favourable.high', isRequired: false, title: { el: 'Θετικοί έως', en: 'Favourable to' }, says: { el: 'Άνω άκρο του διαστήματος.', en: 'Upper end of the interval.' } },
  { name: 'smallest', from: 'WhoAnswered.smallest', title: { el: 'Όριο', en: 'Threshold' }, says: { el: 'Για ομάδες με λιγότερα πρόσωπα δεν λέγεται τίποτα.', en: 'Nothing is told of groups of fewer persons.' } },
  { name: 'population', from: 'WhoAnswered.population.id', title: { el: 'Πληθυσμός', en: 'Population' }, says: { el: 'Ο πίνακας πληθυσμού με τον οποίο συγκρίθηκε.', en: 'The table of the city’s people that it was held against.' } },
  { name: 'at', from: 'WhoAnswered.at', title: { el: 'Δημοσιεύτηκε', en: 'Published' }, says: { el: 'Πότε δημοσιεύτηκε ο πίνακας.', en: 'When the table was published.' } },
] as const satisfies readonly DatasetField[];

/** The columns of what the whole city would say, by the weights of its people. */
export const weighedFields = [
  { name: 'subjectKind', from: 'Weighing.subject.kind', title: { el: 'Είδος', en: 'Kind' }, says: { el: 'decision ή choice.', en: 'decision or choice.' } },
  { name: 'subject', from: 'Weighing.subject.id', title: { el: 'Θέμα', en: 'Subject' }, says: { el: 'Το αναγνωριστικό του στο σύνολο decisions ή choices.', en: 'Its id in the dataset decisions or choices.' } },
  { name: 'round', from: 'EvaluationRound.round', title: { el: 'Γύρος', en: 'Round' }, says: { el: '1 όταν αποφασίστηκε, 2 αφού παραδόθηκε.', en: '1 when it was decided, 2 after it was delivered.' } },
  { name: 'criterion', from: 'WeighedOpinion.questionId', title: { el: 'Κριτήριο', en: 'Criterion' }, says: { el: 'Αναγνωριστικό του κριτηρίου.', en: 'Id of the criterion.' } },
  { name: 'answered', from: 'WeighedOpinion.answered', title: { el: 'Απάντησαν', en: 'Answered' }, says: { el: 'Πόσοι διάλεξαν βαθμίδα.', en: 'How many chose a step.' } },
  { name: 'favourable', from: 'WeighedOpinion.raw.favourable.value', title: { el: 'Θετικοί', en: 'Favourable' }, says: { el: 'Μερίδιο των δύο καλύτερων βαθμίδων, όπως μετρήθηκε.', en: 'Share of the best two steps, as counted.' } },
  { name: 'favourableLow', from: 'WeighedOpinion.raw.favourable.low', title: { el: 'Θετικοί από', en: 'Favourable from' }, says: { el: 'Κάτω άκρο του διαστήματος 95 %.', en: 'Lower end of its 95 % interval.' } },
  { name: 'favourableHigh', from: 'WeighedOpinion.raw.favourable.high', title: { el: 'Θετικοί έως', en: 'Favourable to' }, says: { el: 'Άνω άκρο του διαστήματος.', en: 'Upper end of the interval.' } },
  { name: 'median', from: 'WeighedOpinion.raw.median.value', title: { el: 'Διάμεσος', en: 'Median' }, says: { el: 'Η διάμεση βαθμίδα, όπως μετρήθηκε.', en: 'The median step, as counted.' } },
  { name: 'medianLow', from: 'WeighedOpinion.raw.median.low', title: { el: 'Διάμεσος από', en: 'Median from' }, says: { el: 'Κάτω άκρο του διαστήματος 95 %.', en: 'Lower end of its 95 % interval.' } },
  { name: 'medianHigh', from: 'WeighedOpinion.raw.median.high', title: { el: 'Διάμεσος έως', en: 'Median to' }, says: { el: 'Άνω άκρο του διαστήματος.', en: 'Upper end of the interval.' } },
  { name: 'weighedFavourable', from: 'WeighedOpinion.weighted.favourable.value', title: { el: 'Θετικοί σταθμισμένα', en: 'Favourable, weighed' }, says: { el: 'Το μερίδιο με τα βάρη της πόλης· τα διαστήματα ισχύουν όλα μαζί.', en: 'The share with the city’s weights; the intervals hold all at once.' } },
  { name: 'weighedFavourableLow', from: 'WeighedOpinion.weighted.favourable.low', title: { el: 'Θετικοί σταθμισμένα από', en: 'Favourable, weighed from' }, says: { el: 'Κάτω άκρο του διαστήματος 95 %.', en: 'Lower end of its 95 % interval.' } },
  { name: 'weighedFavourableHigh', from: 'WeighedOpinion.weighted.favourable.high', title: { el: 'Θετικοί σταθμισμένα έως', en: 'Favourable, weighed to' }, says: { el: 'Άνω άκρο του διαστήματος.', en: 'Upper end of the interval.' } },
  { name: 'weighedMedian', from: 'WeighedOpinion.weighted.median.value', title: { el: 'Διάμεσος σταθμισμένη', en: 'Median, weighed' }, says: { el: 'Η διάμεση βαθμίδα με τα βάρη της πόλης.', en: 'The median step with the city’s weights.' } },
  { name: 'weighedMedianLow', from: 'WeighedOpinion.weighted.median.low', title: { el: 'Διάμεσος σταθμισμένη από', en: 'Median, weighed from' }, says: { el: 'Κάτω άκρο του διαστήματος 95 %.', en: 'Lower end of its 95 % interval.' } },
  { name: 'weighedMedianHigh', from: 'WeighedOpinion.weighted.median.high', title: { el: 'Διάμεσος σταθμισμένη έως', en: 'Median, weighed to' }, says: { el: 'Άνω άκρο του διαστήματος.', en: 'Upper end of the interval.' } },
  { name: 'designEffect', from: 'WeighedOpinion.weighted.effect.designEffect', title: { el: 'Επίδραση στάθμισης', en: 'Design effect' }, says: { el: 'Πόσο κοστίζουν τα άνισα βάρη: πρόσωπα προς ενεργό πλήθος.', en: 'What unequal weights cost: people by effective people.' } },
  { name: 'smallest', from: 'WhoAnswered.smallest', title: { el: 'Όριο', en: 'Threshold' }, says: { el: 'Για ομάδες με λιγότερα πρόσωπα δεν λέγεται τίποτα.', en: 'Nothing is told of groups of fewer persons.' } },
  { name: 'population', from: 'WhoAnswered.population.id', title: { el: 'Πληθυσμός', en: 'Population' }, says: { el: 'Ο πίνακας πληθυσμού με τον οποίο συγκρίθηκε.', en: 'The table of the city’s people that it was held against.' } },
  { name: 'at', from: 'WhoAnswered.at', title: { el: 'Δημοσιεύτηκε', en: 'Published' }, says: { el: 'Πότε δημοσιεύτηκε ο πίνακας.', en: 'When the table was published.' } },
] as const satisfies readonly DatasetField[];
