import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [{ to: '/people/card', label: 'card.nav', order: 45, place: 'duty', roles: ['official', 'administrator'] }];
