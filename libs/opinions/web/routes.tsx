import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [{ path: '/opinions/:kind/:id', lazy: () => import('./opinions-page') }],
};
