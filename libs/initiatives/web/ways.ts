import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [
  { to: '/initiatives', label: 'nav', order: 23, place: 'more' },
  { to: '/initiatives/mine', label: 'mine.nav', order: 23, place: 'own', roles: ['citizen'] },
  { to: '/initiatives/desk', label: 'desk.nav', order: 33, place: 'duty', roles: ['clerk', 'administrator'] },
  { to: '/administration/initiatives', label: 'kinds.nav', order: 83, place: 'duty', roles: ['administrator'] },
];
