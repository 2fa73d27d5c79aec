import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [
  { to: '/council', label: 'council.nav', order: 80, place: 'duty', roles: ['council', 'clerk', 'administrator', 'official', 'moderator'] },
  { to: '/city-says', label: 'city.nav', order: 50, place: 'footer' },
  { to: '/council/sittings', label: 'sittings.nav', order: 51, place: 'footer' },
  { to: '/participation', label: 'participation.nav', order: 53, place: 'footer' },
];
