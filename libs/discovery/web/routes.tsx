import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'search', lazy: () => import('./search-page') },
    { path: 'feeds', lazy: () => import('./feeds-page') },
  ],
};
