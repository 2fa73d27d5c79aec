import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [{ path: 'widgets', lazy: () => import('./builder-page') }],
  nav: [{ to: '/widgets', label: 'nav', order: 60, place: 'footer' }],
};
