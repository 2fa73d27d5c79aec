import type { HomeSlot } from '@isegoria/ui/web';
import NowCards from './now-cards';

export const home: readonly HomeSlot[] = [{ slot: 'now', order: 10, component: NowCards }];
