import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [{ to: '/surveys', label: 'nav', order: 23, place: 'more' }];
