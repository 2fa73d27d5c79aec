import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [{ to: '/open-data', label: 'nav', order: 55, place: 'footer' }];
