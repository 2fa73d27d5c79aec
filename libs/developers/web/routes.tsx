import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [{ path: 'developers', lazy: () => import('./developers-page') }],
};
