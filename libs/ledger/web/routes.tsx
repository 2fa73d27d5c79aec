import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [{ path: '/ledger', lazy: () => import('./ledger-page') }],
  nav: [{ to: '/ledger', label: 'nav', order: 42, place: 'footer' }],
};
