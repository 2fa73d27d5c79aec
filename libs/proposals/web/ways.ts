import type { NavItem } from '@isegoria/ui/web';

const officials = ['official', 'administrator'];

export const ways: readonly NavItem[] = [
  { to: '/proposals', label: 'nav', order: 20 },
  { to: '/proposals/new', label: 'list.write', order: 20, place: 'home' },
  { to: '/proposals/mine', label: 'navMine', order: 20, place: 'own', roles: ['citizen'] },
  { to: '/official', label: 'navOfficial', order: 30, place: 'duty', roles: officials },
];
