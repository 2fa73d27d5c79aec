import type { HomeSlot } from '@isegoria/ui/web';
import NextMeetings from './next-meetings';

export const home: readonly HomeSlot[] = [{ slot: 'aside', order: 7, component: NextMeetings }];
