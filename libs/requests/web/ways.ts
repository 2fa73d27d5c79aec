import type { NavItem } from '@isegoria/ui/web';

const officials = ['official', 'administrator'];

export const ways: readonly NavItem[] = [
  { to: '/requests', label: 'nav.requests', order: 15 },
  { to: '/requests/new', label: 'act.report', order: 10, place: 'home' },
  { to: '/requests/mine', label: 'nav.mine', order: 22, place: 'own', roles: ['citizen'] },
  { to: '/requests/queue', label: 'queue.nav', order: 31, place: 'duty', roles: officials },
  { to: '/requests/enter', label: 'enter.nav', order: 32, place: 'duty', roles: officials },
  { to: '/requests/catalogue', label: 'catalogue.nav', order: 81, place: 'duty', roles: ['administrator'] },
  { to: '/requests/sources', label: 'sources.nav', order: 82, place: 'duty', roles: ['administrator'] },
];
