import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'council', lazy: () => import('./council-page') },
    { path: 'city-says', lazy: () => import('./city-says-page') },
  ],
  nav: [
    { to: '/council', label: 'council.nav', order: 80, place: 'duty', roles: ['council', 'administrator', 'official', 'moderator'] },
    { to: '/city-says', label: 'city.nav', order: 50, place: 'footer' },
  ],
};
