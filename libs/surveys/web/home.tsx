import type { HomeSlot } from '@isegoria/ui/web';
import OpenSurvey from './open-survey';

export const home: readonly HomeSlot[] = [{ slot: 'now', order: 16, component: OpenSurvey }];
