import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [
  { to: '/volunteering', label: 'nav', order: 25, place: 'more' },
  { to: '/volunteering/mine', label: 'mine.nav', order: 24, place: 'own', roles: ['citizen'] },
];
