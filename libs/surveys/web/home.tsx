import type { HomeSlot } from '@isegoria/ui/web';
import OpenSurvey from './open-survey';
import ReportedSurveys from './reported-surveys';

export const home: readonly HomeSlot[] = [
  { slot: 'now', order: 16, component: OpenSurvey },
  { slot: 'main', order: 27, component: ReportedSurveys },
];
