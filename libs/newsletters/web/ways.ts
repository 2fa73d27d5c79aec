import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [
  { to: '/newsletters', label: 'nav', order: 60, place: 'footer' },
  { to: '/newsletters/desk', label: 'desk.nav', order: 84, place: 'duty', roles: ['clerk', 'administrator'] },
];
