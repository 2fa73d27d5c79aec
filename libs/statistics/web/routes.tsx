import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'population', lazy: () => import('./population-page') },
    { path: 'method', lazy: () => import('./method-page') },
  ],
  nav: [
    { to: '/population', label: 'nav.population', order: 82, roles: ['administrator'], place: 'duty' },
    { to: '/method', label: 'nav.method', order: 60, place: 'footer' },
  ],
};
