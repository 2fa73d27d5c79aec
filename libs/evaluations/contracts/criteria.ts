import type { Localized } from '@isegoria/kernel/contracts';

/** What a decision is weighed on: a short name, and the question as it is put to the citizen. */
export interface Criterion {
  id: string;
  label: Localized;
  question: Localized;
}

/** The five steps, worst to best, and the way out for who cannot judge. They are the options of every evaluation ballot. */
export const STEPS = ['1', '2', '3', '4', '5'] as const;
export const CANT_SAY = 'cant_say';
export const OPTIONS: readonly string[] = [...STEPS, CANT_SAY];

/** The criteria where no phase sets its own. */
export const DEFAULT_CRITERIA: readonly Criterion[] = [
  {
    id: 'necessary',
    label: { el: 'Αναγκαία', en: 'Necessary' },
    question: { el: 'Χρειαζόταν να παρθεί αυτή η απόφαση;', en: 'Was there a need for this decision?' },
  },
  {
    id: 'fair',
    label: { el: 'Δίκαιη', en: 'Fair' },
    question: { el: 'Είναι δίκαιη για όσους αφορά;', en: 'Is it fair to those it concerns?' },
  },
  {
    id: 'well_explained',
    label: { el: 'Καλά εξηγημένη', en: 'Well explained' },
    question: { el: 'Σου εξήγησαν καθαρά τι αποφασίστηκε και γιατί;', en: 'Was it made clear what was decided, and why?' },
  },
  {
    id: 'well_carried_out',
    label: { el: 'Καλά εκτελεσμένη', en: 'Well carried out' },
    question: { el: 'Απ’ ό,τι βλέπεις, γίνεται σωστά στην πράξη;', en: 'From what you see, is it being done well in practice?' },
  },
];
