import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [{ path: 'administration/city', lazy: () => import('./city-page') }],
};
