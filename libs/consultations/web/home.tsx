import type { HomeSlot } from '@isegoria/ui/web';
import AnsweredConsultations from './lists/answered-consultations';
import OpenConsultation from './lists/open-consultation';

export const home: readonly HomeSlot[] = [
  { slot: 'now', order: 15, component: OpenConsultation },
  { slot: 'main', order: 25, component: AnsweredConsultations },
];
