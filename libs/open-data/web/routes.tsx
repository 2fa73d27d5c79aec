import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'open-data', lazy: () => import('./datasets-page') },
    { path: 'open-data/:id', lazy: () => import('./dataset-page') },
  ],
};
