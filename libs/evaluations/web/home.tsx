import type { HomeSlot } from '@isegoria/ui/web';
import DecisionCard from './decisions/decision-card';

export const home: readonly HomeSlot[] = [{ slot: 'now', order: 20, component: DecisionCard }];
