import type { Localized } from '@isegoria/kernel/contracts';
import { type PhaseSettings, usualCriteria, usualEvaluation, usualSettings } from '@isegoria/processes/contracts';
import type { ProcessRecord, StoredPhase } from './process.schema';

/** The processes of the demo city, open, coming and past, as they would stand at the given moment. */
export function demoProcesses(now: Date): (Pick<ProcessRecord, 'kind' | 'title' | 'summary' | 'phases'> & { id: string })[] {
  const phase = phasesAround(now);
  return [
    {
      id: 'ideas',
      kind: 'proposals',
      title: { el: 'Ιδέες για την πόλη', en: 'Ideas for the city' },
      summary: {
        el: 'Τι θα έκανε τη γειτονιά σου καλύτερη; Γράψε την ιδέα σου ή στήριξε μια που υπάρχει. Η αρμόδια υπηρεσία απαντά σε κάθε μία που ωρίμασε.',
        en: 'What would make your neighbourhood better? Write your idea, or support one that is there. The department in charge answers each that has ripened.',
      },
      phases: [
        phase('collection', { el: 'Ιδέες και στήριξη', en: 'Ideas and support' }, -75, 60, { contributions: 'public', answerWithinDays: 30 }, {
          el: 'Γράφεις, στηρίζεις, λες γιατί ναι και γιατί όχι.', en: 'You write, support, and say why yes or why no.',
        }),
        phase('answering', { el: 'Απαντήσεις του δήμου', en: 'The municipality answers' }, 60, 105, { contributions: 'closed', supports: false }, {
          el: 'Οι υπηρεσίες απαντούν, μία μία, σε όσες στηρίχτηκαν.', en: 'The departments answer, one by one, those that found support.',
        }),
      ],
    },
    {
      id: 'harbour',
      kind: 'proposals',
      title: { el: 'Το λιμάνι που θέλουμε', en: 'The harbour we want' },
      summary: {
        el: 'Το παλιό τελωνείο αδειάζει και η προκυμαία ξανασχεδιάζεται. Πες τι να γίνει εκεί, πριν μπουν οι μηχανικοί.',
        en: 'The old customs house is being emptied and the waterfront redrawn. Say what should stand there, before the engineers come in.',
      },
      phases: [
        phase('collection', { el: 'Ιδέες για την προκυμαία', en: 'Ideas for the waterfront' }, -16, 12, { contributions: 'wait', comments: 'wait', answerWithinDays: 45 }, {
          el: 'Κάθε ιδέα διαβάζεται πρώτα από επόπτη.', en: 'A moderator reads each idea first.',
        }),
        phase('answering', { el: 'Μελέτη και απάντηση', en: 'Study and answer' }, 12, 75, { contributions: 'closed', comments: 'wait', answerWithinDays: 45 }, {
          el: 'Οι Τεχνικές Υπηρεσίες εξετάζουν τι χωράει και απαντούν.', en: 'Technical Services look at what fits, and answer.',
        }),
      ],
    },
    {
      id: 'decisions',
      kind: 'evaluations',
      title: { el: 'Αξιολόγηση αποφάσεων', en: 'Weighing decisions' },
      summary: {
        el: 'Οι αποφάσεις όπως τις ανάρτησε ο δήμος. Ήταν αναγκαίες, δίκαιες, καλά εξηγημένες, καλά εκτελεσμένες;',
        en: 'The municipality’s decisions as published in the Diavgeia register. Were they necessary, fair, well explained, well carried out?',
      },
      phases: [
        phase('weighing', { el: 'Οι πολίτες αξιολογούν', en: 'Citizens weigh' }, -90, 120, { contributions: 'public', criteria: usualCriteria, evaluation: { ...usualEvaluation, secondRoundAfterDays: 180 } }, {
          el: 'Βαθμολογείς όποια απόφαση σε αφορά και αλλάζεις γνώμη όποτε θέλεις.', en: 'You weigh any decision that concerns you, and change your mind whenever you want.',
        }),
        phase('report', { el: 'Έκθεση στο δημοτικό συμβούλιο', en: 'Report to the council' }, 120, 150, { contributions: 'closed', supports: false, criteria: usualCriteria }, {
          el: 'Τα αποτελέσματα συζητιούνται σε ανοιχτή συνεδρίαση.', en: 'The results are discussed in an open sitting.',
        }),
      ],
    },
    {
      id: 'budget',
      kind: 'budgets',
      title: { el: 'Συμμετοχικός προϋπολογισμός', en: 'Participatory budget' },
      summary: {
        el: 'Ένα μέρος των χρημάτων του δήμου το μοιράζουν οι κάτοικοι. Ιδέες, έλεγχος από τις υπηρεσίες, ψηφοφορία, και μετά τα έργα, ένα ένα.',
        en: 'Residents share out a part of the municipality’s money. Ideas, a check by the departments, the vote, and then the works, one by one.',
      },
      phases: [
        phase('ideas', { el: 'Ιδέες', en: 'Ideas' }, -120, -70, { contributions: 'public' }, {
          el: 'Γράφεις τι λείπει από τη γειτονιά σου.', en: 'You write what your neighbourhood lacks.',
        }),
        phase('feasibility', { el: 'Έλεγχος και κόστος', en: 'Check and cost' }, -70, -9, { contributions: 'closed', supports: false }, {
          el: 'Οι υπηρεσίες λένε τι γίνεται, πόσο κοστίζει και, όπου δεν γίνεται, γιατί.', en: 'The departments say what can be done, what it costs and, where it cannot, why.',
        }),
        phase('voting', { el: 'Ψηφοφορία', en: 'The vote' }, -9, 9, { contributions: 'closed', supports: false }, {
          el: 'Βάζεις στο καλάθι όσα χωρούν στο ποσό.', en: 'You put into the cart whatever fits the money.',
        }),
        phase('works', { el: 'Αποτέλεσμα και έργα', en: 'Result and works' }, 9, 330, { contributions: 'closed', supports: false }, {
          el: 'Δημοσιεύεται τι χρηματοδοτείται και γιατί, και παρακολουθείς τα έργα.', en: 'What is funded and why is published, and you follow the works.',
        }),
      ],
    },
    {
      id: 'budget-last',
      kind: 'budgets',
      title: { el: 'Ο προηγούμενος συμμετοχικός προϋπολογισμός', en: 'The previous participatory budget' },
      summary: {
        el: 'Τι ψηφίστηκε πέρυσι, γιατί χρηματοδοτήθηκε, και πού βρίσκεται κάθε έργο.',
        en: 'What was voted for last year, why it was funded, and where each work stands.',
      },
      phases: [
        phase('voting', { el: 'Ψηφοφορία', en: 'The vote' }, -385, -364, { contributions: 'closed', supports: false }, {
          el: 'Οι κάτοικοι γέμισαν τα καλάθια τους.', en: 'Residents filled their carts.',
        }),
      ],
    },
    {
      id: 'schools',
      kind: 'budgets',
      title: { el: 'Τα σχολεία και οι νέοι μοιράζουν', en: 'Schools and young people share' },
      summary: {
        el: 'Δύο μικρά ποσά με δικούς τους ψηφοφόρους: οι γονείς δίνουν βαθμούς στα έργα των σχολείων, οι νέοι βάζουν τα δικά τους σε σειρά.',
        en: 'Two small sums with voters of their own: parents give points to school projects, young people put theirs in order.',
      },
      phases: [
        phase('voting', { el: 'Ψηφοφορία', en: 'The vote' }, -5, 12, { contributions: 'closed', supports: false }, {
          el: 'Ψηφίζεις εδώ, ή στη θυρίδα του δήμου.', en: 'You vote here, or at the municipality’s desk.',
        }),
      ],
    },
    {
      id: 'debates',
      kind: 'debates',
      title: { el: 'Συζητήσεις της πόλης', en: 'Debates of the city' },
      summary: {
        el: 'Ένα ερώτημα, επιχειρήματα από κάθε πλευρά, και στο τέλος ένα συμπέρασμα που το κρίνουν όσοι πήραν μέρος.',
        en: 'A question, arguments from each side, and in the end a conclusion that those who took part judge.',
      },
      phases: [
        phase('talk', { el: 'Συζητήσεις ανοιχτές σε όλους', en: 'Debates open to everyone' }, -200, 165, { supports: false }, {
          el: 'Θέτεις ένα ερώτημα στην πόλη, λες τα επιχειρήματά σου, και στο τέλος γράφεται τι ακούστηκε.', en: 'You put a question to the city, argue, and in the end it is written what was heard.',
        }),
      ],
    },
    {
      id: 'playgrounds',
      kind: 'proposals',
      title: { el: 'Παιδικές χαρές για όλους', en: 'Playgrounds for everyone' },
      summary: {
        el: 'Πέρυσι διαλέξαμε μαζί τι αλλάζει στις παιδικές χαρές. Οι ιδέες, τα επιχειρήματα και οι απαντήσεις μένουν εδώ.',
        en: 'Last year we chose together what changes in the playgrounds. The ideas, the arguments and the answers stay here.',
      },
      phases: [
        phase('collection', { el: 'Ιδέες και στήριξη', en: 'Ideas and support' }, -330, -270, { contributions: 'public' }, {
          el: 'Γονείς, παιδιά και γείτονες έγραψαν τι λείπει.', en: 'Parents, children and neighbours wrote what was missing.',
        }),
        phase('answering', { el: 'Απαντήσεις του δήμου', en: 'The municipality answered' }, -270, -225, { contributions: 'closed', supports: false }, {
          el: 'Η Διεύθυνση Περιβάλλοντος και Πρασίνου απάντησε σε όλες.', en: 'Environment and Green Spaces answered them all.',
        }),
      ],
    },
  ];
}

/** Makes phases whose days count from a moment; they open and close at nine in the morning, city time more or less. */
function phasesAround(now: Date) {
  const day = (days: number) => new Date(Math.floor(now.getTime() / 86_400_000 + days) * 86_400_000 + 7 * 3_600_000);
  return (id: string, name: Localized, from: number, until: number, settings: Partial<PhaseSettings>, summary: Localized): StoredPhase => ({
    id, name, summary, opensAt: day(from), closesAt: day(until), settings: { ...usualSettings, ...settings },
  });
}
