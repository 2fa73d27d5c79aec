import type { HomeSlot } from '@isegoria/ui/web';
import CityMends from './city-mends';

export const home: readonly HomeSlot[] = [{ slot: 'aside', order: 5, component: CityMends }];
