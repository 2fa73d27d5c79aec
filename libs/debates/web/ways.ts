import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [
  { to: '/debates', label: 'nav', order: 21, place: 'more' },
  { to: '/debates/mine', label: 'mine.nav', order: 21, place: 'own', roles: ['citizen'] },
];
