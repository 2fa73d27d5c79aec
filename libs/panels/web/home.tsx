import type { HomeSlot } from '@isegoria/ui/web';
import OpenPanel from './open-panel';

export const home: readonly HomeSlot[] = [{ slot: 'now', order: 17, component: OpenPanel }];
