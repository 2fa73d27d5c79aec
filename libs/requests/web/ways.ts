import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [
  { to: '/requests', label: 'nav.requests', order: 15 },
  { to: '/requests/mine', label: 'nav.mine', order: 22, place: 'own', roles: ['citizen'] },
];
