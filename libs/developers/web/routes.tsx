import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [{ path: '/developers', lazy: () => import('./developers-page') }],
  nav: [{ to: '/developers', label: 'nav', order: 46, place: 'footer' }],
};
