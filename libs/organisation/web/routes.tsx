import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [{ path: 'administration/city', lazy: () => import('./city-page') }],
  nav: [{ to: '/administration/city', label: 'nav.city', order: 80, roles: ['administrator'], place: 'duty' }],
};
