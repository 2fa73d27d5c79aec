import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [{ to: '/panels', label: 'nav', order: 24, place: 'more' }];
