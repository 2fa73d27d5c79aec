import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [
  { to: '/decisions', label: 'nav', order: 30 },
  { to: '/decisions/enter', label: 'register.enter.nav', order: 37, place: 'duty', roles: ['official', 'administrator'] },
  { to: '/register', label: 'register.nav', order: 82, place: 'duty', roles: ['administrator'] },
];
