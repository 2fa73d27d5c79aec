import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'open-data', lazy: () => import('./datasets-page') },
    { path: 'open-data/:id', lazy: () => import('./dataset-page') },
  ],
  nav: [{ to: '/open-data', label: 'nav', order: 55, place: 'footer' }],
};
