import type { HomeSlot } from '@isegoria/ui/web';
import ActivityFeed from './activity-feed';

export const home: readonly HomeSlot[] = [{ slot: 'aside', order: 10, component: ActivityFeed }];
