import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [{ to: '/widgets', label: 'nav', order: 60, place: 'footer' }];
