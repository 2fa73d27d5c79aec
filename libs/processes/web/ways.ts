import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [{ to: '/processes', label: 'nav', order: 10, place: 'more' }];
