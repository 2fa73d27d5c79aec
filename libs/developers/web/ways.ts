import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [{ to: '/developers', label: 'nav', order: 57, place: 'footer' }];
