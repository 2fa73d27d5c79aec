import type { HomeSlot } from '@isegoria/ui/web';
import HomeCard from './home-card';

export const home: readonly HomeSlot[] = [{ slot: 'now', order: 5, component: HomeCard }];
