import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'requests/sources', lazy: () => import('./official/sources-page') },
  ],
};
