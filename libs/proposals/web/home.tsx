import type { HomeSlot } from '@isegoria/ui/web';
import RecentAnswers from './recent-answers';
import RisingProposals from './rising-proposals';

export const home: readonly HomeSlot[] = [
  { slot: 'main', order: 10, component: RisingProposals },
  { slot: 'main', order: 20, component: RecentAnswers },
];
