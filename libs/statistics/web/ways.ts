import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [
  { to: '/population', label: 'nav.population', order: 82, roles: ['administrator'], place: 'duty' },
  { to: '/method', label: 'nav.method', order: 60, place: 'footer' },
];
