import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [
  { to: '/votes/mine', label: 'nav.mine', order: 25, place: 'own', roles: ['citizen'] },
  { to: '/votes/desk', label: 'nav.desk', order: 35, place: 'duty', roles: ['official', 'administrator'] },
  { to: '/electorates', label: 'nav.electorates', order: 44, place: 'duty', roles: ['administrator'] },
  { to: '/votes/boxes', label: 'nav.boxes', order: 43, place: 'footer' },
];
