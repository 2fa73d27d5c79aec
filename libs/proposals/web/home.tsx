import type { HomeSlot } from '@isegoria/ui/web';
import RecentAnswers from './lists/recent-answers';
import RisingProposals from './lists/rising-proposals';

export const home: readonly HomeSlot[] = [
  { slot: 'main', order: 10, component: RisingProposals },
  { slot: 'main', order: 20, component: RecentAnswers },
];
