import type { HomeSlot } from '@isegoria/ui/web';
import OpenInitiative from './open-initiative';

export const home: readonly HomeSlot[] = [{ slot: 'now', order: 17, component: OpenInitiative }];
