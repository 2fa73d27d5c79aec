import type { HomeSlot } from '@isegoria/ui/web';
import NextActions from './next-actions';

export const home: readonly HomeSlot[] = [{ slot: 'aside', order: 8, component: NextActions }];
