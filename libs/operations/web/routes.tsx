import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [{ path: 'administration/jobs', lazy: () => import('./jobs-page') }],
};
