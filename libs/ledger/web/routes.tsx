import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [{ path: '/ledger', lazy: () => import('./ledger-page') }],
};
