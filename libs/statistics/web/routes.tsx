import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'population', lazy: () => import('./population-page') },
    { path: 'method', lazy: () => import('./method-page') },
  ],
};
