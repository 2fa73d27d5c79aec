import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'panels', lazy: () => import('./panels-page') },
    { path: 'panels/new', lazy: () => import('./official/edit-page') },
    { path: 'panels/:id', lazy: () => import('./panel-page') },
    { path: 'panels/:id/edit', lazy: () => import('./official/edit-page') },
  ],
};
