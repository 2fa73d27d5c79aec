import type { HomeSlot } from '@isegoria/ui/web';
import OpenDebate from './open-debate';

export const home: readonly HomeSlot[] = [{ slot: 'now', order: 18, component: OpenDebate }];
