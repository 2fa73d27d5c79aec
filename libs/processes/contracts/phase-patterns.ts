import type { Localized } from '@isegoria/kernel/contracts';
import type { Criterion, PhaseSettings } from './processes.gen';
import { type ProcessKind, processKinds, usualEvaluation, usualSettings } from './processes.inputs';

/** How citizens take part in a phase, and what it is set to until an administrator says otherwise. */
export interface PhasePattern {
  /** The phase's id too; a second one of its sort gets a number behind it. */
  id: string;
  /** Whether a process has one of its sort only: budgets find their voting phase by its name, and hold on to it. */
  isOnce: boolean;
  name: Localized;
  summary: Localized;
  /** How long it usually lasts. */
  days: number;
  settings: PhaseSettings;
}

/** What a decision is weighed by, unless an administrator sets something else. */
export const usualCriteria: Criterion[] = [
  {
    id: 'necessary', label: { el: 'Αναγκαία', en: 'Necessary' },
    question: { el: 'Χρειαζόταν να παρθεί αυτή η απόφαση;', en: 'Was there a need for this decision?' },
  },
  {
    id: 'fair', label: { el: 'Δίκαιη', en: 'Fair' },
    question: { el: 'Είναι δίκαιη για όσους αφορά;', en: 'Is it fair to those it concerns?' },
  },
  {
    id: 'well_explained', label: { el: 'Καλά εξηγημένη', en: 'Well explained' },
    question: { el: 'Σου εξήγησαν καθαρά τι αποφασίστηκε και γιατί;', en: 'Was it made clear what was decided, and why?' },
  },
  {
    id: 'well_carried_out', label: { el: 'Καλά εκτελεσμένη', en: 'Well carried out' },
    question: { el: 'Απ’ ό,τι βλέπεις, γίνεται σωστά στην πράξη;', en: 'From what you see, is it being done well in practice?' },
  },
];

/** The sorts of phases that a process of each kind is made of, in the order in which they usually come. */
export const phasePatterns: Record<ProcessKind, readonly PhasePattern[]> = {
  proposals: [
    pattern('collection', { el: 'Ιδέες και στήριξη', en: 'Ideas and support' }, 60, {}, {
      el: 'Γράφεις, στηρίζεις, λες γιατί ναι και γιατί όχι.', en: 'You write, support, and say why yes or why no.',
    }),
    pattern('answering', { el: 'Απαντήσεις του δήμου', en: 'The municipality answers' }, 45, { contributions: 'closed', supports: false }, {
      el: 'Οι υπηρεσίες απαντούν, μία μία, σε όσες στηρίχτηκαν.', en: 'The departments answer, one by one, those that found support.',
    }),
  ],
  evaluations: [
    pattern('weighing', { el: 'Οι πολίτες αξιολογούν', en: 'Citizens weigh' }, 180, { contributions: 'public', criteria: usualCriteria, evaluation: usualEvaluation }, {
      el: 'Βαθμολογείς όποια απόφαση σε αφορά και αλλάζεις γνώμη όποτε θέλεις.', en: 'You weigh any decision that concerns you, and change your mind whenever you want.',
    }),
    pattern('report', { el: 'Έκθεση στο δημοτικό συμβούλιο', en: 'Report to the council' }, 30, { contributions: 'closed', supports: false, criteria: usualCriteria }, {
      el: 'Τα αποτελέσματα συζητιούνται σε ανοιχτή συνεδρίαση.', en: 'The results are discussed in an open sitting.',
    }),
  ],
  debates: [
    pattern('talk', { el: 'Συζητήσεις ανοιχτές σε όλους', en: 'Debates open to everyone' }, 365, { supports: false }, {
      el: 'Θέτεις ένα ερώτημα στην πόλη, λες τα επιχειρήματά σου, και στο τέλος γράφεται τι ακούστηκε.', en: 'You put a question to the city, argue, and in the end it is written what was heard.',
    }),
  ],
  budgets: [
    pattern('ideas', { el: 'Ιδέες', en: 'Ideas' }, 45, {}, {
      el: 'Γράφεις τι λείπει από τη γειτονιά σου.', en: 'You write what your neighbourhood lacks.',
    }),
    pattern('feasibility', { el: 'Έλεγχος και κόστος', en: 'Check and cost' }, 60, { contributions: 'closed', supports: false }, {
      el: 'Οι υπηρεσίες λένε τι γίνεται, πόσο κοστίζει και, όπου δεν γίνεται, γιατί.', en: 'The departments say what can be done, what it costs and, where it cannot, why.',
    }),
    {
      ...pattern('voting', { el: 'Ψηφοφορία', en: 'The vote' }, 21, { contributions: 'closed', supports: false }, {
        el: 'Βάζεις στο καλάθι όσα χωρούν στο ποσό.', en: 'You put into the cart whatever fits the money.',
      }),
      isOnce: true,
    },
    pattern('works', { el: 'Αποτέλεσμα και έργα', en: 'Result and works' }, 330, { contributions: 'closed', supports: false }, {
      el: 'Δημοσιεύεται τι χρηματοδοτείται και γιατί, και παρακολουθείς τα έργα.', en: 'What is funded and why is published, and you follow the works.',
    }),
  ],
};

/** The patterns of a kind that a process with these phases may still take. */
export function patternsFor(kind: string, phases: readonly { id: string }[]): readonly PhasePattern[] {
  const known = processKinds.find((one) => one === kind);
  return known ? phasePatterns[known].filter(({ id, isOnce }) => !isOnce || !phases.some((phase) => phase.id === id)) : [];
}

/** Whether other slices hold on to a phase of this name, so that its dates may change but it stays. */
export function isHeld(kind: string, phaseId: string): boolean {
  return processKinds.some((one) => one === kind && phasePatterns[one].some(({ id, isOnce }) => isOnce && id === phaseId));
}

function pattern(id: string, name: Localized, days: number, settings: Partial<PhaseSettings>, summary: Localized): PhasePattern {
  return { id, isOnce: false, name, summary, days, settings: { ...usualSettings, ...settings } };
}
