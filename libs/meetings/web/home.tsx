import type { HomeSlot } from '@isegoria/ui/web';
import NextMeetings from './next-meetings';

export const home: readonly HomeSlot[] = [{ slot: 'main', order: 24, component: NextMeetings }];
