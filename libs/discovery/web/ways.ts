import type { NavItem } from '@isegoria/ui/web';

export const ways: readonly NavItem[] = [
  { to: '/search', label: 'search.nav', order: 40, sign: 'search' },
  { to: '/feeds', label: 'news.nav', order: 57, place: 'footer' },
];
