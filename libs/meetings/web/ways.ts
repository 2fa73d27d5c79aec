import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [{ to: '/meetings', label: 'nav', order: 24, place: 'more' }];
